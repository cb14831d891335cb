using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Learning;

/// <summary>The answer is where the network settles from rest, without a nudge.</summary>
public sealed class SettledPrediction(IRelaxation relaxation) : IPrediction
{
    private readonly IRelaxation _relaxation = relaxation ?? throw new ArgumentNullException(nameof(relaxation));

    /// <inheritdoc/>
    public Settling Predict<T>(EnergyNetwork<T> network, NetworkState<T> state, ReadOnlyMatrixSpan<T> inputs)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Reset();
        state.Clamp(network, inputs);
        return _relaxation.Settle(network, state);
    }
}
