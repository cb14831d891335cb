using Hebb.Costs;
using Hebb.Networks;
using Hebb.Numerics;
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
        else if (isNudged && rule.Step == 1 && kind.Activation == Activation.Linear && nudge.Cost is LinearCost)
        {
            FusedDrives.Next(network, state, layer, Activation.Linear, rows);
            Push(state, layer, nudge, rows);
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

    // The force of a linear cost is its target, and a linear unit goes all the way: no call for each example.
    private static void Push(NetworkState<float> state, int layer, in Nudge<float> nudge, int rows)
    {
        AlignedMatrix<float> forces = state.Force;
        AlignedMatrix<float> units = state.NextMatrix(layer);
        var targets = nudge.Targets;
        var strength = -nudge.Beta;
        for (var row = 0; row < rows; row++)
        {
            var force = forces[row];
            var next = units[row];
            var target = targets[state.ExampleAt(row)];
            for (var unit = 0; unit < next.Length; unit++)
            {
                force[unit] = target[unit] * strength;
                next[unit] += force[unit];
            }
        }
    }

    // The padding never moves.
    private static void Measure(NetworkState<float> state, int layer, int rows)
    {
        AlignedMatrix<float> next = state.NextMatrix(layer);
        AlignedMatrix<float> old = state.UnitMatrix(layer);
        var residuals = state.Residuals.AsSpan(0, rows);
        for (var row = 0; row < rows; row++)
        {
            // Math.Max keeps what is no number.
            residuals[row] = Math.Max(residuals[row], LargestDistance.Of(next.Padded(row), old.Padded(row)));
        }
    }
}
