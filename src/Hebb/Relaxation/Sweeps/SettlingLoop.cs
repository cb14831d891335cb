using Hebb.Networks;
using Hebb.Networks.Topology;

namespace Hebb.Relaxation.Sweeps;

/// <summary>Repeats sweeps until every example has settled or used up its sweeps: what all relaxations share.</summary>
internal static class SettlingLoop
{
    /// <summary>Settles a state.</summary>
    /// <typeparam name="TSweep">What a sweep does.</typeparam>
    /// <param name="state">The state, changed in place.</param>
    /// <param name="trace">Records what happens, or null.</param>
    public static Settling Run<T, TSweep>(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        in Nudge<T> nudge,
        StoppingRule rule,
        ref TSweep sweep,
        RelaxationTrace<T>? trace
    )
        where T : unmanaged, INumberBase<T>
        where TSweep : struct, ISweep<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(state);
        state.RequireSameTopology(network.Topology);
        RelaxationRules.RequireFit(state, nudge);
        if (nudge.IsNone)
        {
            state.Force.Span.Clear();
        }
        else
        {
            ReadReadout(network, state, nudge);
        }

        trace?.Begin(network, state, nudge);
        Settling settling;
        try
        {
            settling = Sweep(network, state, nudge, rule, ref sweep, trace);
        }
        finally
        {
            // Whatever a cost or a trace throws, examples stand in their rows again.
            state.RestoreOrder();
        }

        ReadReadout(network, state, nudge);
        return settling;
    }

    private static Settling Sweep<T, TSweep>(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        in Nudge<T> nudge,
        StoppingRule rule,
        ref TSweep sweep,
        RelaxationTrace<T>? trace
    )
        where T : unmanaged, INumberBase<T>
        where TSweep : struct, ISweep<T>
    {
        var active = state.Rows;
        var sweeps = 0L;
        var most = 0;
        while (most < rule.MaxSweeps && active > 0)
        {
            most++;
            sweeps += active;
            var isLast = rule.Measures && most == rule.MaxSweeps;
            var measures = rule.IsByResidual || isLast || trace is not null;
            sweep.Run(network, state, nudge, active, measures);
            if (sweep.Step != 1 && measures)
            {
                Scale(state.Residuals.AsSpan(0, active), 1 / sweep.Step);
            }

            trace?.Record(network, state, nudge, active);
            active = rule.IsByResidual ? SetSettledAside(state, active, rule.Tolerance) : active;
        }

        return Summarise(state, sweeps, most, active, rule);
    }

    // Backwards, so that the example that comes into a row has been looked at.
    private static int SetSettledAside<T>(NetworkState<T> state, int active, double tolerance)
        where T : unmanaged, INumberBase<T>
    {
        for (var row = active - 1; row >= 0; row--)
        {
            if (state.Residuals[row] <= tolerance)
            {
                active--;
                state.SetAside(row, active);
            }
        }

        return active;
    }

    // Nudging starts from the units as they are; a free phase, whose sweeps leave the readout alone, ends with reading it.
    private static void ReadReadout<T>(EnergyNetwork<T> network, NetworkState<T> state, in Nudge<T> nudge)
        where T : unmanaged, INumberBase<T>
    {
        var output = network.Topology.Output;
        if (network.Topology.Layers[output].Role is LayerRole.Readout)
        {
            LayerUpdate.Move(network, state, output, nudge, LayerRule.FixedPoint, state.Rows, measures: false);
            LayerUpdate.Commit(state, output, nudge, state.Rows);
        }
    }

    private static Settling Summarise<T>(NetworkState<T> state, long sweeps, int most, int active, StoppingRule rule)
        where T : unmanaged, INumberBase<T>
    {
        var largest = 0.0;
        var diverged = 0;
        var measured = rule.IsByResidual || rule.Measures ? state.Rows : 0;
        for (var row = 0; row < measured; row++)
        {
            diverged += double.IsFinite(state.Residuals[row]) ? 0 : 1;
            largest = Math.Max(largest, state.Residuals[row]);
        }

        return new Settling(state.Rows, sweeps, most, rule.IsByResidual ? active : 0, diverged, largest);
    }

    private static void Scale(Span<double> residuals, double factor)
    {
        foreach (ref var residual in residuals)
        {
            residual *= factor;
        }
    }
}
