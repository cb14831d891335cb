using Hebb.Numerics;

namespace Hebb.Networks.Recurrent;

/// <summary>
/// The gated recurrent unit (Cho et al. 2014), with the reset gate behind the recurrent product, as PyTorch and cuDNN have it:
/// r = sigmoid(x W_r + h U_r + b_r), z = sigmoid(x W_z + h U_z + b_z), n = tanh(x W_n + b_n + r (h U_n)), h' = z h + (1 - z) n.
/// </summary>
/// <remarks>The columns of the parameters are those of r, z and n, in this order.</remarks>
/// <typeparam name="T">float32 or float64.</typeparam>
public sealed class GatedRecurrentUnit<T> : DenseCell<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int GateCount = 3;

    private readonly AlignedMatrix<T> _inputDrives;
    private readonly AlignedMatrix<T> _hiddenDrives;
    private readonly int _hiddenErrorsAt;

    /// <summary>A cell.</summary>
    /// <param name="inputSize">Numbers in an input; at least 1.</param>
    /// <param name="hiddenSize">Hidden units; at least 1.</param>
    /// <param name="capacity">The sequences of a step at most; at least 1.</param>
    public GatedRecurrentUnit(int inputSize, int hiddenSize, int capacity)
        : base(inputSize, hiddenSize, capacity, GateCount)
    {
        _inputDrives = new AlignedMatrix<T>(capacity, GateCount * hiddenSize);
        _hiddenDrives = new AlignedMatrix<T>(capacity, GateCount * hiddenSize);
        _hiddenErrorsAt = _inputDrives.Stride;
    }

    /// <inheritdoc/>
    public override int StateSize => HiddenSize;

    /// <inheritdoc/>
    /// <remarks>r, z, n and h U_n.</remarks>
    public override int SavedSize => (GateCount + 1) * HiddenSize;

    /// <inheritdoc/>
    /// <remarks>The errors of x W + b, and from the next cache line on those of h U: they differ in n.</remarks>
    public override int ErrorSize => _hiddenErrorsAt + (GateCount * HiddenSize);

    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, in RecurrentStep<T> step)
    {
        MatrixSpan<T> fromInputs = _inputDrives.First(step.Inputs.Rows);
        MatrixSpan<T> fromHidden = _hiddenDrives.First(step.Inputs.Rows);
        fromHidden.Span.Clear();
        DriveByInputs(parameters, step, fromInputs);
        DriveByHidden(parameters, step, fromHidden);
        var size = HiddenSize;
        for (var row = 0; row < fromInputs.Rows; row++)
        {
            var saved = step.Saved[row];
            var gates = saved[..(2 * size)];
            TensorPrimitives.Add(fromInputs[row][..(2 * size)], fromHidden[row][..(2 * size)], gates);
            GateFunctions.Sigmoid(gates, gates);
            var recurrent = saved[(3 * size)..];
            fromHidden[row][(2 * size)..].CopyTo(recurrent);
            var candidates = saved.Slice(2 * size, size);
            TensorPrimitives.MultiplyAdd(saved[..size], recurrent, fromInputs[row][(2 * size)..], candidates);
            GateFunctions.Tanh(candidates, candidates);

            // n + z (h - n).
            var after = step.After[row];
            TensorPrimitives.Subtract(step.Before[row], candidates, after);
            TensorPrimitives.MultiplyAdd(after, saved.Slice(size, size), candidates, after);
        }
    }

    /// <inheritdoc/>
    public override void Backward(ReadOnlySpan<T> parameters, in RecurrentStep<T> step, MatrixSpan<T> slopes)
    {
        var size = HiddenSize;
        for (var row = 0; row < slopes.Rows; row++)
        {
            var slope = slopes[row];
            var saved = step.Saved[row];
            var reset = saved[..size];
            var update = saved.Slice(size, size);
            var candidate = saved.Slice(2 * size, size);
            var ofInputs = step.Errors[row][..(3 * size)];
            var ofHidden = step.Errors[row][_hiddenErrorsAt..];
            var ofReset = ofInputs[..size];
            var ofUpdate = ofInputs.Slice(size, size);
            var ofCandidate = ofInputs[(2 * size)..];

            TensorPrimitives.Subtract(step.Before[row], candidate, ofUpdate);
            TensorPrimitives.Multiply(ofUpdate, slope, ofUpdate);
            GateFunctions.ThroughSigmoid(ofUpdate, update, ofUpdate);

            // slope (1 - z), before the slope becomes that of h through z.
            TensorPrimitives.Multiply(slope, update, ofReset);
            TensorPrimitives.Subtract(slope, ofReset, ofCandidate);
            ofReset.CopyTo(slope);
            GateFunctions.ThroughTanh(ofCandidate, candidate, ofCandidate);

            TensorPrimitives.Multiply(ofCandidate, saved[(3 * size)..], ofReset);
            GateFunctions.ThroughSigmoid(ofReset, reset, ofReset);

            ofInputs[..(2 * size)].CopyTo(ofHidden);
            TensorPrimitives.Multiply(ofCandidate, reset, ofHidden[(2 * size)..]);
        }

        AddThroughHidden(HiddenErrors(step.Errors), slopes);
    }

    private protected override MatrixSpan<T> InputErrors(MatrixSpan<T> errors) =>
        new(errors.Span, errors.Rows, GateCount * HiddenSize, errors.Stride);

    private protected override MatrixSpan<T> HiddenErrors(MatrixSpan<T> errors) =>
        new(errors.Span[_hiddenErrorsAt..], errors.Rows, GateCount * HiddenSize, errors.Stride);
}
