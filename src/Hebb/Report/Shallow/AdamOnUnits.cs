using Hebb.Costs;
using Hebb.Optimizers;
using Hebb.Snapshots;

namespace Hebb.Report.Shallow;

/// <summary>
/// Settling as the report's DQN EP is coded: Adam on the units, down dF/du. The moments are never reset: they
/// persist across steps, phases and inputs, so that a step depends on everything settled before.
/// </summary>
internal sealed class AdamOnUnits<T> : IShallowRelaxation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _gradient;
    private readonly Adam<T> _optimizer;

    /// <summary>A relaxation for one state, since the moments belong to it.</summary>
    /// <param name="parameters">A network of the state's shape.</param>
    /// <param name="rate">Adam's rate.</param>
    public AdamOnUnits(ShallowParameters<T> parameters, double rate)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _gradient = new T[parameters.Stride + parameters.OutputSize];
        _optimizer = new Adam<T>(_gradient.Length, rate);
    }

    /// <inheritdoc/>
    public bool Settle(
        ShallowParameters<T> parameters,
        ShallowState<T> state,
        int steps,
        T beta,
        SquaredError cost,
        ReadOnlySpan<T> target
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(state);
        for (var step = 0; step < steps; step++)
        {
            ShallowTotalEnergy.Gradient(parameters, state, beta, cost, target, _gradient);
            _optimizer.Step(state.Units, _gradient);
        }

        return true;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("adam", _optimizer);
    }
}
