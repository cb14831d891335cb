using Hebb.Costs;
using Hebb.Networks;
using Hebb.Relaxation;

namespace Hebb.Learning;

/// <summary>
/// How a cost on the output units becomes a gradient of the parameters. All of them return a gradient that is to be
/// descended, also where a paper uses the opposite sign, as the mean over the batch.
/// </summary>
public interface IGradientEstimator
{
    /// <summary>The name in configurations, tables and on the command line.</summary>
    string Name { get; }

    /// <summary>Estimates dC/dtheta.</summary>
    /// <param name="states">The states that phases settle in; afterwards <see cref="PhaseStates{T}.Free"/> is the free state.</param>
    /// <param name="batch">Examples, no more than the states hold.</param>
    /// <param name="cost">C.</param>
    /// <exception cref="ArgumentException">The estimator cannot work with the network or the cost; the message says why.</exception>
    Estimate Estimate<T>(
        EnergyNetwork<T> network,
        PhaseStates<T> states,
        in Batch<T> batch,
        ICost cost,
        NetworkParameters<T> gradient
    )
        where T : unmanaged, INumberBase<T>;
}

/// <summary>What an estimator saw on the way to a gradient.</summary>
/// <param name="Cost">The cost of the free outputs, the mean over the batch, before any change.</param>
/// <param name="Free">How the free phase went.</param>
/// <param name="Nudged">How the other phases went, all together; nothing where there are none.</param>
public readonly record struct Estimate(double Cost, Settling Free, Settling Nudged);
