using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Learning.Exact;

/// <summary>
/// The units and slopes of every sweep of a free phase from rest, kept for differentiating through them. Grows to the
/// most sweeps that it is asked for and is reused.
/// </summary>
/// <typeparam name="T">The number type; real.</typeparam>
internal sealed class SweepHistory<T>(NetworkState<T> like)
    where T : unmanaged, INumberBase<T>
{
    private readonly List<AlignedMatrix<T>?[]> _units = [];
    private readonly List<AlignedMatrix<T>?[]> _slopes = [];
    private readonly AlignedMatrix<T>?[] _sums = like.NewMatrices();
    private readonly int[] _groups = new int[like.Topology.Layers.Length];
    private int _rows;

    /// <summary>The sum of a layer's errors over all sweeps: what its biases and inputs learn from.</summary>
    public MatrixSpan<T> ErrorSum(int layer) => _sums[layer]!.First(_rows);

    /// <summary>The units of a layer after a sweep.</summary>
    /// <param name="sweep">The sweep, from 1; 0 is rest.</param>
    public MatrixSpan<T> Units(int sweep, int layer) => _units[sweep][layer]!.First(_rows);

    /// <summary>rho'(drive) of a layer in a sweep.</summary>
    /// <param name="sweep">The sweep, from 1.</param>
    public MatrixSpan<T> Slopes(int sweep, int layer) => _slopes[sweep][layer]!.First(_rows);

    /// <summary>The units of a source as a layer saw them in a sweep: new if their group had moved, else old.</summary>
    /// <param name="sweep">The sweep, from 1.</param>
    public MatrixSpan<T> Seen(int sweep, int layer, int source) =>
        Units(_groups[source] < _groups[layer] ? sweep : sweep - 1, source);

    /// <summary>Sweeps from rest, as <see cref="FixedPoint"/> does, and keeps everything.</summary>
    /// <param name="state">A state at rest with its inputs clamped; receives the units after the last sweep.</param>
    public Settling Run(EnergyNetwork<T> network, NetworkState<T> state, int sweeps, SweepOrder order)
    {
        NetworkTopology topology = network.Topology;
        _rows = state.Rows;
        while (_units.Count <= sweeps)
        {
            _units.Add(state.NewMatrices());
            _slopes.Add(state.NewMatrices());
        }

        var groups = topology.Groups(order);
        for (var group = 0; group < groups.Length; group++)
        {
            foreach (var layer in groups[group])
            {
                _groups[layer] = group;
                state.Units(layer).Span.CopyTo(Units(0, layer).Span);
                ErrorSum(layer).Span.Clear();
            }
        }

        for (var sweep = 1; sweep <= sweeps; sweep++)
        {
            foreach (var group in groups)
            {
                foreach (var layer in group)
                {
                    if (topology.Layers[layer].Role is not LayerRole.Readout)
                    {
                        Update(network, state, sweep, layer);
                    }
                }
            }
        }

        return Finish(network, state, sweeps);
    }

    private void Update(EnergyNetwork<T> network, NetworkState<T> state, int sweep, int layer)
    {
        NetworkTopology topology = network.Topology;
        Activation activation = topology.Layers[layer].Activation;
        var units = Units(sweep, layer);
        state.InputDrive(layer).First(_rows).Span.CopyTo(units.Span);
        foreach (Incoming incoming in topology.Incoming(layer))
        {
            if (LayerPass.Settles(topology, incoming))
            {
                LayerPass.AddDrive(network, incoming, Seen(sweep, layer, incoming.Source), units);
            }
        }

        var slopes = Slopes(sweep, layer);
        for (var row = 0; row < _rows; row++)
        {
            activation.Derivative<T>(units[row], slopes[row]);
            activation.Apply<T>(units[row], units[row]);
        }
    }

    // The last units become the state's, a readout reads them, and the last step is measured.
    private Settling Finish(EnergyNetwork<T> network, NetworkState<T> state, int sweeps)
    {
        NetworkTopology topology = network.Topology;
        var residuals = state.Residuals.AsSpan(0, _rows);
        residuals.Clear();
        foreach (var layer in topology.Free)
        {
            if (topology.Layers[layer].Role is LayerRole.Readout)
            {
                continue;
            }

            var target = state.Units(layer);
            var last = Units(sweeps, layer);
            var before = Units(sweeps - 1, layer);
            for (var row = 0; row < _rows; row++)
            {
                last[row].CopyTo(target[row]);
                for (var unit = 0; unit < last.Columns; unit++)
                {
                    var moved = Transcendental.Magnitude(last[row][unit] - before[row][unit]);
                    residuals[row] = Math.Max(residuals[row], moved);
                }
            }
        }

        if (topology.Layers[topology.Output].Role is LayerRole.Readout)
        {
            var outputs = state.Outputs;
            var constant = state.InputDrive(topology.Output);
            for (var row = 0; row < _rows; row++)
            {
                constant[row].CopyTo(outputs[row]);
            }

            foreach (Incoming incoming in topology.Incoming(topology.Output))
            {
                if (LayerPass.Settles(topology, incoming))
                {
                    LayerPass.AddDrive(network, incoming, state.Units(incoming.Source), outputs);
                }
            }
        }

        var diverged = 0;
        var largest = 0.0;
        foreach (var residual in residuals)
        {
            diverged += double.IsFinite(residual) ? 0 : 1;
            largest = Math.Max(largest, residual);
        }

        return new Settling(_rows, (long)sweeps * _rows, sweeps, Unsettled: 0, diverged, largest);
    }
}
