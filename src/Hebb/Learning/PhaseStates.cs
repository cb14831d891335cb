using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Learning;

/// <summary>The states that the phases of an estimate settle in, made once and reused.</summary>
public sealed class PhaseStates<T>
    where T : unmanaged, INumberBase<T>
{
    private NetworkState<T>? _first;
    private NetworkState<T>? _second;

    /// <summary>States at rest.</summary>
    /// <param name="capacity">The examples of the largest batch; at least 1.</param>
    public PhaseStates(NetworkTopology topology, int capacity)
    {
        Free = new NetworkState<T>(topology, capacity);
    }

    /// <summary>Where the free phase settles.</summary>
    public NetworkState<T> Free { get; }

    /// <summary>Where the first nudged phase settles.</summary>
    public NetworkState<T> First => _first ??= new NetworkState<T>(Free.Topology, Free.Capacity);

    /// <summary>Where the second nudged phase settles.</summary>
    public NetworkState<T> Second => _second ??= new NetworkState<T>(Free.Topology, Free.Capacity);

    /// <summary>Clamps a batch and settles the free phase from rest.</summary>
    internal Relaxation.Settling SettleFreely(
        EnergyNetwork<T> network,
        ReadOnlyMatrixSpan<T> inputs,
        Relaxation.IRelaxation relaxation
    )
    {
        Free.Reset();
        Free.Clamp(network, inputs);
        return relaxation.Settle(network, Free);
    }

    /// <summary>The mean cost of the free outputs.</summary>
    /// <param name="cost">C.</param>
    /// <param name="targets">A row an example.</param>
    internal double MeanCost(ICost cost, ReadOnlyMatrixSpan<T> targets) =>
        CostSum(cost, Free.Outputs, targets) / targets.Rows;

    /// <summary>The costs of outputs, added up.</summary>
    /// <param name="cost">C.</param>
    /// <param name="outputs">A row an example, as in the targets.</param>
    internal static double CostSum(ICost cost, ReadOnlyMatrixSpan<T> outputs, ReadOnlyMatrixSpan<T> targets)
    {
        var sum = 0.0;
        for (var row = 0; row < outputs.Rows; row++)
        {
            sum += Transcendental.RealPart(cost.Value(outputs[row], targets[row]));
        }

        return sum;
    }

    /// <summary>Room for what an operation needs beside the states, made at its first use; one object of each type.</summary>
    /// <typeparam name="TWorkspace">What it needs.</typeparam>
    /// <param name="create">Makes it.</param>
    /// <param name="fits">Whether that of an earlier use will do; where this is not given, it always does.</param>
    public TWorkspace Workspace<TWorkspace>(
        Func<NetworkState<T>, TWorkspace> create,
        Func<TWorkspace, bool>? fits = null
    )
        where TWorkspace : class => Free.Workspace(create, fits);
}
