using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Relaxation.Acceleration;

/// <summary>
/// What an accelerated relaxation remembers of each example from one sweep to the next. The units of all free layers but a
/// readout, which does not settle, lie side by side in one row; rows are those of the batch, since examples change theirs
/// while they settle.
/// </summary>
internal sealed class AcceleratedExamples<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly NetworkTopology _topology;
    private readonly int[] _layers;

    /// <summary>Makes room for the examples of a state.</summary>
    public AcceleratedExamples(NetworkState<T> state)
    {
        _topology = state.Topology;
        _layers = [.. LayersOf(_topology)];
        Start = NewRows(state);
        Swept = NewRows(state);
        Room = new AlignedMatrix<T>(2, Start.Columns);
        Progress = new AcceleratedProgress[state.Capacity];
    }

    /// <summary>Where the sweep under way began.</summary>
    public AlignedMatrix<T> Start { get; }

    /// <summary>Where the last sweep that stands led.</summary>
    public AlignedMatrix<T> Swept { get; }

    /// <summary>Two rows for passing use.</summary>
    public AlignedMatrix<T> Room { get; }

    /// <summary>How far each example has come.</summary>
    public AcceleratedProgress[] Progress { get; }

    /// <summary>A row of units for each example that a state can hold.</summary>
    public static AlignedMatrix<T> NewRows(NetworkState<T> state) =>
        new(state.Capacity, LayersOf(state.Topology).Sum(layer => state.Topology.Layers[layer].Size));

    /// <summary>A new phase: forgets all examples.</summary>
    public void Begin() => Array.Fill(Progress, new AcceleratedProgress());

    /// <summary>Takes the units of a row.</summary>
    public void Gather(NetworkState<T> state, int row, Span<T> target)
    {
        foreach (var layer in _layers)
        {
            ReadOnlySpan<T> units = state.UnitMatrix(layer)[row];
            units.CopyTo(target);
            target = target[units.Length..];
        }
    }

    /// <summary>Sets the units of a row, but for outputs that are clamped.</summary>
    public void Scatter(NetworkState<T> state, int row, ReadOnlySpan<T> source)
    {
        foreach (var layer in _layers)
        {
            var units = state.UnitMatrix(layer)[row];
            if (layer != _topology.Output || !state.OutputsAreClamped)
            {
                source[..units.Length].CopyTo(units);
            }

            source = source[units.Length..];
        }
    }

    /// <summary>Brings units into the range of their activations; complex numbers have none.</summary>
    /// <param name="units">The units, as <see cref="Gather"/> lays them out.</param>
    public void Hold(Span<T> units)
    {
        foreach (var layer in _layers)
        {
            (_, var size, _, Activation activation) = _topology.Layers[layer];
            ActivationRange.Hold(activation, units[..size]);
            units = units[size..];
        }
    }

    private static IEnumerable<int> LayersOf(NetworkTopology topology) =>
        topology.Free.Where(layer => topology.Layers[layer].Role is not LayerRole.Readout);
}
