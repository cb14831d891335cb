using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Learning.Exact;

/// <summary>The answer is that of the <see cref="FeedforwardTwin"/>, by one pass: what <see cref="Backpropagation"/> trains.</summary>
public sealed class FeedforwardPrediction : IPrediction
{
    /// <inheritdoc/>
    /// <returns>One sweep an example, all settled; an example with an output that is not finite has diverged.</returns>
    /// <exception cref="TopologyException">A connection lies within a layer or leads back.</exception>
    public Settling Predict<T>(EnergyNetwork<T> network, NetworkState<T> state, ReadOnlyMatrixSpan<T> inputs)
        where T : unmanaged, INumberBase<T>
    {
        FeedforwardTwin.Run(network, state, inputs);
        return FeedforwardTwin.Summarise(state);
    }
}
