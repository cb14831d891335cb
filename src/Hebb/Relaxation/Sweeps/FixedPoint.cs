using Hebb.Networks;
using Hebb.Networks.Topology;

namespace Hebb.Relaxation.Sweeps;

/// <summary>
/// Sweeps on the primitive form: every unit takes the activity that its neighbours drive, s = rho(b + sum W s - beta dC/ds)
/// (Ernoult et al. 2019; Laborieux et al. 2021).
/// </summary>
/// <remarks>
/// Layers updated together from the newest state of the others descend the energy exactly (block coordinate descent);
/// <see cref="SweepOrder.Synchronous"/> may oscillate. Where output units are piecewise linear and the cost is quadratic,
/// nudging is solved for, so that its strength costs no sweeps.
/// </remarks>
public sealed record FixedPoint : IRelaxation
{
    /// <summary>A relaxation by sweeps.</summary>
    /// <param name="maxSweeps">The sweeps of an example at most, or exactly where the tolerance is 0; at least 1.</param>
    /// <param name="tolerance">
    /// An example is settled, and stays where it is, once no unit moved further than this in a sweep; at least 0. With
    /// 0 every example takes all sweeps.
    /// </param>
    /// <param name="order">In which order layers are updated.</param>
    public FixedPoint(int maxSweeps, double tolerance = 0, SweepOrder order = SweepOrder.Alternating)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxSweeps);
        RelaxationRules.RequireTolerance(tolerance);
        RelaxationRules.RequireOrder(order);
        MaxSweeps = maxSweeps;
        Tolerance = tolerance;
        Order = order;
    }

    /// <summary>The sweeps of an example at most.</summary>
    public int MaxSweeps { get; }

    /// <summary>How far a unit of a settled example may move in a sweep; 0 for a fixed number of sweeps.</summary>
    public double Tolerance { get; }

    /// <summary>In which order layers are updated.</summary>
    public SweepOrder Order { get; }

    /// <summary>
    /// Whether a phase with a tolerance of 0 measures how far units moved in its last sweep. Where it does not, it is a little faster and
    /// reports no residual and nothing diverged.
    /// </summary>
    public bool Measures { get; init; } = true;

    /// <inheritdoc/>
    public Settling Settle<T>(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        Nudge<T> nudge = default,
        RelaxationTrace<T>? trace = null
    )
        where T : unmanaged, INumberBase<T>
    {
        var sweep = new PlainSweep<T>(Order, LayerRule.FixedPoint);
        var rule = new StoppingRule(MaxSweeps, Tolerance) { Measures = Measures };
        return SettlingLoop.Run(network, state, nudge, rule, ref sweep, trace);
    }
}
