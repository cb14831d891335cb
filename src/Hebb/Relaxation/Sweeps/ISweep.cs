using Hebb.Networks;

namespace Hebb.Relaxation.Sweeps;

/// <summary>What one sweep does, inside <see cref="SettlingLoop"/>.</summary>
internal interface ISweep<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The size of a step: residuals are given per unit of it.</summary>
    double Step { get; }

    /// <summary>Moves the active examples once.</summary>
    /// <param name="measures">Whether the residuals of the active rows are to be set.</param>
    void Run(EnergyNetwork<T> network, NetworkState<T> state, in Nudge<T> nudge, int rows, bool measures);
}
