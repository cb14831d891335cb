using Hebb.Learning.FreeEnergies;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>
/// The backprop twin: the same parameters read forward, y = U tanh(W x + b) + c, with the gradient of log pi by backprop.
/// </summary>
public sealed class FeedforwardTrace : ITracedPolicy
{
    private readonly NetworkParameters<float> _parameters;
    private readonly float[] _inputs;
    private readonly AlignedBuffer<float> _hidden;
    private readonly AlignedBuffer<float> _drive;
    private readonly AlignedBuffer<float> _spare;
    private readonly ShallowTrace _trace;

    /// <summary>A policy over a network's parameters.</summary>
    /// <param name="network">A network of <see cref="FusedFreeEnergies.Topology"/>, which it changes.</param>
    /// <exception cref="TopologyException">It has another graph.</exception>
    public FeedforwardTrace(EnergyNetwork<float> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        FreeEnergyRules.RequireOneTanhLayer(network.Topology);
        _parameters = network.Parameters;
        InputSize = network.Topology.InputSize;
        ActionCount = network.Topology.OutputSize;
        _inputs = new float[InputSize];
        var stride = _parameters.PaddedBiases(1).Length;
        _hidden = new AlignedBuffer<float>(stride);
        _drive = new AlignedBuffer<float>(stride);
        _spare = new AlignedBuffer<float>(stride);
        _trace = new ShallowTrace(_parameters);
    }

    /// <inheritdoc/>
    public int InputSize { get; }

    /// <inheritdoc/>
    public int ActionCount { get; }

    /// <inheritdoc/>
    public NetworkParameters<float> Parameters => _parameters;

    /// <inheritdoc/>
    public void Consider(ReadOnlySpan<float> observation, Span<float> logits)
    {
        observation.CopyTo(_inputs);
        ForwardPass.Run(_parameters, observation, _drive.Span, _hidden.Span, logits);
    }

    /// <inheritdoc/>
    public void Judge(ReadOnlySpan<float> observation, Span<float> logits) =>
        ForwardPass.Run(_parameters, observation, _drive.Span, _spare.Span, logits);

    /// <inheritdoc/>
    public void Reinforce(ReadOnlySpan<float> score, float decay, float amount)
    {
        var weights = _parameters.Weights(1);
        Span<float> delta = _drive.Span;
        delta.Clear();
        for (var action = 0; action < score.Length; action++)
        {
            TensorPrimitives.MultiplyAdd(
                weights.Span.Slice(action * weights.Stride, delta.Length),
                score[action],
                delta,
                delta
            );
        }

        Span<float> hidden = _hidden.Span;
        TensorPrimitives.Multiply(hidden, hidden, _spare.Span);
        TensorPrimitives.Subtract(1, _spare.Span, _spare.Span);
        TensorPrimitives.Multiply(delta, _spare.Span, delta);

        // Stride 0: every action's weights multiply the same hidden units.
        var units = new ReadOnlyMatrixSpan<float>(hidden, ActionCount, hidden.Length, stride: 0);
        _trace.Step(_inputs, delta, score, units, decay, amount);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("parameters", _parameters);
        visitor.Part("trace", _trace);
    }
}
