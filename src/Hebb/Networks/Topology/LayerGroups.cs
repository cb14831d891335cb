namespace Hebb.Networks.Topology;

/// <summary>Which layers a sweep updates together.</summary>
internal static class LayerGroups
{
    /// <summary>The free layers in groups, one after another.</summary>
    public static ImmutableArray<ImmutableArray<int>> Of(NetworkTopology topology, SweepOrder order) =>
        order switch
        {
            SweepOrder.Synchronous => AtOnce(topology),
            SweepOrder.Alternating => Unconnected(topology),
            SweepOrder.Forward => [.. topology.Free.Select(layer => ImmutableArray.Create(layer))],
            SweepOrder.Backward => [.. topology.Free.Reverse().Select(layer => ImmutableArray.Create(layer))],
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "order: no such order of sweeps"),
        };

    // A readout does not settle: it reads what the others have become, so that the force of its cost is that of their
    // newest state, as in Laborieux et al. (2021, section 3.3).
    private static ImmutableArray<ImmutableArray<int>> AtOnce(NetworkTopology topology)
    {
        ImmutableArray<int> settling = [.. topology.Free.Where(layer => !IsReadout(topology, layer))];
        ImmutableArray<int> reading = [.. topology.Free.Where(layer => IsReadout(topology, layer))];
        return [.. new[] { settling, reading }.Where(group => !group.IsEmpty)];
    }

    private static bool IsReadout(NetworkTopology topology, int layer) =>
        topology.Layers[layer].Role is LayerRole.Readout;

    // Each layer joins the first group that holds none of its neighbours: two groups in a chain.
    private static ImmutableArray<ImmutableArray<int>> Unconnected(NetworkTopology topology)
    {
        var groups = new List<List<int>>();
        foreach (var layer in topology.Free)
        {
            var group = groups.Find(others => others.TrueForAll(other => !AreConnected(topology, layer, other)));
            if (group is null)
            {
                groups.Add([layer]);
            }
            else
            {
                group.Add(layer);
            }
        }

        return [.. groups.Select(group => group.ToImmutableArray())];
    }

    private static bool AreConnected(NetworkTopology topology, int one, int other) =>
        topology.Incoming(one).Any(incoming => incoming.Source == other)
        || topology.Incoming(other).Any(incoming => incoming.Source == one);
}
