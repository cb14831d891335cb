using System.Diagnostics.CodeAnalysis;
using Hebb.Networks.Activations;

namespace Hebb.Networks.Topology;

/// <summary>What a graph must be like to settle and to learn.</summary>
internal static class TopologyRules
{
    /// <summary>Refuses layers and connections that make no network.</summary>
    /// <param name="topology">The graph; its layers and connections are set, nothing else.</param>
    public static void Check(NetworkTopology topology)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Layer? layer in topology.Layers)
        {
            Require(
                layer?.Name is not null,
                "layers: one of them, or its name, is null; a layer with a name is needed"
            );
            Require(
                layer.Activation is not null,
                $"layer '{layer.Name}': its activation is null; one of the catalogue is needed"
            );
            Require(
                Enum.IsDefined(layer.Role),
                $"layer '{layer.Name}': role {layer.Role}; input, hidden, output or readout is needed"
            );
            Require(layer.Size >= 1, $"layer '{layer.Name}': size {layer.Size}; at least 1 unit is needed");
            Require(
                double.IsFinite(layer.EnergyWeight) && layer.EnergyWeight > 0,
                $"layer '{layer.Name}': energy weight {layer.EnergyWeight}; a positive finite number is needed"
            );
            Require(
                layer.EnergyWeight == 1 || layer.Role is LayerRole.Hidden,
                $"layer '{layer.Name}': energy weight {layer.EnergyWeight}; only that of a hidden layer may differ from 1"
            );
            Require(
                names.Add(layer.Name),
                $"layer '{layer.Name}': the name is given twice; layers need names of their own"
            );
            Require(
                layer.Role is not LayerRole.Readout || layer.Activation == Activation.Linear,
                $"layer '{layer.Name}': activation {layer.Activation}; a readout is linear, its cost takes the softmax"
            );
        }

        var asked = topology.Layers.Where(layer => layer.IsAsked).Select(layer => $"'{layer.Name}'").ToArray();
        Require(asked.Length > 0, "layers: none of them is an output; exactly one output or readout is needed");
        Require(
            asked.Length == 1,
            $"layers {string.Join(", ", asked)}: {asked.Length} outputs; exactly one output or readout is needed"
        );
        Require(
            topology.Layers.Any(layer => layer.Role is LayerRole.Input),
            "layers: none of them is an input; at least one is needed"
        );
        var inputs = topology.Layers.Where(layer => layer.Role is LayerRole.Input).Sum(layer => (long)layer.Size);
        Require(
            inputs <= int.MaxValue,
            $"layers: the inputs have {inputs} units together; at most {int.MaxValue} are possible"
        );
        for (var index = 0; index < topology.Connections.Length; index++)
        {
            CheckConnection(topology, index);
        }
    }

    /// <summary>Refuses layers that no input reaches or that do not reach the output.</summary>
    /// <param name="topology">The graph, with the incoming connections.</param>
    public static void CheckReach(NetworkTopology topology)
    {
        var layers = topology.Layers;
        var reached = layers.Select(layer => layer.Role is LayerRole.Input).ToArray();
        var useful = layers.Select(layer => layer.IsAsked).ToArray();
        for (var pass = 0; pass < layers.Length; pass++)
        {
            for (var layer = 0; layer < layers.Length; layer++)
            {
                foreach (Incoming incoming in topology.Incoming(layer))
                {
                    reached[layer] |= reached[incoming.Source] && layers[incoming.Source].Role is not LayerRole.Readout;
                    useful[incoming.Source] |= useful[layer];
                }
            }
        }

        // An output that stands alone is named before the layers that do not reach it.
        for (var layer = 0; layer < layers.Length; layer++)
        {
            Require(
                reached[layer],
                $"layer '{layers[layer].Name}': no input reaches it; every layer needs a path from an input"
            );
        }

        for (var layer = 0; layer < layers.Length; layer++)
        {
            Require(
                useful[layer],
                $"layer '{layers[layer].Name}': it does not reach the output; every layer needs a path to it"
            );
        }
    }

    private static void CheckConnection(NetworkTopology topology, int index)
    {
        Connection connection = topology.Connections[index];
        var name = $"connection {index} ({connection.From} to {connection.To})";
        Require(
            connection.From >= 0
                && connection.From < topology.Layers.Length
                && connection.To >= 0
                && connection.To < topology.Layers.Length,
            $"{name}: there are layers 0 to {topology.Layers.Length - 1} only"
        );
        Layer from = topology.Layers[connection.From];
        Layer to = topology.Layers[connection.To];
        name = $"connection {index} ('{from.Name}' to '{to.Name}')";
        Require(
            to.Role is not LayerRole.Input,
            $"{name}: '{to.Name}' is clamped; connections start at inputs and do not end there"
        );
        Require(
            from.Role is not LayerRole.Readout,
            $"{name}: '{from.Name}' reads only; connections end at a readout and do not start there"
        );
        Require(
            to.Role is not LayerRole.Readout || connection.Kind is ConnectionKind.Symmetric,
            $"{name}: '{to.Name}' reads only, and a directed connection would keep its nudging from the others; a symmetric one is needed"
        );
        for (var other = 0; other < index; other++)
        {
            Connection earlier = topology.Connections[other];
            var same = earlier.From == connection.From && earlier.To == connection.To;
            var opposite = earlier.From == connection.To && earlier.To == connection.From;
            var bothDirected = earlier.Kind is ConnectionKind.Directed && connection.Kind is ConnectionKind.Directed;
            Require(
                !same && (!opposite || bothDirected),
                $"{name}: connection {other} joins the same layers; one connection for each pair is allowed"
            );
        }
    }

    private static void Require([DoesNotReturnIf(false)] bool holds, string message)
    {
        if (!holds)
        {
            throw new TopologyException(message);
        }
    }
}
