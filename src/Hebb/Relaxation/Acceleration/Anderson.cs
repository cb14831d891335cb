using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Relaxation.Acceleration;

/// <summary>
/// Sweeps with Anderson acceleration (Walker and Ni 2011, eqs. 2.1 and 2.2): each example continues from the combination of its
/// last sweeps whose residual would be smallest if the sweep were linear.
/// </summary>
/// <remarks>
/// <para>
/// With f = sweep(s) - s over all free units of the example: s_next = sweep(s) - dG gamma, where gamma minimises |f - dF gamma| and
/// the columns of dF and dG are the last changes of f and of sweep(s). The least squares are solved in float64, their columns
/// brought to one length and slightly regularised. Units are held in the range of their activation. Complex units count as two
/// real numbers each, so gamma is real.
/// </para>
/// <para>
/// It is safe. Where an accelerated step does not lower the residual (the Euclidean norm of what the next sweep moves) or is not
/// finite, the example goes back to the plain sweep and its history restarts, with ever more plain sweeps in between if that does
/// not help; while plain sweeps move further and further nothing is tried. The last sweep of a phase is a plain one, and so is
/// the one that settles an example. So in a network that contracts it comes to the same rest as plain sweeps. Where there are
/// several rests it may come to another than plain sweeps do, and where <see cref="SweepOrder.Synchronous"/> sweeps have cycles
/// as well it may lead into one. It saves most where the tolerance is fine.
/// </para>
/// </remarks>
public sealed record Anderson : IRelaxation
{
    /// <summary>The smallest window.</summary>
    public const int LeastWindow = 2;

    /// <summary>The largest window.</summary>
    public const int MostWindow = 10;

    /// <summary>A relaxation by accelerated sweeps.</summary>
    /// <param name="maxSweeps">The sweeps of an example at most, or exactly where the tolerance is 0; at least 1.</param>
    /// <param name="window">m, how many of the last changes are combined; 2 to 10.</param>
    /// <param name="tolerance">
    /// An example is settled once no unit moved further than this in a plain sweep; at least 0. With 0 every example takes all
    /// sweeps.
    /// </param>
    /// <param name="order">In which order layers are updated.</param>
    public Anderson(int maxSweeps, int window = 5, double tolerance = 0, SweepOrder order = SweepOrder.Alternating)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxSweeps);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, LeastWindow);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, MostWindow);
        RelaxationRules.RequireTolerance(tolerance);
        RelaxationRules.RequireOrder(order);
        MaxSweeps = maxSweeps;
        Window = window;
        Tolerance = tolerance;
        Order = order;
    }

    /// <summary>The sweeps of an example at most.</summary>
    public int MaxSweeps { get; }

    /// <summary>m, how many of the last changes are combined.</summary>
    public int Window { get; }

    /// <summary>How far a unit of a settled example may move in a sweep; 0 for a fixed number of sweeps.</summary>
    public double Tolerance { get; }

    /// <summary>In which order layers are updated.</summary>
    public SweepOrder Order { get; }

    /// <inheritdoc/>
    public Settling Settle<T>(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        Nudge<T> nudge = default,
        RelaxationTrace<T>? trace = null
    )
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(state);
        var rule = new StoppingRule(MaxSweeps, Tolerance);
        var mixing = new AndersonMixing<T>(state.Workspace(static made => new AndersonHistory<T>(made)), Window);
        var sweep = new AcceleratedSweep<T, AndersonMixing<T>>(Order, rule, state, mixing);
        return SettlingLoop.Run(network, state, nudge, rule, ref sweep, trace);
    }
}
