using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Numerics.Products;

namespace Hebb.Relaxation.Sweeps;

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
        else if (isNudged && rule.Step == 1 && nudge.Cost is LinearCost && kind.Activation == Activation.Linear)
        {
            FusedDrives.Next(network, state, layer, Activation.Linear, rows);
            AddForces(state, nudge, rows);
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

    // The cost's gradient is its target, row by row: what NudgeDrive does, without a call for each example.
    private static void AddForces(NetworkState<float> state, in Nudge<float> nudge, int rows)
    {
        AlignedMatrix<float> drives = state.NextMatrix(state.Topology.Output);
        AlignedMatrix<float> forces = state.Force;
        var gradients = nudge.Targets;
        var factor = -nudge.Beta;
        for (var row = 0; row < rows; row++)
        {
            var gradient = gradients[state.ExampleAt(row)];
            var force = forces[row];
            var next = drives[row];
            for (var unit = 0; unit < gradient.Length; unit++)
            {
                force[unit] = factor * gradient[unit];
                next[unit] += force[unit];
            }
        }
    }

    // The padding never moves.
    private static void Measure(NetworkState<float> state, int layer, int rows)
    {
        LargestDistance.Raise(
            state.Residuals.AsSpan(0, rows),
            state.NextMatrix(layer).First(rows),
            state.UnitMatrix(layer).First(rows)
        );
    }
}
