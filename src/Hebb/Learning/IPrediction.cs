using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Learning;

/// <summary>How a trained network answers.</summary>
public interface IPrediction
{
    /// <summary>Brings a state to the network's answer to some inputs; it is in <see cref="NetworkState{T}.Outputs"/>.</summary>
    /// <param name="state">Receives the answer, whatever it held before.</param>
    /// <param name="inputs">A row an example, no more than the state holds.</param>
    /// <returns>How the network settled.</returns>
    Settling Predict<T>(EnergyNetwork<T> network, NetworkState<T> state, ReadOnlyMatrixSpan<T> inputs)
        where T : unmanaged, INumberBase<T>;
}
