using Hebb.Networks;
using Hebb.Networks.Topology;

namespace Hebb.Relaxation.Sweeps;

/// <summary>A sweep over all free layers in an order, by a rule, and nothing more.</summary>
internal readonly struct PlainSweep<T>(SweepOrder order, LayerRule rule) : ISweep<T>
    where T : unmanaged, INumberBase<T>
{
    public double Step => rule.Step;

    public void Run(EnergyNetwork<T> network, NetworkState<T> state, in Nudge<T> nudge, int rows, bool measures)
    {
        if (measures)
        {
            state.Residuals.AsSpan(0, rows).Clear();
        }

        foreach (var group in network.Topology.Groups(order))
        {
            if (group.Length == 1)
            {
                MoveAlone(network, state, group[0], nudge, rows, measures);
                continue;
            }

            foreach (var layer in group)
            {
                if (Moves(state, layer, nudge))
                {
                    LayerUpdate.Move(network, state, layer, nudge, RuleOf(state, layer), rows, measures);
                }
            }

            foreach (var layer in group)
            {
                if (Moves(state, layer, nudge))
                {
                    LayerUpdate.Commit(state, layer, nudge, rows);
                }
            }
        }
    }

    private void MoveAlone(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        int layer,
        in Nudge<T> nudge,
        int rows,
        bool measures
    )
    {
        if (Moves(state, layer, nudge))
        {
            LayerUpdate.Move(network, state, layer, nudge, RuleOf(state, layer), rows, measures);
            LayerUpdate.Commit(state, layer, nudge, rows);
        }
    }

    // A readout reads at once, however small the steps of the others are.
    private LayerRule RuleOf(NetworkState<T> state, int layer) =>
        state.Topology.Layers[layer].Role is LayerRole.Readout ? LayerRule.FixedPoint : rule;

    // Clamped outputs stay; a readout that sends nothing back need not be read before the end.
    private static bool Moves(NetworkState<T> state, int layer, in Nudge<T> nudge) =>
        state.Topology.Layers[layer].Role switch
        {
            LayerRole.Output => !state.OutputsAreClamped,
            LayerRole.Readout => !nudge.IsNone,
            _ => true,
        };
}
