using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Learning.FreeEnergies;

/// <summary>
/// Free energies of one hidden layer of tanh units in float32, in closed form: the units settle at once, at
/// h_a = tanh(W x + b + U_a), and -F_a = sum log cosh(W x + b + U_a) + c_a - 1/2 with U_a the weights and c_a the bias of action a.
/// </summary>
/// <remarks>
/// log cosh is the convex conjugate of the units' potential. Minus one half is the clamped unit's own potential, the same for
/// all actions. As a mean it errs by a few units in the last place of the largest sum.
/// </remarks>
public sealed class FusedFreeEnergies : IFreeEnergies<float>
{
    private readonly int _actions;
    private readonly AlignedMatrix<float> _inputs;
    private readonly AlignedMatrix<float> _hidden;
    private readonly AlignedMatrix<float> _negated;
    private readonly AlignedBuffer<float> _row;
    private int _observations;

    /// <summary>Makes room for some observations.</summary>
    /// <param name="network">A network of the graph that <see cref="Topology"/> makes.</param>
    /// <param name="capacity">The observations of a call at most; at least 1.</param>
    /// <exception cref="TopologyException">It has another graph.</exception>
    public FusedFreeEnergies(EnergyNetwork<float> network, int capacity)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        FreeEnergyRules.RequireOneTanhLayer(network.Topology);
        Network = network;
        Capacity = capacity;
        _actions = network.Topology.OutputSize;
        var units = network.Topology.Layers[1].Size;
        _inputs = new AlignedMatrix<float>(capacity, network.Topology.InputSize);
        _hidden = new AlignedMatrix<float>(checked(capacity * _actions), units);
        _negated = new AlignedMatrix<float>(capacity, _actions);
        _row = new AlignedBuffer<float>(_hidden.Stride);
    }

    /// <inheritdoc/>
    public EnergyNetwork<float> Network { get; }

    /// <inheritdoc/>
    public int Capacity { get; }

    /// <inheritdoc/>
    public Settling Settling { get; private set; }

    /// <summary>
    /// The graph: inputs and actions both drive the hidden units. Read as an energy it is the chain input, hidden, output; with
    /// the connection written from the actions its weights lie as the kernels walk them, a row an action.
    /// </summary>
    /// <param name="inputSize">Numbers in an observation; at least 1.</param>
    /// <param name="hiddenSize">Hidden units; at least 1.</param>
    /// <param name="actionCount">Actions; at least 1.</param>
    public static NetworkTopology Topology(int inputSize, int hiddenSize, int actionCount) =>
        new(
            [
                new Layer("input", inputSize, LayerRole.Input, Activation.Linear),
                new Layer("hidden1", hiddenSize, LayerRole.Hidden, Activation.Tanh),
                new Layer("output", actionCount, LayerRole.Output, Activation.Linear),
            ],
            [new Connection(0, 1), new Connection(2, 1)]
        );

    /// <inheritdoc/>
    public ReadOnlyMatrixSpan<float> Negated(ReadOnlyMatrixSpan<float> inputs)
    {
        FreeEnergyRules.RequireInputs(this, inputs);
        _observations = inputs.Rows;
        for (var row = 0; row < inputs.Rows; row++)
        {
            inputs[row].CopyTo(_inputs[row]);
            FreeEnergyKernels.Drive(Network.Parameters, inputs[row], _row.Span);
            for (var action = 0; action < _actions; action++)
            {
                _negated[row][action] = FreeEnergyKernels.Settle(
                    Network.Parameters,
                    action,
                    _row.Span,
                    _hidden.Padded((row * _actions) + action)
                );
            }
        }

        Settling = new Settling(inputs.Rows * _actions, inputs.Rows * _actions, 1, 0, 0, 0);
        return _negated.First(inputs.Rows);
    }

    /// <inheritdoc/>
    public void AddCorrelations(ReadOnlyMatrixSpan<float> factors, NetworkParameters<float> target)
    {
        ArgumentNullException.ThrowIfNull(target);
        FreeEnergyRules.RequireFactors(this, factors, _observations);
        target.RequireSameShape(Network.Topology);
        var inputWeights = target.EditWeights(0);
        var actionWeights = target.EditWeights(1);
        Span<float> hiddenBiases = target.EditBiases(1);
        Span<float> outputBiases = target.EditBiases(2);
        Span<float> sum = _row.Span[.._hidden.Columns];
        for (var row = 0; row < _observations; row++)
        {
            sum.Clear();
            for (var action = 0; action < _actions; action++)
            {
                var factor = factors[row][action];
                ReadOnlySpan<float> units = _hidden[(row * _actions) + action];
                TensorPrimitives.MultiplyAdd(units, factor, sum, sum);
                TensorPrimitives.MultiplyAdd(units, factor, actionWeights[action], actionWeights[action]);
                outputBiases[action] += factor;
            }

            for (var input = 0; input < inputWeights.Rows; input++)
            {
                TensorPrimitives.MultiplyAdd(sum, _inputs[row][input], inputWeights[input], inputWeights[input]);
            }

            TensorPrimitives.Add(hiddenBiases, sum, hiddenBiases);
        }
    }

    /// <summary>The hidden units as they settled for an action.</summary>
    /// <param name="observation">Its row in the last evaluation.</param>
    internal ReadOnlySpan<float> Hidden(int observation, int action) =>
        _hidden.Padded((observation * _actions) + action);
}
