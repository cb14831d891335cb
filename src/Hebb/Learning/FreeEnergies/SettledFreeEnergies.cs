using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Learning.FreeEnergies;

/// <summary>
/// Free energies of any network that has an energy, of any depth: a state with a row for each observation and action
/// settles with its outputs clamped.
/// </summary>
/// <remarks>
/// A state that has not quite settled errs in F by the square of its distance and in the correlations by the distance
/// itself. With one hidden layer a single sweep settles it. With more the energy may have several minima: the one
/// that sweeps from rest lead to is then taken for all.
/// </remarks>
public sealed class SettledFreeEnergies<T> : IFreeEnergies<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly IRelaxation _relaxation;
    private readonly int _actions;
    private readonly NetworkState<T> _state;
    private readonly AlignedMatrix<T> _inputs;
    private readonly AlignedMatrix<T> _oneHot;
    private readonly AlignedMatrix<T> _negated;
    private readonly T[] _factors;

    /// <summary>Makes room for some observations.</summary>
    /// <param name="network">The network; its output units stand for the actions.</param>
    /// <param name="relaxation">How its hidden units settle.</param>
    /// <param name="capacity">The observations of a call at most; at least 1.</param>
    /// <exception cref="TopologyException">It has no energy, or a readout, which does not act on the others.</exception>
    public SettledFreeEnergies(EnergyNetwork<T> network, IRelaxation relaxation, int capacity)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(relaxation);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        NetworkTopology topology = network.Topology;
        NetworkEnergy.RequireEnergy(topology);
        Layer output = topology.Layers[topology.Output];
        if (output.Role is LayerRole.Readout)
        {
            throw new TopologyException(
                $"layer '{output.Name}': a readout does not act on the others; free energies clamp an output layer"
            );
        }

        Network = network;
        Capacity = capacity;
        _relaxation = relaxation;
        _actions = topology.OutputSize;
        var rows = checked(capacity * _actions);
        _state = new NetworkState<T>(topology, rows);
        _inputs = new AlignedMatrix<T>(rows, topology.InputSize);
        _oneHot = new AlignedMatrix<T>(rows, _actions);
        _negated = new AlignedMatrix<T>(capacity, _actions);
        _factors = new T[rows];
        for (var row = 0; row < rows; row++)
        {
            _oneHot[row][row % _actions] = T.One;
        }
    }

    /// <inheritdoc/>
    public EnergyNetwork<T> Network { get; }

    /// <inheritdoc/>
    public int Capacity { get; }

    /// <inheritdoc/>
    public Settling Settling { get; private set; }

    private int Observations => _state.Rows / _actions;

    /// <inheritdoc/>
    public ReadOnlyMatrixSpan<T> Negated(ReadOnlyMatrixSpan<T> inputs)
    {
        FreeEnergyRules.RequireInputs(this, inputs);
        var rows = inputs.Rows * _actions;
        for (var row = 0; row < rows; row++)
        {
            inputs[row / _actions].CopyTo(_inputs[row]);
        }

        _state.Reset();
        _state.Clamp(Network, _inputs.First(rows));
        _state.ClampOutputs(_oneHot.First(rows));
        Settling = _relaxation.Settle(Network, _state);
        for (var row = 0; row < rows; row++)
        {
            _negated[row / _actions][row % _actions] = -NetworkEnergy.Energy(Network, _state, row);
        }

        return _negated.First(inputs.Rows);
    }

    /// <inheritdoc/>
    public void AddCorrelations(ReadOnlyMatrixSpan<T> factors, NetworkParameters<T> target)
    {
        FreeEnergyRules.RequireFactors(this, factors, Observations);
        for (var row = 0; row < _state.Rows; row++)
        {
            _factors[row] = factors[row / _actions][row % _actions];
        }

        Correlations.Add(_state, _factors.AsSpan(0, _state.Rows), target);
    }
}
