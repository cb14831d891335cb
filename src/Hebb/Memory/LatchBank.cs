using Hebb.Numerics;
using Hebb.Numerics.Products;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Memory;

/// <summary>
/// Bistable units with fixed random weights: m_i = tanh(s_i m_i + (w x)_i), with a weight s_i onto itself above 1. A unit that the first
/// strong input has pushed to one side stays there until a stronger one pushes it back: its hysteresis is the memory.
/// </summary>
/// <remarks>
/// With s = 3 the two stable states are +-0.995, and a drive of 1.5 or so is needed to leave one. Nothing in it is learned.
/// Bistability of a unit that excites itself: J. J. Hopfield, "Neurons with graded response have collective computational properties
/// like those of two-state neurons" (1984).
/// </remarks>
public sealed class LatchBank : IMemory
{
    private readonly AlignedMatrix<float> _weights;
    private readonly AlignedBuffer<float> _selfWeights;
    private readonly AlignedBuffer<float> _units;
    private readonly AlignedBuffer<float> _drive;

    /// <summary>Draws a bank.</summary>
    /// <param name="inputs">Numbers in an observation; at least 1.</param>
    /// <param name="random">The stream that its weights are drawn from.</param>
    /// <exception cref="ArgumentException">A setting is not possible.</exception>
    public LatchBank(LatchSettings settings, int inputs, Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        SettingRules.Require(settings);
        _weights = new AlignedMatrix<float>(inputs, settings.Units);
        RandomWeights.Gaussian(_weights, settings.InputGain, random);
        _selfWeights = new AlignedBuffer<float>(_weights.Stride);
        foreach (ref var weight in _selfWeights.Span[..settings.Units])
        {
            weight = (float)random.NextUniform(settings.LeastSelfWeight, settings.GreatestSelfWeight);
        }

        _units = new AlignedBuffer<float>(_weights.Stride);
        _drive = new AlignedBuffer<float>(_weights.Stride);
    }

    private LatchBank(LatchBank shared)
    {
        _weights = shared._weights;
        _selfWeights = shared._selfWeights;
        _units = new AlignedBuffer<float>(_weights.Stride);
        _drive = new AlignedBuffer<float>(_weights.Stride);
    }

    /// <inheritdoc/>
    public int Size => _weights.Columns;

    /// <inheritdoc/>
    public int ContentBytes => Size * sizeof(float);

    /// <inheritdoc/>
    public void Begin() => _units.Span.Clear();

    /// <inheritdoc/>
    public void Write(in MemoryInput input)
    {
        TensorPrimitives.Multiply(_selfWeights.Span, _units.Span, _drive.Span);
        RowCombination.Add(_drive.Span, _weights.Span, input.Observation, _drive.Span);
        TensorPrimitives.Tanh(_drive.Span, _units.Span);
    }

    /// <inheritdoc/>
    public void Read(Span<float> numbers) => _units.Span[..Size].CopyTo(numbers);

    /// <inheritdoc/>
    public IMemory Share() => new LatchBank(this);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Matrix($"{StateVisitor.Parameters}.weights", _weights.All);
        visitor.Numbers($"{StateVisitor.Parameters}.self_weights", _selfWeights.Span[..Size]);
        visitor.Numbers("units", _units.Span[..Size]);
    }
}
