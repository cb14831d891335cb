using Hebb.Numerics;

namespace Hebb.Networks.Recurrent;

/// <summary>
/// The plain recurrent network, with leaky units: h' = (1 - 1 / tau) h + (1 / tau) tanh(x W + h U + b). With tau = 1 it is the network of
/// Elman (1990); otherwise a network in continuous time, in steps of Euler's method.
/// </summary>
/// <typeparam name="T">float32 or float64.</typeparam>
public sealed class LeakyCell<T> : DenseCell<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T _rate;
    private readonly AlignedMatrix<T> _drives;

    /// <summary>A cell.</summary>
    /// <param name="inputSize">Numbers in an input; at least 1.</param>
    /// <param name="hiddenSize">Hidden units; at least 1.</param>
    /// <param name="capacity">The sequences of a step at most; at least 1.</param>
    /// <param name="timeConstant">tau in steps; at least 1.</param>
    public LeakyCell(int inputSize, int hiddenSize, int capacity, double timeConstant = 1)
        : base(inputSize, hiddenSize, capacity, gates: 1)
    {
        if (timeConstant is not (>= 1 and <= double.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(timeConstant), timeConstant, "at least 1 is needed");
        }

        _rate = T.CreateTruncating(1 / timeConstant);
        _drives = new AlignedMatrix<T>(capacity, hiddenSize);
    }

    /// <inheritdoc/>
    public override int StateSize => HiddenSize;

    /// <inheritdoc/>
    /// <remarks>tanh(x W + h U + b).</remarks>
    public override int SavedSize => HiddenSize;

    /// <inheritdoc/>
    public override int ErrorSize => HiddenSize;

    /// <summary>1 / tau.</summary>
    internal T Rate => _rate;

    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, in RecurrentStep<T> step)
    {
        MatrixSpan<T> drives = _drives.First(step.Inputs.Rows);
        DriveByInputs(parameters, step, drives);
        DriveByHidden(parameters, step, drives);
        for (var row = 0; row < drives.Rows; row++)
        {
            var activities = step.Saved[row];
            GateFunctions.Tanh(drives[row], activities);
            TensorPrimitives.Multiply(activities, _rate, step.After[row]);
            TensorPrimitives.MultiplyAdd(step.Before[row], T.One - _rate, step.After[row], step.After[row]);
        }
    }

    /// <inheritdoc/>
    public override void Backward(ReadOnlySpan<T> parameters, in RecurrentStep<T> step, MatrixSpan<T> slopes)
    {
        for (var row = 0; row < slopes.Rows; row++)
        {
            var errors = step.Errors[row];
            GateFunctions.ThroughTanh(slopes[row], step.Saved[row], errors);
            TensorPrimitives.Multiply(errors, _rate, errors);
            TensorPrimitives.Multiply(slopes[row], T.One - _rate, slopes[row]);
        }

        AddThroughHidden(step.Errors, slopes);
    }
}
