using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Report.Shallow;

/// <summary>
/// The parameters of a network with a single hidden layer, the only kind that the report uses (section 5.1), or
/// anything of their shape: a gradient, correlations, traces, moments.
/// </summary>
/// <remarks>
/// One aligned block: the weights from each input to all hidden units (a row an input), the hidden biases, the
/// weights from all hidden units to each output (a row an output), the output biases. Rows are padded with zeros
/// to <see cref="Stride"/>; every operation keeps the padding at zero. The same symmetric weights serve a
/// feedforward pass, backprop and the energy of eq. (1).
/// </remarks>
/// <typeparam name="T">The number type; float32 runs on the vector kernels, others on the reference.</typeparam>
public sealed class ShallowParameters<T> : IStateful
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // A row is a multiple of the widest vector of float32 (512 bits).
    private const int Padding = 16;

    // Rows 4096 bytes (of float32) apart fall on the same set of the first-level cache and evict each other.
    private const int PageOfNumbers = 1024;

    private readonly AlignedBuffer<T> _buffer;

    /// <summary>Parameters that are all zero.</summary>
    /// <param name="inputSize">Inputs; at least 1.</param>
    /// <param name="hiddenSize">Hidden units; at least 1.</param>
    /// <param name="outputSize">Outputs; at least 1.</param>
    public ShallowParameters(int inputSize, int hiddenSize, int outputSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputSize, 1);
        InputSize = inputSize;
        HiddenSize = hiddenSize;
        OutputSize = outputSize;
        Stride = Padded(hiddenSize);
        if (Stride % PageOfNumbers == 0)
        {
            Stride += Padding;
        }

        _buffer = new AlignedBuffer<T>(((inputSize + 1 + outputSize) * Stride) + Padded(outputSize));
    }

    /// <summary>How many inputs.</summary>
    public int InputSize { get; }

    /// <summary>How many hidden units.</summary>
    public int HiddenSize { get; }

    /// <summary>How many outputs.</summary>
    public int OutputSize { get; }

    /// <summary>The hidden size rounded up to whole vectors: the length of every hidden row and hidden state.</summary>
    public int Stride { get; }

    /// <summary>Everything, padding included, in the order of the remarks.</summary>
    public Span<T> All => _buffer.Span;

    /// <summary>The hidden biases, length <see cref="Stride"/>.</summary>
    public Span<T> HiddenBiases => _buffer.Span.Slice(InputSize * Stride, Stride);

    /// <summary>The output biases, length <see cref="OutputSize"/>.</summary>
    public Span<T> OutputBiases => _buffer.Span.Slice((InputSize + 1 + OutputSize) * Stride, OutputSize);

    /// <summary>Whether every number is finite.</summary>
    public bool IsFinite => TensorPrimitives.IsFiniteAll<T>(All);

    /// <summary>The weights from one input to the hidden units, length <see cref="Stride"/>.</summary>
    /// <param name="input">Index of the input.</param>
    public Span<T> InputWeights(int input) => _buffer.Span.Slice(input * Stride, Stride);

    /// <summary>The weights from the hidden units to one output, length <see cref="Stride"/>.</summary>
    /// <param name="output">Index of the output.</param>
    public Span<T> OutputWeights(int output) => _buffer.Span.Slice((InputSize + 1 + output) * Stride, Stride);

    /// <summary>Zeros of the same shape.</summary>
    public ShallowParameters<T> ZerosAlike() => new(InputSize, HiddenSize, OutputSize);

    /// <summary>A hidden state for this network: <see cref="Stride"/> zeros, aligned.</summary>
    public AlignedBuffer<T> NewHidden() => new(Stride);

    /// <summary>Takes over every number of <paramref name="source"/>.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public void CopyFrom(ShallowParameters<T> source)
    {
        RequireSameShape(source);
        source.All.CopyTo(All);
    }

    /// <summary>Adds a multiple of <paramref name="source"/>, with a rate of its own for the biases.</summary>
    /// <param name="weightRate">The factor of the weights.</param>
    /// <param name="biasRate">The factor of the biases.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public void Add(ShallowParameters<T> source, T weightRate, T biasRate)
    {
        RequireSameShape(source);
        var inputEnd = InputSize * Stride;
        var outputEnd = (InputSize + 1 + OutputSize) * Stride;
        AddScaled(source, weightRate, ..inputEnd);
        AddScaled(source, biasRate, inputEnd..(inputEnd + Stride));
        AddScaled(source, weightRate, (inputEnd + Stride)..outputEnd);
        AddScaled(source, biasRate, outputEnd..);
    }

    private void AddScaled(ShallowParameters<T> source, T rate, Range range) =>
        TensorPrimitives.MultiplyAdd(source.All[range], rate, All[range], All[range]);

    private void RequireSameShape(ShallowParameters<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.InputSize != InputSize || source.HiddenSize != HiddenSize || source.OutputSize != OutputSize)
        {
            throw new ArgumentException(
                $"The shape {source.InputSize}-{source.HiddenSize}-{source.OutputSize} is not {InputSize}-{HiddenSize}-{OutputSize}.",
                nameof(source)
            );
        }
    }

    private static int Padded(int size) => (size + Padding - 1) / Padding * Padding;

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Numbers("all", All);
    }
}
