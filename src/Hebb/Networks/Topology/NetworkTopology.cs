using Hebb.Networks.Activations;

namespace Hebb.Networks.Topology;

/// <summary>
/// The graph of a network: its layers and the connections between them. Any graph will do in which something clamped
/// reaches the one layer that the cost is asked of. Immutable.
/// </summary>
public sealed class NetworkTopology
{
    private readonly ImmutableArray<ImmutableArray<Incoming>> _incoming;
    private readonly ImmutableArray<ImmutableArray<Incoming>> _fromInputs;
    private readonly ImmutableArray<ImmutableArray<Incoming>> _fromFree;
    private readonly ImmutableArray<ImmutableArray<int>>[] _groups;

    /// <summary>A graph of layers and connections.</summary>
    /// <param name="layers">
    /// The layers, from the input to the output as far as there is such an order; exactly one is an output or a readout.
    /// </param>
    /// <param name="connections">The connections between them, by index.</param>
    /// <exception cref="TopologyException">The graph is not one that can learn; the message says what is wrong.</exception>
    public NetworkTopology(IEnumerable<Layer> layers, IEnumerable<Connection> connections)
    {
        Layers = [.. layers];
        Connections = [.. connections];
        TopologyRules.Check(this);
        _incoming = [.. Enumerable.Range(0, Layers.Length).Select(FindIncoming)];
        _fromInputs = [.. _incoming.Select(found => Of(found, inputs: true))];
        _fromFree = [.. _incoming.Select(found => Of(found, inputs: false))];
        TopologyRules.CheckReach(this);
        Output = Layers.IndexOf(Layers.First(layer => layer.IsAsked));
        Inputs = [.. Indices(layer => layer.Role is LayerRole.Input)];
        InputSize = Inputs.Sum(layer => Layers[layer].Size);
        Free = [.. Indices(layer => layer.Role is not LayerRole.Input)];
        _groups = [.. Enum.GetValues<SweepOrder>().Select(order => LayerGroups.Of(this, order))];
    }

    /// <summary>The layers.</summary>
    public ImmutableArray<Layer> Layers { get; }

    /// <summary>The connections.</summary>
    public ImmutableArray<Connection> Connections { get; }

    /// <summary>The layer that the cost is asked of.</summary>
    public int Output { get; }

    /// <summary>The layers that are clamped to inputs, in order.</summary>
    public ImmutableArray<int> Inputs { get; }

    /// <summary>All others.</summary>
    public ImmutableArray<int> Free { get; }

    /// <summary>The units of all input layers together: the length of one input.</summary>
    public int InputSize { get; }

    /// <summary>The units of the output.</summary>
    public int OutputSize => Layers[Output].Size;

    /// <summary>Whether every connection is symmetric, so that the network has an energy.</summary>
    public bool HasEnergy => Connections.All(connection => connection.Kind is ConnectionKind.Symmetric);

    /// <summary>A chain of layers, each connected to the next.</summary>
    /// <param name="sizes">The units of each layer, from the input to the output; at least two layers.</param>
    /// <param name="output">The activation of the output; linear for a readout.</param>
    /// <param name="input">The activation that inputs pass through; linear where it is not given.</param>
    /// <param name="readout">Whether the last layer reads only; see <see cref="LayerRole.Readout"/>.</param>
    /// <param name="feedback">
    /// gamma, how strongly each layer drives the one before, relative to the weights between them: positive, 1 for the
    /// plain energy. Above 0 and below 1 each <see cref="Layer.EnergyWeight"/> is gamma times that of the layer before.
    /// </param>
    public static NetworkTopology Layered(
        ReadOnlySpan<int> sizes,
        Activation hidden,
        Activation output,
        Activation? input = null,
        bool readout = false,
        double feedback = 1
    )
    {
        if (!double.IsFinite(feedback) || feedback <= 0)
        {
            throw new TopologyException($"feedback: {feedback}; a positive finite number is needed");
        }

        if (sizes.Length < 2)
        {
            throw new TopologyException($"sizes: {sizes.Length} layers; an input and an output at least are needed");
        }

        var layers = new Layer[sizes.Length];
        for (var layer = 0; layer < sizes.Length; layer++)
        {
            layers[layer] = layer switch
            {
                0 => new Layer("input", sizes[layer], LayerRole.Input, input ?? Activation.Linear),
                _ when layer == sizes.Length - 1 => new Layer(
                    "output",
                    sizes[layer],
                    readout ? LayerRole.Readout : LayerRole.Output,
                    output
                ),
                _ => new Layer($"hidden{layer}", sizes[layer], LayerRole.Hidden, hidden)
                {
                    EnergyWeight = Math.Pow(feedback, layer + 1 - sizes.Length),
                },
            };
        }

        return new NetworkTopology(
            layers,
            Enumerable.Range(0, layers.Length - 1).Select(layer => new Connection(layer, layer + 1))
        );
    }

