using Hebb.Numerics;
using Hebb.Numerics.Products;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Memory;

/// <summary>
/// Linear units with fixed random weights: r = rho Q r + w x, with a rotation Q. The last observations lie in it side by side, each turned
/// once more in every step and fainter by rho: a buffer, from which a linear map reads any of them.
/// </summary>
/// <remarks>
/// O. L. White, D. D. Lee and H. Sompolinsky, "Short-term memory in orthogonal neural networks" (2004). Nothing in it is learned.
/// </remarks>
public sealed class Reservoir : IMemory
{
    // A row for each unit that sends: the transpose of the rotation is one too.
    private readonly AlignedMatrix<float> _rotation;
    private readonly AlignedMatrix<float> _weights;
    private readonly AlignedBuffer<float> _units;
    private readonly AlignedBuffer<float> _next;
    private readonly float _outputGain;

    /// <summary>Draws a reservoir.</summary>
    /// <param name="inputs">Numbers in an observation; at least 1.</param>
    /// <param name="random">The stream that its weights are drawn from.</param>
    /// <exception cref="ArgumentException">A setting is not possible.</exception>
    public Reservoir(ReservoirSettings settings, int inputs, Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        SettingRules.Require(settings);
        _weights = new AlignedMatrix<float>(inputs, settings.Units);
        RandomWeights.Gaussian(_weights, settings.InputGain, random);
        _rotation = new AlignedMatrix<float>(settings.Units, settings.Units);
        RandomWeights.Orthogonal(_rotation, settings.Radius, random);
        _outputGain = (float)settings.OutputGain;
        _units = new AlignedBuffer<float>(_weights.Stride);
        _next = new AlignedBuffer<float>(_weights.Stride);
    }

    private Reservoir(Reservoir shared)
    {
        _weights = shared._weights;
        _rotation = shared._rotation;
        _outputGain = shared._outputGain;
        _units = new AlignedBuffer<float>(_weights.Stride);
        _next = new AlignedBuffer<float>(_weights.Stride);
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
        _next.Span.Clear();
        RowCombination.Add(_next.Span, _rotation.Span, _units.Span[..Size], _next.Span);
        RowCombination.Add(_next.Span, _weights.Span, input.Observation, _units.Span);
    }

    /// <inheritdoc/>
    public void Read(Span<float> numbers) => TensorPrimitives.Multiply(_units.Span[..Size], _outputGain, numbers);

    /// <inheritdoc/>
    public IMemory Share() => new Reservoir(this);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Matrix($"{StateVisitor.Parameters}.weights", _weights.All);
        visitor.Matrix($"{StateVisitor.Parameters}.rotation", _rotation.All);
        visitor.Numbers("units", _units.Span[..Size]);
    }
}
