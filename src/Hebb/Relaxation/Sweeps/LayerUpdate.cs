using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Relaxation.Sweeps;

/// <summary>
/// One layer's part of a sweep: where its units go next, and that they go there. Float32 runs on fused kernels, other
/// number types on the readable reference.
/// </summary>
internal static class LayerUpdate
{
    /// <summary>Computes the next units of the active examples, and how far they move.</summary>
    /// <param name="state">The state; its units stay, its next units are written.</param>
    /// <param name="measures">Whether the residuals are raised to how far a unit moves.</param>
    public static void Move<T>(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        int layer,
        in Nudge<T> nudge,
        LayerRule rule,
        int rows,
        bool measures
    )
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(float))
        {
            FusedLayerUpdate.Move(
                Unsafe.As<EnergyNetwork<float>>(network),
                Unsafe.As<NetworkState<float>>(state),
                layer,
                nudge.ToSingle(),
                rule,
                rows,
                measures
            );
        }
        else
        {
            Reference(network, state, layer, nudge, rule, rows, measures);
        }
    }

    /// <summary>The next units become the units; a readout's cost makes its force anew.</summary>
    public static void Commit<T>(NetworkState<T> state, int layer, in Nudge<T> nudge, int rows)
        where T : unmanaged, INumberBase<T>
    {
        state.Commit(layer);
        if (state.Topology.Layers[layer].Role is LayerRole.Readout)
        {
            for (var row = 0; row < rows; row++)
            {
                CostForce(state, nudge, row);
            }
        }
    }

    /// <summary>The update as it reads.</summary>
    /// <inheritdoc cref="Move"/>
    internal static void Reference<T>(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        int layer,
        in Nudge<T> nudge,
        LayerRule rule,
        int rows,
        bool measures
    )
        where T : unmanaged, INumberBase<T>
    {
        Layer kind = network.Topology.Layers[layer];
        for (var row = 0; row < rows; row++)
        {
            ReadOnlySpan<T> old = state.UnitMatrix(layer)[row];
            var next = state.NextMatrix(layer)[row];
            ReferenceDrives.Drive(network, state, layer, row, next);
            if (kind.Role is LayerRole.Output)
            {
                NudgeDrive(state, kind.Activation, nudge, rule, row, old, next);
            }

            if (rule.Step != 1)
            {
                StepTowards(kind.Activation, rule.Step, old, next);
            }

            kind.Activation.Apply<T>(next, next);
            if (measures && kind.Role is not LayerRole.Readout)
            {
                state.Residuals[row] = Furthest(old, next, state.Residuals[row]);
            }
        }
    }

    /// <summary>Adds what the cost drives to the drive of the output units.</summary>
    internal static void NudgeDrive<T>(
        NetworkState<T> state,
        Activation activation,
        in Nudge<T> nudge,
        LayerRule rule,
        int row,
        ReadOnlySpan<T> old,
        Span<T> drive
    )
        where T : unmanaged, INumberBase<T>
    {
        if (nudge.IsNone)
        {
            return;
        }

        CostForce(state, nudge, row);
        ReadOnlySpan<T> force = state.Force[row];
        var strength = nudge.Beta * T.CreateTruncating(nudge.Cost!.Curvature);

        // At -1 and below F is not convex in an output: what solves for it would climb to its maximum.
        var isConvex = Transcendental.RealPart(strength) > -1;
        if (!rule.SolvesNudge || !activation.IsPiecewiseLinear || strength == T.Zero || !isConvex)
        {
            for (var unit = 0; unit < drive.Length; unit++)
            {
                drive[unit] += force[unit];
            }

            return;
        }

        // s = drive - beta (dC/ds - c s) - beta c s, solved for s; then the range.
        var share = T.One / (T.One + strength);
        for (var unit = 0; unit < drive.Length; unit++)
        {
            drive[unit] = (drive[unit] + force[unit] + (strength * old[unit])) * share;
        }
    }

    // minus beta dC/dy of an example, or zero in a free phase.
    private static void CostForce<T>(NetworkState<T> state, in Nudge<T> nudge, int row)
        where T : unmanaged, INumberBase<T>
    {
        var force = state.Force[row];
        if (nudge.IsNone)
        {
            force.Clear();
            return;
        }

        ReadOnlySpan<T> outputs = state.UnitMatrix(state.Topology.Output)[row];
        nudge.Cost!.Gradient(outputs, nudge.Targets[state.ExampleAt(row)], force);
        foreach (ref var unit in force)
        {
            unit *= -nudge.Beta;
        }
    }

    // The drive that gradient flow reaches in a step: mirror descent on E with the potentials G as its geometry.
    internal static void StepTowards<T>(Activation activation, double step, ReadOnlySpan<T> old, Span<T> drive)
        where T : unmanaged, INumberBase<T>
    {
        const int Most = 128;
        var pace = T.CreateTruncating(step);
        Span<T> room = stackalloc T[Most];
        for (var first = 0; first < drive.Length; first += Most)
        {
            var part = drive.Slice(first, Math.Min(Most, drive.Length - first));
            var from = room[..part.Length];
            activation.Inverse(old.Slice(first, part.Length), from);
            for (var unit = 0; unit < part.Length; unit++)
            {
                part[unit] = from[unit] + (pace * (part[unit] - from[unit]));
            }
        }
    }

    private static double Furthest<T>(ReadOnlySpan<T> old, ReadOnlySpan<T> next, double furthest)
        where T : unmanaged, INumberBase<T>
    {
        for (var unit = 0; unit < old.Length; unit++)
        {
            // Math.Max keeps what is no number.
            furthest = Math.Max(furthest, Transcendental.Magnitude(next[unit] - old[unit]));
        }

        return furthest;
    }
}