    /// <summary>This graph with one more connection, such as one that skips a layer or lies within one.</summary>
    /// <param name="from">The layer at its start.</param>
    /// <param name="to">The layer at its end.</param>
    /// <param name="kind">Whether it acts both ways.</param>
    public NetworkTopology With(int from, int to, ConnectionKind kind = ConnectionKind.Symmetric) =>
        new(Layers, Connections.Add(new Connection(from, to, kind)));

    /// <summary>
    /// This graph with each symmetric connection between two settling layers replaced by a forward and a feedback connection
    /// with weights of their own: the vector-field form (Scellier et al. 2018). From inputs and to a readout nothing
    /// changes, since units do not act back there.
    /// </summary>
    public NetworkTopology WithSeparateFeedback() =>
        new(
            Layers,
            Connections.SelectMany<Connection, Connection>(connection =>
                Layers[connection.From].Role is LayerRole.Input || Layers[connection.To].Role is LayerRole.Readout
                    ? [connection]
                : connection.IsLateral || connection.Kind is ConnectionKind.Directed
                    ? [connection with { Kind = ConnectionKind.Directed }]
                :
                [
                    connection with
                    {
                        Kind = ConnectionKind.Directed,
                    },
                    new Connection(connection.To, connection.From, ConnectionKind.Directed),
                ]
            )
        );

    /// <summary>What drives a layer, from the clamped layers and the free ones.</summary>
    public ImmutableArray<Incoming> Incoming(int layer) => _incoming[layer];

    /// <summary>The free layers in the groups that a sweep updates together, one group after another.</summary>
    public ImmutableArray<ImmutableArray<int>> Groups(SweepOrder order) => _groups[(int)order];

    /// <summary>What drives a layer from the clamped layers.</summary>
    internal ImmutableArray<Incoming> IncomingFromInputs(int layer) => _fromInputs[layer];

    /// <summary>What drives a layer from the free layers.</summary>
    internal ImmutableArray<Incoming> IncomingFromFree(int layer) => _fromFree[layer];

    private ImmutableArray<Incoming> Of(ImmutableArray<Incoming> incoming, bool inputs) =>
        [.. incoming.Where(one => Layers[one.Source].Role is LayerRole.Input == inputs)];

    private IEnumerable<int> Indices(Func<Layer, bool> which) =>
        Enumerable.Range(0, Layers.Length).Where(layer => which(Layers[layer]));

    private ImmutableArray<Incoming> FindIncoming(int layer)
    {
        if (Layers[layer].Role is LayerRole.Input)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Incoming>();
        for (var index = 0; index < Connections.Length; index++)
        {
            Connection connection = Connections[index];
            if (connection.To == layer)
            {
                found.Add(new Incoming(index, connection.From, IsTransposed: false, Strength: 1));
            }
            else if (connection.From == layer && connection.Kind is ConnectionKind.Symmetric)
            {
                var strength = Layers[connection.To].EnergyWeight / Layers[layer].EnergyWeight;
                found.Add(new Incoming(index, connection.To, IsTransposed: true, strength));
            }
        }

        return found.ToImmutable();
    }
}
