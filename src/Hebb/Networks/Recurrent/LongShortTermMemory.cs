using Hebb.Numerics;

namespace Hebb.Networks.Recurrent;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber 1997) with a forget gate (Gers et al. 2000): i, f and o = sigmoid(x W + h U + b) of
/// their own columns, g = tanh(x W_g + h U_g + b_g), c' = f c + i g, h' = o tanh(c').
/// </summary>
/// <remarks>
/// A state is h, then c. The columns of the parameters are those of i, f, o and g, in this order. Biases of f start at 1, so that what is
/// in c stays there at first (Jozefowicz et al. 2015).
/// </remarks>
/// <typeparam name="T">float32 or float64.</typeparam>
public sealed class LongShortTermMemory<T> : DenseCell<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int GateCount = 4;

    private readonly AlignedMatrix<T> _drives;

    /// <summary>A cell.</summary>
    /// <param name="inputSize">Numbers in an input; at least 1.</param>
    /// <param name="hiddenSize">Hidden units; at least 1.</param>
    /// <param name="capacity">The sequences of a step at most; at least 1.</param>
    public LongShortTermMemory(int inputSize, int hiddenSize, int capacity)
        : base(inputSize, hiddenSize, capacity, GateCount) =>
        _drives = new AlignedMatrix<T>(capacity, GateCount * hiddenSize);

    /// <inheritdoc/>
    public override int StateSize => 2 * HiddenSize;

    /// <inheritdoc/>
    /// <remarks>i, f, o, g and tanh(c').</remarks>
    public override int SavedSize => (GateCount + 1) * HiddenSize;

    /// <inheritdoc/>
    public override int ErrorSize => GateCount * HiddenSize;

    /// <inheritdoc/>
    public override void Initialize(Span<T> parameters, Pcg64 random)
    {
        base.Initialize(parameters, random);
        Layout.Edit(parameters, Biases)[0].Slice(HiddenSize, HiddenSize).Fill(T.One);
    }

    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, in RecurrentStep<T> step)
    {
        MatrixSpan<T> drives = _drives.First(step.Inputs.Rows);
        DriveByInputs(parameters, step, drives);
        DriveByHidden(parameters, step, drives);
        var size = HiddenSize;
        for (var row = 0; row < drives.Rows; row++)
        {
            var saved = step.Saved[row];
            GateFunctions.Sigmoid(drives[row][..(3 * size)], saved[..(3 * size)]);
            var written = saved.Slice(3 * size, size);
            GateFunctions.Tanh(drives[row][(3 * size)..], written);
            var content = step.After[row][size..];
            TensorPrimitives.Multiply(saved[..size], written, content);
            TensorPrimitives.MultiplyAdd(saved.Slice(size, size), step.Before[row][size..], content, content);
            var shown = saved[(4 * size)..];
            GateFunctions.Tanh(content, shown);
            TensorPrimitives.Multiply(saved.Slice(2 * size, size), shown, step.After[row][..size]);
        }
    }

    /// <inheritdoc/>
    public override void Backward(ReadOnlySpan<T> parameters, in RecurrentStep<T> step, MatrixSpan<T> slopes)
    {
        var size = HiddenSize;
        for (var row = 0; row < slopes.Rows; row++)
        {
            var ofHidden = slopes[row][..size];
            var ofContent = slopes[row][size..];
            var saved = step.Saved[row];
            var input = saved[..size];
            var forget = saved.Slice(size, size);
            var output = saved.Slice(2 * size, size);
            var written = saved.Slice(3 * size, size);
            var shown = saved[(4 * size)..];
            var errors = step.Errors[row];

            TensorPrimitives.Multiply(ofHidden, shown, errors.Slice(2 * size, size));
            GateFunctions.ThroughSigmoid(errors.Slice(2 * size, size), output, errors.Slice(2 * size, size));

            // From here on the slope of c' with what comes through h'.
            TensorPrimitives.Multiply(ofHidden, output, ofHidden);
            GateFunctions.ThroughTanh(ofHidden, shown, ofHidden);
            TensorPrimitives.Add(ofContent, ofHidden, ofContent);

            TensorPrimitives.Multiply(ofContent, written, errors[..size]);
            GateFunctions.ThroughSigmoid(errors[..size], input, errors[..size]);
            TensorPrimitives.Multiply(ofContent, step.Before[row][size..], errors.Slice(size, size));
            GateFunctions.ThroughSigmoid(errors.Slice(size, size), forget, errors.Slice(size, size));
            TensorPrimitives.Multiply(ofContent, input, errors[(3 * size)..]);
            GateFunctions.ThroughTanh(errors[(3 * size)..], written, errors[(3 * size)..]);

            TensorPrimitives.Multiply(ofContent, forget, ofContent);
            ofHidden.Clear();
        }

        AddThroughHidden(step.Errors, slopes);
    }
}
