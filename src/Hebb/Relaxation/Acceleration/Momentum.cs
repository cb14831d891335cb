using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Relaxation.Acceleration;

/// <summary>
/// Sweeps with a heavy ball: s = clip(sweep(s) + mu (s - s_previous)), each example with a memory of its own (Polyak 1964, on
/// fixed-point sweeps in place of gradient steps).
/// </summary>
/// <remarks>
/// <para>
/// Of the n sweeps that plain ones take, n large, momentum needs about the square root at best: where mu is near
/// (1 - sqrt(1 - r))^2, r the factor by which a plain sweep shrinks the residual. A mu too great for the network costs more
/// sweeps than it saves.
/// </para>
/// <para>
/// It is safe. Where a step of momentum does not lower the residual (the Euclidean norm of what the next sweep moves) or is not
/// finite, the example goes back to the plain sweep and its memory restarts, with ever more plain sweeps in between if that does
/// not help. The last sweep of a phase is a plain one, and so is the one that settles an example. So in a network that contracts
/// it comes to the same rest as plain sweeps. Where there are several rests it may come to another than plain sweeps do, and
/// where <see cref="SweepOrder.Synchronous"/> sweeps have cycles as well it may lead into one.
/// </para>
/// </remarks>
public sealed record Momentum : IRelaxation
{
    /// <summary>A relaxation by sweeps with momentum.</summary>
    /// <param name="maxSweeps">The sweeps of an example at most, or exactly where the tolerance is 0; at least 1.</param>
    /// <param name="coefficient">mu, in [0, 1); 0 is plain sweeps.</param>
    /// <param name="tolerance">
    /// An example is settled once no unit moved further than this in a plain sweep; at least 0. With 0 every example takes all
    /// sweeps.
    /// </param>
    /// <param name="order">In which order layers are updated.</param>
    public Momentum(
        int maxSweeps,
        double coefficient = 0.5,
        double tolerance = 0,
        SweepOrder order = SweepOrder.Alternating
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxSweeps);
        if (!(coefficient >= 0 && coefficient < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(coefficient),
                coefficient,
                "a number of at least 0 and below 1 is needed"
            );
        }

        RelaxationRules.RequireTolerance(tolerance);
        RelaxationRules.RequireOrder(order);
        MaxSweeps = maxSweeps;
        Coefficient = coefficient;
        Tolerance = tolerance;
        Order = order;
    }

    /// <summary>The sweeps of an example at most.</summary>
    public int MaxSweeps { get; }

    /// <summary>mu, how much of the last move is made again.</summary>
    public double Coefficient { get; }

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
        var heavyBall = new HeavyBall<T>(state.Workspace(static made => new HeavyBallMemory<T>(made)), Coefficient);
        var sweep = new AcceleratedSweep<T, HeavyBall<T>>(Order, rule, state, heavyBall);
        return SettlingLoop.Run(network, state, nudge, rule, ref sweep, trace);
    }
}
