using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Networks;

/// <summary>
/// Where the units of a network are, for a batch of examples that settle side by side and do not touch each other.
/// </summary>
/// <remarks>
/// A state is made once for as many examples as it will ever hold, and reused: phases copy it, environments keep it and
/// start from it. Units are the activities s. Nothing is allocated after construction, but for the room that a relaxation
/// asks for at its first use.
/// </remarks>
public sealed partial class NetworkState<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly AlignedMatrix<T>[] _units;
    private readonly AlignedMatrix<T>?[] _next;
    private readonly AlignedMatrix<T>?[] _drives;
    private readonly AlignedMatrix<T>?[] _partial;
    private readonly T[] _rest;
    private readonly int[] _exampleAt;
    private readonly Dictionary<Type, object> _workspaces = [];

    /// <summary>A state at rest: no input, every unit at rho(0).</summary>
    /// <param name="capacity">The examples that it can hold; at least 1.</param>
    public NetworkState(NetworkTopology topology, int capacity = 1)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Topology = topology;
        Capacity = capacity;
        Rows = capacity;
        _units = [.. topology.Layers.Select(layer => new AlignedMatrix<T>(capacity, layer.Size))];
        _next = NewMatrices();
        _drives = NewMatrices();
        _partial =
        [
            .. topology.Layers.Select(
                (layer, index) => topology.IncomingFromFree(index).Length > 2 ? FreeMatrix(layer) : null
            ),
        ];
        Residuals = new double[capacity];
        Force = new AlignedMatrix<T>(capacity, topology.OutputSize);
        _exampleAt = [.. Enumerable.Range(0, capacity)];
        _rest = [.. topology.Layers.Select(RestOf)];
        foreach (var layer in topology.Free)
        {
            _next[layer]!.Span.Fill(_rest[layer]);
        }

        Reset();
    }

    /// <summary>The graph.</summary>
    public NetworkTopology Topology { get; }

    /// <summary>The examples that it can hold.</summary>
    public int Capacity { get; }

    /// <summary>The examples that it holds.</summary>
    public int Rows { get; private set; }

    /// <summary>Whether the output units are held where they are; see <see cref="ClampOutputs"/>.</summary>
    public bool OutputsAreClamped { get; private set; }

    /// <summary>
    /// How far the unit that moved furthest moved in the last sweep, for each example; for a readout 0.
    /// </summary>
    internal double[] Residuals { get; }

    /// <summary>
    /// minus beta dC/ds of the output units, what the cost adds to their drive. A readout sends this to the others in place
    /// of its units.
    /// </summary>
    internal AlignedMatrix<T> Force { get; }

    /// <summary>The units s of a layer: a row an example. A readout's units are its drives.</summary>
    public MatrixSpan<T> Units(int layer) => _units[layer].First(Rows);

    /// <summary>The units of the output.</summary>
    public MatrixSpan<T> Outputs => Units(Topology.Output);

    /// <summary>Brings all free units to rest at rho(0) and lets go of the outputs; inputs stay clamped.</summary>
    public void Reset()
    {
        OutputsAreClamped = false;
        Force.Span.Clear();
        foreach (var layer in Topology.Free)
        {
            // The padding too: it then never moves.
            _units[layer].Span.Fill(_rest[layer]);
        }
    }

    /// <summary>Takes inputs for some examples, through their activation, and computes what they drive once for all sweeps.</summary>
    /// <param name="network">The network; after a change of its parameters the inputs must be clamped anew.</param>
    /// <param name="inputs">
    /// A row an example, up to <see cref="Capacity"/>; as wide as all input layers together.
    /// </param>
    /// <exception cref="ArgumentException">The shape is not the network's.</exception>
    public void Clamp(EnergyNetwork<T> network, ReadOnlyMatrixSpan<T> inputs)
    {
        RequireInputs(network, inputs);
        Rows = inputs.Rows;
        var from = 0;
        foreach (var layer in Topology.Inputs)
        {
            Activation activation = Topology.Layers[layer].Activation;
            var size = Topology.Layers[layer].Size;
            AlignedMatrix<T> units = _units[layer];
            for (var row = 0; row < Rows; row++)
            {
                var target = units[row];
                inputs[row].Slice(from, size).CopyTo(target);
                if (activation != Activation.Linear)
                {
                    activation.Apply<T>(target, target);
                }
            }

            from += size;
        }

        LayerKernels.InputDrives(network, this);
    }

    /// <summary>Refuses inputs that the state cannot take.</summary>
    /// <param name="inputs">A row an example.</param>
    internal void RequireInputs(EnergyNetwork<T> network, ReadOnlyMatrixSpan<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(network);
        RequireSameTopology(network.Topology);
        if (inputs.Columns != Topology.InputSize)
        {
            throw new ArgumentException(
                $"inputs: {inputs.Columns} numbers a row; the network takes {Topology.InputSize}",
                nameof(inputs)
            );
        }

        if (inputs.Rows < 1 || inputs.Rows > Capacity)
        {
            throw new ArgumentException(
                $"inputs: {inputs.Rows} rows; the state holds from 1 to {Capacity}",
                nameof(inputs)
            );
        }
    }

    /// <summary>Holds the output units at given values until <see cref="ReleaseOutputs"/> or <see cref="Reset"/>.</summary>
    /// <param name="outputs">A row an example.</param>
    /// <exception cref="ArgumentException">The shape is not the state's, or the output is a readout.</exception>
    public void ClampOutputs(ReadOnlyMatrixSpan<T> outputs)
    {
        Layer layer = Topology.Layers[Topology.Output];
        if (layer.Role is LayerRole.Readout)
        {
            throw new ArgumentException(
                $"layer '{layer.Name}': a readout does not act on the others; an output is needed to clamp",
                nameof(outputs)
            );
        }

        if (outputs.Rows != Rows || outputs.Columns != layer.Size)
        {
            throw new ArgumentException(
                $"outputs: {outputs.Rows} rows of {outputs.Columns}; {Rows} rows of {layer.Size} are needed",
                nameof(outputs)
            );
        }

        for (var row = 0; row < Rows; row++)
        {
            outputs[row].CopyTo(_units[Topology.Output][row]);
        }

        OutputsAreClamped = true;
    }

    /// <summary>Lets the output units settle again.</summary>
    public void ReleaseOutputs() => OutputsAreClamped = false;

    /// <summary>Takes over examples, inputs and units of another state.</summary>
    /// <param name="source">A state of the same topology, holding no more examples than this can.</param>
    public void CopyFrom(NetworkState<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        RequireSameTopology(source.Topology);
        if (source.Rows > Capacity)
        {
            throw new ArgumentException(
                $"source: {source.Rows} examples; the state holds at most {Capacity}",
                nameof(source)
            );
        }

        ContinueFrom(source);
        foreach (var layer in Topology.Inputs)
        {
            source._units[layer].First(Rows).Span.CopyTo(_units[layer].Span);
        }
    }

    /// <summary>Takes over the free units of another state and keeps the inputs: a warm start.</summary>
    /// <param name="source">A state of the same topology with as many examples.</param>
    public void CopyUnitsFrom(NetworkState<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        RequireSameTopology(source.Topology);
        if (source.Rows != Rows)
        {
            throw new ArgumentException($"source: {source.Rows} examples; {Rows} are needed", nameof(source));
        }

        foreach (var layer in Topology.Free)
        {
            source._units[layer].First(Rows).Span.CopyTo(_units[layer].Span);
        }
    }

    /// <summary>A new state with the same examples, inputs and units.</summary>
    public NetworkState<T> Fork()
    {
        var fork = new NetworkState<T>(Topology, Capacity);
        fork.CopyFrom(this);
        return fork;
    }

    private static T RestOf(Layer layer)
    {
        if (layer.Role is LayerRole.Input)
        {
            // Clamped: its activation need not even take numbers of this type.
            return T.Zero;
        }

        Span<T> rest = [T.Zero];
        layer.Activation.Apply<T>(rest, rest);
        return rest[0];
    }

    private AlignedMatrix<T>? FreeMatrix(Layer layer) =>
        layer.Role is LayerRole.Input ? null : new AlignedMatrix<T>(Capacity, layer.Size);
}
