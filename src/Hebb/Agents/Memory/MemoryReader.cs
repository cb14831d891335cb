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
    /// <param name="recall">What is recalled of each action, from now on written by this object alone; null for nothing.</param>
    /// <param name="temperature">T; positive.</param>
    public MemoryReader(NetworkParameters<float> parameters, MemoryBank bank, RecallReader? recall, double temperature)
    {
        Parameters = parameters;
        Bank = bank;
        Recall = recall;
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

    /// <summary>What is recalled of each action; null for nothing.</summary>
    public RecallReader? Recall { get; }

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
    /// <param name="silenced">The names of memories that are read as 0.</param>
    public MemoryReader Share(params IReadOnlyCollection<string> silenced) =>
        new(Parameters, Bank.Share(silenced), Recall?.Share(), Temperature);

    /// <summary>Empties the memories: an episode begins.</summary>
    public void Begin()
    {
        Bank.Begin();
        Recall?.Begin();
        _last.Span.Clear();
    }

    /// <summary>Takes in an observation, and settles with each action clamped.</summary>
    public void Settle(ReadOnlySpan<float> observation)
    {
        ReadOnlySpan<float> common = Recall is null ? observation : Recall.Prepare(observation);
        Bank.Write(new MemoryInput { Observation = common, LastState = Last });
        FreeEnergyKernels.Drive(Parameters, Bank.Numbers, _drive.Span);
        for (var action = 0; action < Logits.Length; action++)
        {
            Logits[action] = Negated(action) * _inverseTemperature;
        }

        CategoricalPolicy.Probabilities<float>(Logits, Probabilities);
        _mean.Span.Clear();
        for (var action = 0; action < Logits.Length; action++)
        {
            TensorPrimitives.MultiplyAdd(_hidden.Padded(action), Probabilities[action], _mean.Span, _mean.Span);
        }
    }

    private float Negated(int action)
    {
        if (Recall is null)
        {
            return FreeEnergyKernels.Settle(Parameters, action, _drive.Span, _hidden.Padded(action));
        }

        ReadOnlySpan<float> own = Parameters.Weights(1).Span.Slice(action * _hidden.Stride, _hidden.Stride);
        ReadOnlySpan<float> drive = Recall.Drive(action, own);
        var bias = Parameters.Biases(2)[action] + Recall.Logit(action);
        return FreeEnergyKernels.Settle(drive, bias, _drive.Span, _hidden.Padded(action));
    }

    /// <summary>An action was chosen: the memories of the next step know where the network settled with it.</summary>
    public void Take(int action) => _hidden.Padded(action).CopyTo(_last.Span);
}
