using Hebb.Networks;
using Hebb.Numerics.Products;

namespace Hebb.Relaxation;

/// <summary>One layer's part of a sweep in float32: products, biases and activation in one go.</summary>
internal static class FusedLayerUpdate
{
    /// <inheritdoc cref="LayerUpdate.Move"/>
    public static void Move(
        EnergyNetwork<float> network,
        NetworkState<float> state,
        int layer,
        in Nudge<float> nudge,
        LayerRule rule,
        int rows,
        bool measures
    )
    {
        Layer kind = network.Topology.Layers[layer];
        var isNudged = kind.Role is LayerRole.Output && !nudge.IsNone;
        if (!isNudged && rule.Step == 1)
        {
            FusedDrives.Next(network, state, layer, kind.Activation, rows);
        }
        else
        {
            FusedDrives.Next(network, state, layer, Activation.Linear, rows);
            for (var row = 0; row < rows; row++)
            {
                ReadOnlySpan<float> old = state.UnitMatrix(layer)[row];
                var next = state.NextMatrix(layer)[row];
                if (isNudged)
                {
                    LayerUpdate.NudgeDrive(state, kind.Activation, nudge, rule, row, old, next);
                }

                if (rule.Step != 1)
                {
                    LayerUpdate.StepTowards(kind.Activation, rule.Step, old, next);
                }

                // The padding too, which then is at rest as everywhere else.
                var padded = state.NextMatrix(layer).Padded(row);
                kind.Activation.Apply<float>(padded, padded);
            }
        }

        if (measures && kind.Role is not LayerRole.Readout)
        {
            Measure(state, layer, rows);
        }
    }

    // The padding never moves.
    private static void Measure(NetworkState<float> state, int layer, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            var moved = LargestDistance.Of(state.NextMatrix(layer).Padded(row), state.UnitMatrix(layer).Padded(row));

            // Math.Max keeps what is no number.
            state.Residuals[row] = Math.Max(state.Residuals[row], moved);
        }
    }
}
