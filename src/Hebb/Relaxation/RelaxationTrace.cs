using System.Numerics;
using Hebb.Networks;

namespace Hebb.Relaxation;

/// <summary>Records how a state settles, sweep by sweep. Made for looking, not for speed.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class RelaxationTrace<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The sweeps that were recorded.</summary>
    public int Sweeps { get; private set; }

    /// <summary>Notes the state before the first sweep.</summary>
    internal void Begin(EnergyNetwork<T> network, NetworkState<T> state, in Nudge<T> nudge) => Sweeps = 0;

    /// <summary>Notes the state after a sweep.</summary>
    internal void Record(EnergyNetwork<T> network, NetworkState<T> state, in Nudge<T> nudge, int active) => Sweeps++;
}
