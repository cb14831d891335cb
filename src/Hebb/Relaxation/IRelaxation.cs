using Hebb.Networks;

namespace Hebb.Relaxation;

/// <summary>
/// How a state settles towards a minimum of the total energy F = E + beta C, or to a rest of the vector field. A
/// relaxation is a description without memory; what it needs while it works lies in the state.
/// </summary>
public interface IRelaxation
{
    /// <summary>Settles all examples of a state, each for itself.</summary>
    /// <param name="state">Where to start, with its inputs clamped; changed in place.</param>
    /// <param name="nudge">What is added to the energy; the default is a free phase.</param>
    /// <param name="trace">Records what happens, sweep by sweep; null records nothing and costs nothing.</param>
    Settling Settle<T>(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        Nudge<T> nudge = default,
        RelaxationTrace<T>? trace = null
    )
        where T : unmanaged, INumberBase<T>;
}
