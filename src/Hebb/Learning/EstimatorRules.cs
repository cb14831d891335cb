using Hebb.Costs;
using Hebb.Networks;

namespace Hebb.Learning;

/// <summary>What an estimate can be asked of.</summary>
internal static class EstimatorRules
{
    /// <summary>Refuses what does not fit together, before anything settles.</summary>
    /// <param name="states">The states; whether they hold the inputs is checked where these are clamped.</param>
    /// <param name="cost">C.</param>
    /// <exception cref="ArgumentException">The states, the targets or the gradient are not of the network's shape.</exception>
    public static void RequireFit<T>(
        EnergyNetwork<T> network,
        PhaseStates<T> states,
        in Batch<T> batch,
        ICost cost,
        NetworkParameters<T> gradient
    )
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentNullException.ThrowIfNull(gradient);
        states.Free.RequireSameTopology(network.Topology);
        gradient.RequireSameShape(network.Topology);
        var targets = batch.Targets;
        var columns = cost.TargetSize(network.Topology.OutputSize);
        if (targets.Rows != batch.Rows || targets.Columns != columns)
        {
            throw new ArgumentException(
                $"targets: {targets.Rows} rows of {targets.Columns}; {batch.Rows} rows of {columns} are needed",
                nameof(batch)
            );
        }
    }

    /// <summary>Refuses a number that is not positive and finite.</summary>
    public static void RequirePositive(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0)
        {
            throw new ArgumentOutOfRangeException(name, $"{name} {value}: a positive finite number is needed");
        }
    }

    /// <summary>Refuses a number that is zero in the number type of a network: what it scales would be lost.</summary>
    public static void RequireSeen<T>(double value, string name)
        where T : unmanaged, INumberBase<T>
    {
        if (T.CreateTruncating(value) == T.Zero)
        {
            throw new ArgumentException(
                $"{name} {value}: it is 0 in {(typeof(T) == typeof(float) ? "float32" : "float64")}; a larger one is needed",
                name
            );
        }
    }
}
