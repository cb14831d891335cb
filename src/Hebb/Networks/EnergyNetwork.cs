using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Numerics.Products;

namespace Hebb.Networks;

/// <summary>
/// A graph of layers and its parameters. The state that settles in it is apart: <see cref="NetworkState{T}"/>.
/// </summary>
/// <remarks>
/// Energy, in the primitive form (Hopfield 1984): E = sum G(s) - sum W s s' - sum b s over the activities s of all free units, each pair
/// of units counted once, with G' the inverse of the activation. A unit at rest has s = rho(drive), drive = b + sum W s.
/// Where layers have an <see cref="Layer.EnergyWeight"/>, it multiplies their G, their biases and the weights that end at
/// them.
/// With a piecewise linear activation G = s^2 / 2, and E is the report's eq. (1) with every unit held in the range of
/// its activation, where rho(u) = u.
/// </remarks>
/// <typeparam name="T">
/// The number type: float32 runs on the fused kernels, float64 and complex numbers on the reference.
/// </typeparam>
public sealed class EnergyNetwork<T>(NetworkTopology topology, NetworkParameters<T> parameters)
    where T : unmanaged, INumberBase<T>
{
    private WeightCopies<T>? _copies;

    /// <summary>A network whose parameters are all zero.</summary>
    public EnergyNetwork(NetworkTopology topology)
        : this(topology, new NetworkParameters<T>(topology)) { }

    /// <summary>The graph.</summary>
    public NetworkTopology Topology { get; } = topology;

    /// <summary>Weights and biases.</summary>
    public NetworkParameters<T> Parameters { get; } = Same(topology, parameters);

    /// <summary>The same network in another number type.</summary>
    /// <typeparam name="TOther">The other type.</typeparam>
    public EnergyNetwork<TOther> ConvertTo<TOther>()
        where TOther : unmanaged, INumberBase<TOther> => new(Topology, Parameters.ConvertTo<TOther>());

    /// <summary>A network with a copy of the parameters.</summary>
    public EnergyNetwork<T> Copy()
    {
        var copy = new EnergyNetwork<T>(Topology);
        copy.Parameters.CopyFrom(Parameters);
        return copy;
    }

    /// <summary>
    /// The transposed weights of a symmetric connection times the strength with which they act, brought up to date; several threads may read them once
    /// one of them has asked after a change.
    /// </summary>
    /// <param name="connection">The index of a connection that acts against its direction.</param>
    internal AlignedMatrix<T> Transposed(int connection) =>
        (_copies ??= new WeightCopies<T>(Topology)).Of(connection, Parameters);

    /// <summary>The weights of a connection in panels, brought up to date; null where that would not pay.</summary>
    /// <param name="incoming">The connection, as the layer sees it that it drives.</param>
    internal Panels? InPanels(Incoming incoming) =>
        (_copies ??= new WeightCopies<T>(Topology)).PanelsOf(incoming, Parameters);

    /// <summary>The weights of a connection, a row for each unit that it drives; null where that layer is not narrow.</summary>
    /// <param name="connection">Its index.</param>
    internal AlignedMatrix<T>? ByReceiver(int connection) =>
        (_copies ??= new WeightCopies<T>(Topology)).ByReceiver(connection, Parameters);

    /// <summary>Whether the transposed weights of a connection are kept as they are, since it acts against its direction as strongly.</summary>
    /// <param name="connection">Its index.</param>
    internal bool HasTransposed(int connection) =>
        Topology.Connections[connection] is { IsLateral: false, Kind: ConnectionKind.Symmetric } between
        && Topology.Layers[between.From].Role is not LayerRole.Input
        && Topology.Layers[between.From].EnergyWeight == Topology.Layers[between.To].EnergyWeight;

    /// <summary>Brings what is derived from the parameters up to date, so that threads may share the network.</summary>
    internal void Prepare() => (_copies ??= new WeightCopies<T>(Topology)).UpdateAll(Parameters);

    private static NetworkParameters<T> Same(NetworkTopology topology, NetworkParameters<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.RequireSameShape(topology);
        return parameters;
    }
}

/// <summary>Makes networks with weights drawn from a seed.</summary>
public static class EnergyNetwork
{
    /// <summary>A chain of layers in float32, with weights by <see cref="Initialization.FanIn{T}(NetworkParameters{T}, Pcg64, double)"/>.</summary>
    /// <param name="sizes">The units of each layer, from the input to the output.</param>
    /// <param name="output">The activation of the output.</param>
    /// <param name="seed">The seed of the weights.</param>
    public static EnergyNetwork<float> Layered(
        ReadOnlySpan<int> sizes,
        Activation hidden,
        Activation output,
        ulong seed
    ) => Create<float>(NetworkTopology.Layered(sizes, hidden, output), seed);

    /// <summary>A network of any graph and number type, with weights as for <see cref="Layered"/>.</summary>
    /// <param name="seed">The seed of the weights.</param>
    public static EnergyNetwork<T> Create<T>(NetworkTopology topology, ulong seed)
        where T : unmanaged, INumberBase<T>
    {
        var network = new EnergyNetwork<T>(topology);
        Initialization.FanIn(network.Parameters, new Pcg64(seed));
        return network;
    }
}
