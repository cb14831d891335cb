using Hebb.Numerics;
using Hebb.Numerics.Products;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Memory;

/// <summary>
/// The last equilibrium as context: c = tanh(s c + w h), with h the hidden units as they settled with the last action clamped, and a weight
/// s of each unit onto itself. The network that reads it is an Elman network whose state is an equilibrium of its energy.
/// </summary>
/// <remarks>
/// J. L. Elman, "Finding structure in time" (1990), where the context is a copy. The weights w are fixed; the network learns from the
/// context. Without excitation of its own (s below 1) it forgets within a few steps.
/// </remarks>
public sealed class EquilibriumContext : IMemory
{
    private readonly AlignedMatrix<float> _weights;
    private readonly AlignedBuffer<float> _units;
    private readonly AlignedBuffer<float> _drive;
    private readonly float _selfWeight;

    /// <summary>Draws the units.</summary>
    /// <param name="units">Hidden units of the network; at least 1.</param>
    /// <param name="random">The stream that its weights are drawn from.</param>
    /// <exception cref="ArgumentException">A setting is not possible.</exception>
    public EquilibriumContext(ContextSettings settings, int units, Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        SettingRules.Require(settings);
        _weights = new AlignedMatrix<float>(units, settings.Units);
        RandomWeights.Gaussian(_weights, settings.InputGain / Math.Sqrt(units), random);
        _selfWeight = (float)settings.SelfWeight;
        _units = new AlignedBuffer<float>(_weights.Stride);
        _drive = new AlignedBuffer<float>(_weights.Stride);
    }

    private EquilibriumContext(EquilibriumContext shared)
    {
        _weights = shared._weights;
        _selfWeight = shared._selfWeight;
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
        TensorPrimitives.Multiply(_units.Span, _selfWeight, _drive.Span);
        RowCombination.Add(_drive.Span, _weights.Span, input.LastState, _drive.Span);
        TensorPrimitives.Tanh(_drive.Span, _units.Span);
    }

    /// <inheritdoc/>
    public void Read(Span<float> numbers) => _units.Span[..Size].CopyTo(numbers);

    /// <inheritdoc/>
    public IMemory Share() => new EquilibriumContext(this);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Matrix($"{StateVisitor.Parameters}.weights", _weights.All);
        visitor.Numbers("units", _units.Span[..Size]);
    }
}
