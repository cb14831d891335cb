using Hebb.Learning.FreeEnergies;
using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>
/// The free-energy policy with one hidden layer of tanh units, one observation at a time on fused kernels: y_a = -F_a / T, and
/// grad log pi(a|s) = (c_a - sum_b pi(b|s) c_b) / T with c_b the Hebbian correlations of the state that settles with the
/// output units clamped to action b.
/// </summary>
public sealed class FusedFreeEnergyTrace : ITracedPolicy
{
    private readonly NetworkParameters<float> _parameters;
    private readonly float _inverseTemperature;
    private readonly float[] _inputs;
    private readonly float[] _factors;
    private readonly AlignedBuffer<float> _drive;
    private readonly AlignedMatrix<float> _hidden;
    private readonly AlignedBuffer<float> _spare;
    private readonly ShallowTrace _trace;

    /// <summary>A policy over a network.</summary>
    /// <param name="network">A network of <see cref="FusedFreeEnergies.Topology"/>, which it changes.</param>
    /// <param name="temperature">T; positive.</param>
    /// <exception cref="TopologyException">It has another graph.</exception>
    public FusedFreeEnergyTrace(EnergyNetwork<float> network, double temperature)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        FreeEnergyRules.RequireOneTanhLayer(network.Topology);
        _parameters = network.Parameters;
        _inverseTemperature = (float)(1 / temperature);
        InputSize = network.Topology.InputSize;
        ActionCount = network.Topology.OutputSize;
        _inputs = new float[InputSize];
        _factors = new float[ActionCount];
        _hidden = new AlignedMatrix<float>(ActionCount, network.Topology.Layers[1].Size);
        _drive = new AlignedBuffer<float>(_hidden.Stride);
        _spare = new AlignedBuffer<float>(_hidden.Stride);
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
        FreeEnergyKernels.Drive(_parameters, _inputs, _drive.Span);
        for (var action = 0; action < ActionCount; action++)
        {
            var negated = FreeEnergyKernels.Settle(_parameters, action, _drive.Span, _hidden.Padded(action));
            logits[action] = negated * _inverseTemperature;
        }
    }

    /// <inheritdoc/>
    public void Judge(ReadOnlySpan<float> observation, Span<float> logits)
    {
        FreeEnergyKernels.Drive(_parameters, observation, _drive.Span);
        for (var action = 0; action < ActionCount; action++)
        {
            var negated = FreeEnergyKernels.Settle(_parameters, action, _drive.Span, _spare.Span);
            logits[action] = negated * _inverseTemperature;
        }
    }

    /// <inheritdoc/>
    public void Reinforce(ReadOnlySpan<float> score, float decay, float amount)
    {
        // What was the drive is done with: it takes the sum of the hidden units, each action's times its factor.
        Span<float> sum = _drive.Span;
        sum.Clear();
        for (var action = 0; action < ActionCount; action++)
        {
            _factors[action] = score[action] * _inverseTemperature;
            TensorPrimitives.MultiplyAdd(_hidden.Padded(action), _factors[action], sum, sum);
        }

        var units = new ReadOnlyMatrixSpan<float>(_hidden.Span, _hidden.Stride);
        _trace.Step(_inputs, sum, _factors, units, decay, amount);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("parameters", _parameters);
        visitor.Part("trace", _trace);
    }
}
