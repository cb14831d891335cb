using System.Text.Json;
using System.Text.Json.Serialization;
using Hebb.Files;
using Hebb.Naming;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;

namespace Hebb.Networks.Files;

/// <summary>A network's graph as files keep it, in names rather than numbers.</summary>
/// <param name="Layers">The layers, in their order.</param>
/// <param name="Connections">The connections, in their order.</param>
internal sealed record TopologyRecord(
    ImmutableArray<TopologyRecord.LayerRecord> Layers,
    ImmutableArray<TopologyRecord.ConnectionRecord> Connections
)
{
    /// <summary>The record of a graph.</summary>
    public static TopologyRecord Of(NetworkTopology topology) =>
        new(
            [
                .. topology.Layers.Select(layer => new LayerRecord(
                    layer.Name,
                    layer.Size,
                    Name(layer.Role),
                    layer.Activation.Name,
                    layer.EnergyWeight == 1 ? null : layer.EnergyWeight
                )),
            ],
            [
                .. topology.Connections.Select(connection => new ConnectionRecord(
                    topology.Layers[connection.From].Name,
                    topology.Layers[connection.To].Name,
                    Name(connection.Kind)
                )),
            ]
        );

    /// <summary>The graph of a record.</summary>
    /// <exception cref="JsonException">It is not the record of a graph; the message says why, as part of a line.</exception>
    public NetworkTopology ToTopology(Catalogue<Activation> activations)
    {
        try
        {
            return Layers.IsDefault || Connections.IsDefault || Layers.Contains(null!) || Connections.Contains(null!)
                ? throw new JsonException("its layers or connections, or some of them, are missing")
                : new NetworkTopology(
                    Layers.Select(layer => new Layer(
                        layer.Name,
                        layer.Size,
                        Named<LayerRole>(layer.Role),
                        activations.Find(layer.Activation)
                    )
                    {
                        EnergyWeight = layer.EnergyWeight ?? 1,
                    }),
                    Connections.Select(connection => new Connection(
                        IndexOf(connection.From),
                        IndexOf(connection.To),
                        Named<ConnectionKind>(connection.Kind)
                    ))
                );
        }
        catch (Exception exception) when (exception is TopologyException or ArgumentException or OverflowException)
        {
            throw new JsonException(RecordException.OneLine(exception), exception);
        }
    }

    private int IndexOf(string name)
    {
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            if (string.Equals(Layers[layer].Name, name, StringComparison.Ordinal))
            {
                return layer;
            }
        }

        throw new JsonException($"a connection names layer '{name}', which is not there");
    }

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();

    private static TEnum Named<TEnum>(string name)
        where TEnum : struct, Enum
    {
        foreach (TEnum value in Enum.GetValues<TEnum>())
        {
            if (string.Equals(Name(value), name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw new JsonException(
            $"'{name}' is not one of {string.Join(", ", Enum.GetValues<TEnum>().Select(value => Name(value)))}"
        );
    }

    /// <summary>A layer.</summary>
    /// <param name="Role">Its role, in lower case.</param>
    /// <param name="EnergyWeight">Its weight in the energy; not there where it is 1.</param>
    internal sealed record LayerRecord(
        string Name,
        int Size,
        string Role,
        string Activation,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? EnergyWeight = null
    );

    /// <summary>A connection.</summary>
    /// <param name="From">The name of the layer it starts at.</param>
    /// <param name="To">The name of the layer it ends at.</param>
    /// <param name="Kind">Its kind, in lower case.</param>
    internal sealed record ConnectionRecord(string From, string To, string Kind);
}

/// <summary>How graphs of networks are written as JSON: names in camel case, numbers in their shortest exact form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true
)]
[JsonSerializable(typeof(TopologyRecord))]
internal sealed partial class TopologySerialization : JsonSerializerContext;
