using Hebb.Learning.FreeEnergies;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>
/// The report's reward EP on the network of the working one: logits y = U tanh(W x + b) + c read forward (section 5.1), and the
/// correlations of that state (eqs. 12 and 13) less their running average (eq. 10). The outputs are free, so that the state is the same
/// whatever is done: what was done does not enter.
/// </summary>
public sealed class FreeContrastTrace : ITracedPolicy
{
    private readonly NetworkParameters<float> _parameters;
    private readonly AveragedContrast _contrast;
    private readonly float[] _inputs;
    private readonly float[] _outputs;
    private readonly AlignedBuffer<float> _hidden;
    private readonly AlignedBuffer<float> _spare;

    /// <summary>A policy over a network's parameters.</summary>
    /// <param name="network">A network of <see cref="FusedFreeEnergies.Topology"/>, which it changes.</param>
    /// <param name="rate">How fast the running average follows; above 0, at most 1.</param>
    /// <exception cref="TopologyException">It has another graph.</exception>
    public FreeContrastTrace(EnergyNetwork<float> network, double rate)
    {
        ArgumentNullException.ThrowIfNull(network);
        FreeEnergyRules.RequireOneTanhLayer(network.Topology);
        _parameters = network.Parameters;
        _contrast = new AveragedContrast(_parameters, rate);
        _inputs = new float[network.Topology.InputSize];
        _outputs = new float[network.Topology.OutputSize];
        var stride = _parameters.PaddedBiases(1).Length;
        _hidden = new AlignedBuffer<float>(stride);
        _spare = new AlignedBuffer<float>(stride);
    }

    /// <inheritdoc/>
    public int InputSize => _inputs.Length;

    /// <inheritdoc/>
    public int ActionCount => _outputs.Length;

    /// <inheritdoc/>
    public NetworkParameters<float> Parameters => _parameters;

    /// <inheritdoc/>
    public void Consider(ReadOnlySpan<float> observation, Span<float> logits)
    {
        observation.CopyTo(_inputs);
        ForwardPass.Run(_parameters, observation, _spare.Span, _hidden.Span, _outputs);
        _outputs.CopyTo(logits);
    }

    /// <inheritdoc/>
    public void Judge(ReadOnlySpan<float> observation, Span<float> logits) =>
        ForwardPass.Run(_parameters, observation, _spare.Span, _spare.Span, logits);

    /// <summary>Takes the correlations of the state less their running average into the trace, and follows it.</summary>
    /// <param name="score">What was done; it makes no difference.</param>
    /// <param name="decay">What is left of the trace; 0 begins it anew.</param>
    /// <param name="amount">The step along the trace.</param>
    public void Reinforce(ReadOnlySpan<float> score, float decay, float amount)
    {
        NetworkParameters<float> correlations = _contrast.Correlations;
        Span<float> hidden = _hidden.Span[.._parameters.Topology.Layers[1].Size];
        Multiply(_inputs, hidden, correlations.EditWeights(0));
        hidden.CopyTo(correlations.EditBiases(1));
        Multiply(_outputs, hidden, correlations.EditWeights(1));
        _outputs.CopyTo(correlations.EditBiases(2));
        _contrast.Step(decay, amount);
    }

    private static void Multiply(float[] rows, ReadOnlySpan<float> columns, MatrixSpan<float> product)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            TensorPrimitives.Multiply(columns, rows[row], product[row]);
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("parameters", _parameters);
        visitor.Part("contrast", _contrast);
    }
}
