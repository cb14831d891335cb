using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Memory;

/// <summary>
/// Gated units that learn what to keep: the exact derivative of each unit by its own weights is carried along (<see cref="GatedUnits{T}"/>),
/// times what the reader of the memory says of the unit, it is the step's part of an eligibility trace, and the TD error times the trace is
/// the gradient.
/// </summary>
public sealed class GatedMemory : ILearnedMemory
{
    private readonly GateSettings _settings;
    private readonly int _inputs;
    private readonly GatedWeights _weights;
    private readonly GatedUnits<float> _units;
    private readonly bool _learns;

    /// <summary>Draws the units.</summary>
    /// <param name="inputs">Numbers in an observation; at least 1.</param>
    /// <param name="random">The stream that weights are drawn from.</param>
    /// <exception cref="ArgumentException">A setting is not possible.</exception>
    public GatedMemory(GateSettings settings, int inputs, Pcg64 random)
        : this(settings, inputs, new GatedWeights(settings, inputs, random), settings?.Learns ?? false) { }

    private GatedMemory(GateSettings settings, int inputs, GatedWeights weights, bool learns)
    {
        _settings = settings;
        _inputs = inputs;
        _weights = weights;
        _learns = learns;
        _units = new GatedUnits<float>(settings.Units, inputs, weights.Parameters);
    }

    /// <inheritdoc/>
    public int Size => _settings.Units;

    /// <inheritdoc/>
    public int ContentBytes => Size * sizeof(float);

    /// <inheritdoc/>
    public int ParameterCount => _weights.Parameters.Length;

    /// <summary>The weights, laid out as <see cref="GatedUnits{T}"/> has them.</summary>
    public ReadOnlySpan<float> Parameters => _weights.Parameters;

    /// <inheritdoc/>
    public void Begin() => _units.Begin();

    /// <inheritdoc/>
    public void Write(in MemoryInput input) => _units.Write(input.Observation, _learns);

    /// <inheritdoc/>
    public void Read(Span<float> numbers) => _units.Content.CopyTo(numbers);

    /// <inheritdoc/>
    public void Trace(ReadOnlySpan<float> field, ReadOnlySpan<float> direct, float decay)
    {
        if (_learns)
        {
            _weights.Decay(decay);
            _weights.Trace(_units.Derivatives, field, direct);
        }
    }

    /// <inheritdoc/>
    public void Reinforce(float error) => _weights.Reinforce(error);

    /// <inheritdoc/>
    public void EndEpisode(double part)
    {
        if (_learns)
        {
            _weights.EndEpisode(part);
        }
    }

    /// <inheritdoc/>
    public IMemory Share() => new GatedMemory(_settings, _inputs, _weights, learns: false);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("weights", _weights);
        visitor.Part("units", _units);
    }
}
