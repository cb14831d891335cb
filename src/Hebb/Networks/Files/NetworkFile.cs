using System.Text.Json;
using Hebb.Files;
using Hebb.Files.Safetensors;
using Hebb.Naming;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;

namespace Hebb.Networks.Files;

/// <summary>
/// A network as a safetensors file: for each connection a tensor such as <c>input.hidden1.weight</c>, of shape
/// [units it starts at, units it ends at]; for each layer that is not an input one such as <c>hidden1.bias</c>; and the
/// graph, in JSON, in the metadata under <c>topology</c>.
/// </summary>
/// <remarks>
/// A dot within a layer's name is written <c>%2E</c> in the names of tensors and a per cent sign <c>%25</c>, so that dots
/// stand between layers only and no two tensors have one name. In the graph the names are as they are.
/// </remarks>
public static class NetworkFile
{
    /// <summary>Its name in the folder of a supervised run.</summary>
    public const string Name = "weights.safetensors";

    /// <summary>The key of the metadata that holds the graph.</summary>
    public const string TopologyKey = "topology";

    /// <summary>Writes a network, whole or not at all.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="metadata">
    /// What else the file is to say, by key, which is not <see cref="TopologyKey"/>; nothing when it is null.
    /// </param>
    /// <exception cref="ArgumentException">The metadata have a graph of their own.</exception>
    public static void Write(
        string path,
        EnergyNetwork<float> network,
        IReadOnlyDictionary<string, string>? metadata = null
    )
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkTopology topology = network.Topology;
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [TopologyKey] = JsonSerializer.Serialize(
                TopologyRecord.Of(topology),
                TopologySerialization.Default.TopologyRecord
            ),
        };
        foreach ((var key, var value) in metadata ?? ImmutableDictionary<string, string>.Empty)
        {
            if (!all.TryAdd(key, value))
            {
                throw new ArgumentException($"{key}: the file itself says that", nameof(metadata));
            }
        }

        var tensors = new List<StoredTensor>();
        for (var connection = 0; connection < topology.Connections.Length; connection++)
        {
            var weights = network.Parameters.Weights(connection);
            var values = ImmutableArray.CreateBuilder<float>(weights.Rows * weights.Columns);
            for (var row = 0; row < weights.Rows; row++)
            {
                values.AddRange(weights[row]);
            }

            tensors.Add(
                new StoredTensor<float>(
                    WeightName(topology, connection),
                    Shape(topology, connection),
                    values.MoveToImmutable()
                )
            );
        }

        foreach (var layer in topology.Free)
        {
            var biases = network.Parameters.Biases(layer);
            tensors.Add(new StoredTensor<float>(BiasName(topology, layer), [biases.Length], [.. biases]));
        }

        SafetensorsFile.Write(path, tensors, all);
    }

    /// <summary>Reads a network with the graph that the file names.</summary>
    /// <param name="activations">What its names of activations mean; null for <see cref="Activation.All"/>.</param>
    /// <exception cref="RecordException">It cannot be read, or is not such a file; the message says why.</exception>
    public static EnergyNetwork<float> Read(string path, Catalogue<Activation>? activations = null) =>
        Read(SafetensorsFile.Read(path), activations ?? Activation.All);

    /// <summary>The same of a file that is read already.</summary>
    internal static EnergyNetwork<float> Read(SafetensorsFile file, Catalogue<Activation> activations)
    {
        if (!file.Metadata.TryGetValue(TopologyKey, out var text))
        {
            throw new RecordException(
                $"{file.Name} says nothing of its {TopologyKey} in its metadata: no network is in it"
            );
        }

        try
        {
            TopologyRecord record =
                JsonSerializer.Deserialize(text, TopologySerialization.Default.TopologyRecord)
                ?? throw new JsonException("it is empty");
            return Read(file, record.ToTopology(activations));
        }
        catch (Exception exception) when (exception is JsonException or TopologyException)
        {
            throw new RecordException(
                $"{file.Name} has a {TopologyKey} that is none: {RecordFile.Reason(exception)}",
                exception
            );
        }
    }

    /// <summary>Reads a network of a graph that is known.</summary>
    /// <param name="topology">The graph; every tensor must be there with its shape, and no others.</param>
    /// <exception cref="RecordException">It cannot be read, or is of another graph; the message says why.</exception>
    public static EnergyNetwork<float> Read(string path, NetworkTopology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        return Read(SafetensorsFile.Read(path), topology);
    }

    private static EnergyNetwork<float> Read(SafetensorsFile file, NetworkTopology topology)
    {
        // All values before the network: sizes that a file only claims are not given room.
        ImmutableArray<ImmutableArray<float>> weights =
        [
            .. Enumerable
                .Range(0, topology.Connections.Length)
                .Select(connection => Weights(file, topology, connection)),
        ];
        ImmutableArray<ImmutableArray<float>> biases =
        [
            .. topology.Free.Select(layer => Finite(file, BiasName(topology, layer), [topology.Layers[layer].Size])),
        ];
        var tensors = weights.Length + biases.Length;
        if (file.Tensors.Length != tensors)
        {
            throw new RecordException($"{file.Name} has {file.Tensors.Length} tensors; its network has {tensors}");
        }

        var network = new EnergyNetwork<float>(topology);
        for (var connection = 0; connection < weights.Length; connection++)
        {
            var target = network.Parameters.EditWeights(connection);
            for (var row = 0; row < target.Rows; row++)
            {
                weights[connection].AsSpan(row * target.Columns, target.Columns).CopyTo(target[row]);
            }
        }

        for (var index = 0; index < biases.Length; index++)
        {
            biases[index].CopyTo(network.Parameters.EditBiases(topology.Free[index]));
        }

        return network;
    }

    // Units of one layer have no weight to themselves, and two that act on each other alike have one, which is stored twice.
    private static ImmutableArray<float> Weights(SafetensorsFile file, NetworkTopology topology, int index)
    {
        Connection connection = topology.Connections[index];
        var name = WeightName(topology, index);
        var weights = Finite(file, name, Shape(topology, index));
        var size = topology.Layers[connection.To].Size;
        for (var row = 0; row < size && connection.IsLateral; row++)
        {
            if (weights[(row * size) + row] != 0)
            {
                throw new RecordException(
                    $"{file.Name} has {weights[(row * size) + row]} in {name} from unit {row} to itself: 0 is needed"
                );
            }

            for (var column = 0; column < row && connection.Kind is ConnectionKind.Symmetric; column++)
            {
                (var one, var other) = (weights[(row * size) + column], weights[(column * size) + row]);
                if (one != other)
                {
                    throw new RecordException(
                        $"{file.Name} has {other} and {one} in {name} between units {column} and {row}: a symmetric connection needs the same both ways"
                    );
                }
            }
        }

        return weights;
    }

    private static ImmutableArray<float> Finite(SafetensorsFile file, string name, ImmutableArray<int> shape)
    {
        ImmutableArray<float> values = file.Values<float>(name, shape);
        return TensorPrimitives.IsFiniteAll(values.AsSpan())
            ? values
            : throw new RecordException($"{file.Name} has numbers in {name} that are not finite");
    }

    private static string WeightName(NetworkTopology topology, int connection)
    {
        (var from, var to, _) = topology.Connections[connection];
        return $"{NameOf(topology, from)}.{NameOf(topology, to)}.weight";
    }

    private static string BiasName(NetworkTopology topology, int layer) => $"{NameOf(topology, layer)}.bias";

    private static string NameOf(NetworkTopology topology, int layer) =>
        topology
            .Layers[layer]
            .Name.Replace("%", "%25", StringComparison.Ordinal)
            .Replace(".", "%2E", StringComparison.Ordinal);

    private static ImmutableArray<int> Shape(NetworkTopology topology, int connection)
    {
        (var from, var to, _) = topology.Connections[connection];
        return [topology.Layers[from].Size, topology.Layers[to].Size];
    }
}
