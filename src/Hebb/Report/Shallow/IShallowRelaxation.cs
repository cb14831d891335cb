using Hebb.Costs;
using Hebb.Snapshots;

namespace Hebb.Report.Shallow;

/// <summary>How a state settles towards a minimum of the total energy F = E + beta C (report, eq. 3).</summary>
internal interface IShallowRelaxation<T> : IStateful
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Takes steps down F; with beta 0 this is the free phase, and the target is not read.</summary>
    /// <param name="state">Where to start, with its input clamped; changed in place.</param>
    /// <param name="steps">How many steps at most; at least 0.</param>
    /// <param name="cost">C.</param>
    /// <param name="target">y', one number an output unit.</param>
    /// <returns>
    /// False where the steps were used up while units still moved further than the relaxation tolerates; a relaxation
    /// without a tolerance has done what it was asked for.
    /// </returns>
    bool Settle(
        ShallowParameters<T> parameters,
        ShallowState<T> state,
        int steps,
        T beta,
        SquaredError cost,
        ReadOnlySpan<T> target
    );
}
