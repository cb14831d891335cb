using Hebb.Costs;
using Hebb.Learning;
using Hebb.Networks;

namespace Hebb.Agents.Approximators;

/// <summary>Watches a <see cref="NetworkApproximator"/> learn: each gradient before the step that it leads to, and the parameters after it.</summary>
public interface IUpdateObserver
{
    /// <summary>Told of every update, when nothing is changed yet: what it is given belongs together, and is not its to change.</summary>
    /// <param name="network">The network that the gradient was estimated on.</param>
    /// <param name="free">Where its units were free, for every example; for a feedforward estimator their activities.</param>
    /// <param name="cost">C.</param>
    /// <param name="estimate">What the estimator saw.</param>
    /// <param name="gradient">The gradient, before it is shortened.</param>
    void Observe(
        EnergyNetwork<float> network,
        NetworkState<float> free,
        in Batch<float> batch,
        ICost cost,
        in Estimate estimate,
        NetworkParameters<float> gradient
    );

    /// <summary>Told when the step was taken that followed the update observed last.</summary>
    /// <param name="parameters">The parameters as they are now; not its to change.</param>
    void ObserveStep(NetworkParameters<float> parameters);
}
