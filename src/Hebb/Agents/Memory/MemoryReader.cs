using Hebb.Learning.FreeEnergies;
using Hebb.Learning.Kernels;
using Hebb.Memory;
using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Agents.Memory;

/// <summary>
/// A policy of free energies over an observation and memories: y_a = -F_a / T of a network with one hidden layer of tanh units, which
/// settles with each action clamped in turn.
/// </summary>
internal sealed class MemoryReader
{
    private readonly float _inverseTemperature;
    private readonly AlignedBuffer<float> _drive;
    private readonly AlignedMatrix<float> _hidden;
    private readonly AlignedBuffer<float> _mean;
    private readonly AlignedBuffer<float> _last;

    /// <summary>Reads memories.</summary>
    /// <param name="parameters">Of <see cref="FusedFreeEnergies.Topology"/>, with an input for each number of the memories.</param>
    /// <param name="bank">The memories, which from now on are written by this object alone.</param>
    /// <param name="temperature">T; positive.</param>
    public MemoryReader(NetworkParameters<float> parameters, MemoryBank bank, double temperature)
    {
        Parameters = parameters;
        Bank = bank;
        Temperature = temperature;
        _inverseTemperature = (float)(1 / temperature);
        _hidden = new AlignedMatrix<float>(parameters.Topology.OutputSize, parameters.Topology.Layers[1].Size);
        _drive = new AlignedBuffer<float>(_hidden.Stride);
        _mean = new AlignedBuffer<float>(_hidden.Stride);
        _last = new AlignedBuffer<float>(_hidden.Stride);
        Logits = new float[_hidden.Rows];
        Probabilities = new float[_hidden.Rows];
    }

    /// <summary>The parameters of the network.</summary>
    public NetworkParameters<float> Parameters { get; }

    /// <summary>The memories.</summary>
    public MemoryBank Bank { get; }

    /// <summary>T.</summary>
    public double Temperature { get; }

    /// <summary>y of the last step.</summary>
    public float[] Logits { get; }

    /// <summary>pi of the last step.</summary>
    public float[] Probabilities { get; }

    /// <summary>The hidden units as they settled for each action, a row an action, with padding of 0.</summary>
    public AlignedMatrix<float> Hidden => _hidden;

    /// <summary>What the policy expects of the hidden units, sum_a pi_a h_a, without padding.</summary>
    public ReadOnlySpan<float> Mean => _mean.Span[.._hidden.Columns];

    /// <summary>The hidden units for the action taken last, without padding; part of the state.</summary>
    public Span<float> Last => _last.Span[.._hidden.Columns];

    /// <summary>Another reader of the same parameters, with memories of its own.</summary>
    public MemoryReader Share() => new(Parameters, Bank.Share(), Temperature);

    /// <summary>Empties the memories: an episode begins.</summary>
    public void Begin()
    {
        Bank.Begin();
        _last.Span.Clear();
    }

    /// <summary>Takes in an observation, and settles with each action clamped.</summary>
    public void Settle(ReadOnlySpan<float> observation)
    {
        Bank.Write(new MemoryInput { Observation = observation, LastState = Last });
        FreeEnergyKernels.Drive(Parameters, Bank.Numbers, _drive.Span);
        for (var action = 0; action < Logits.Length; action++)
        {
            var negated = FreeEnergyKernels.Settle(Parameters, action, _drive.Span, _hidden.Padded(action));
            Logits[action] = negated * _inverseTemperature;
        }

        CategoricalPolicy.Probabilities<float>(Logits, Probabilities);
        _mean.Span.Clear();
        for (var action = 0; action < Logits.Length; action++)
        {
            TensorPrimitives.MultiplyAdd(_hidden.Padded(action), Probabilities[action], _mean.Span, _mean.Span);
        }
    }

    /// <summary>An action was chosen: the memories of the next step know where the network settled with it.</summary>
    public void Take(int action) => _hidden.Padded(action).CopyTo(_last.Span);
}
