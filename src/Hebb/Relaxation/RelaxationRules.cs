using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Relaxation;

/// <summary>What a phase can be asked.</summary>
internal static class RelaxationRules
{
    /// <summary>Refuses a tolerance that is negative or not a number.</summary>
    public static void RequireTolerance(
        double tolerance,
        [CallerArgumentExpression(nameof(tolerance))] string? name = null
    )
    {
        if (!double.IsFinite(tolerance) || tolerance < 0)
        {
            throw new ArgumentOutOfRangeException(name, tolerance, "a number of at least 0 is needed");
        }
    }

    /// <summary>Refuses an order that there is not.</summary>
    public static void RequireOrder(SweepOrder order, [CallerArgumentExpression(nameof(order))] string? name = null)
    {
        if (!Enum.IsDefined(order))
        {
            throw new ArgumentOutOfRangeException(
                name,
                order,
                $"one of {string.Join(", ", Enum.GetNames<SweepOrder>())} is needed"
            );
        }
    }

    /// <summary>Refuses a nudge that does not fit the state, or under which no state is at rest.</summary>
    public static void RequireFit<T>(NetworkState<T> state, in Nudge<T> nudge)
        where T : unmanaged, INumberBase<T>
    {
        if (nudge.IsNone)
        {
            return;
        }

        var targets = nudge.Targets;
        NetworkTopology topology = state.Topology;
        var columns = nudge.Cost!.TargetSize(topology.OutputSize);
        if (targets.Rows != state.Rows || targets.Columns != columns)
        {
            throw new ArgumentException(
                $"targets: {targets.Rows} rows of {targets.Columns}; {state.Rows} rows of {columns} are needed",
                nameof(nudge)
            );
        }

        var strength = Transcendental.RealPart(nudge.Beta) * nudge.Cost.Curvature;
        Layer output = topology.Layers[topology.Output];
        if (strength <= -1 && output.Role is LayerRole.Output && HasNoBounds(output.Activation))
        {
            throw new ArgumentException(
                $"beta {Transcendental.RealPart(nudge.Beta)}: with cost {nudge.Cost.Name} on {output.Activation} outputs the total energy has no minimum; above {-1 / nudge.Cost.Curvature} is needed",
                nameof(nudge)
            );
        }
    }

    private static bool HasNoBounds(Activation activation) =>
        double.IsInfinity(activation.Minimum) || double.IsInfinity(activation.Maximum);
}
