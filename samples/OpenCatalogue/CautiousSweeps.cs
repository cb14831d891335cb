using System.Numerics;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace OpenCatalogue;

/// <summary>A relaxation made of two: gradient flow first, then sweeps. Where the first is over the second goes on.</summary>
public sealed class CautiousSweeps : IRelaxation
{
    private readonly GradientFlow? _flow;
    private readonly FixedPoint _sweeps;

    /// <summary>A relaxation.</summary>
    /// <param name="steps">How many small steps; at least 0, fewer than <paramref name="sweeps"/>.</param>
    /// <param name="step">How far a small step goes.</param>
    /// <param name="sweeps">Steps and sweeps of an example together, at most.</param>
    /// <param name="tolerance">How far a unit of a settled example may move; 0 takes all sweeps.</param>
    /// <param name="order">In which order layers are updated by sweeps.</param>
    public CautiousSweeps(int steps, double step, int sweeps, double tolerance, SweepOrder order)
    {
        _flow = steps == 0 ? null : new GradientFlow(step, steps);
        _sweeps = new FixedPoint(sweeps - steps, tolerance, order);
    }

    /// <inheritdoc/>
    public Settling Settle<T>(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        Nudge<T> nudge = default,
        RelaxationTrace<T>? trace = null
    )
        where T : unmanaged, INumberBase<T>
    {
        // A trace begins anew with each relaxation: it shows the second.
        Settling? first = _flow?.Settle(network, state, nudge);
        Settling second = _sweeps.Settle(network, state, nudge, trace);
        return second with
        {
            Sweeps = second.Sweeps + (first?.Sweeps ?? 0),
            MostSweeps = second.MostSweeps + (first?.MostSweeps ?? 0),
        };
    }
}
