using Hebb.Numerics;

namespace Hebb.Networks.Recurrent;

/// <summary>
/// A cell whose units are driven by inputs and hidden units through dense weights: x W + b and h U, for as many gates as it has.
/// </summary>
/// <remarks>
/// Its parameters are <c>input_weights</c> W (inputs x gates hidden), <c>hidden_weights</c> U (hidden x gates hidden) and
/// <c>biases</c> b. Learning starts from W uniform within 1 / sqrt(inputs), U of orthogonal matrices (Saxe et al. 2014), which keep the
/// length of what they carry, and biases of zero.
/// </remarks>
/// <typeparam name="T">float32 or float64.</typeparam>
public abstract class DenseCell<T> : RecurrentCell<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal const int InputWeights = 0;
    internal const int HiddenWeights = 1;
    internal const int Biases = 2;

    private readonly AlignedMatrix<T> _transposed;
    private readonly AlignedMatrix<T> _hiddenSlopes;

    private protected DenseCell(int inputSize, int hiddenSize, int capacity, int gates)
        : base(inputSize, hiddenSize, capacity)
    {
        Gates = gates;
        var width = checked(gates * hiddenSize);
        Layout = new ParameterLayout<T>([
            new("input_weights", inputSize, width),
            new("hidden_weights", hiddenSize, width),
            new("biases", 1, width),
        ]);
        _transposed = new AlignedMatrix<T>(width, hiddenSize);
        _hiddenSlopes = new AlignedMatrix<T>(capacity, hiddenSize);
    }

    /// <inheritdoc/>
    public override ParameterLayout<T> Layout { get; }

    /// <summary>How many drives each hidden unit has.</summary>
    private protected int Gates { get; }

    /// <inheritdoc/>
    public override void Initialize(Span<T> parameters, Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(random);
        parameters.Clear();
        MatrixSpan<T> inputs = Layout.Edit(parameters, InputWeights);
        var bound = 1 / Math.Sqrt(InputSize);
        for (var row = 0; row < inputs.Rows; row++)
        {
            foreach (ref var weight in inputs[row])
            {
                weight = T.CreateTruncating(random.NextUniform(-bound, bound));
            }
        }

        MatrixSpan<T> hidden = Layout.Edit(parameters, HiddenWeights);
        for (var gate = 0; gate < Gates; gate++)
        {
            OrthogonalMatrix.Draw(hidden, gate * HiddenSize, random);
        }
    }

    /// <inheritdoc/>
    public override void BeginBackward(ReadOnlySpan<T> parameters) =>
        BatchProducts.Transpose(Layout.View(parameters, HiddenWeights), _transposed.All);

    /// <inheritdoc/>
    public override void AddGradient(in RecurrentStep<T> steps, Span<T> gradient)
    {
        ReadOnlyMatrixSpan<T> errors = InputErrors(steps.Errors);
        BatchProducts.AddOuter(steps.Inputs, errors, Layout.Edit(gradient, InputWeights));
        BatchProducts.AddOuter(Hidden(steps.Before), HiddenErrors(steps.Errors), Layout.Edit(gradient, HiddenWeights));
        BatchProducts.AddRows(errors, Layout.Edit(gradient, Biases)[0]);
    }

    /// <summary>x W + b.</summary>
    private protected void DriveByInputs(ReadOnlySpan<T> parameters, in RecurrentStep<T> step, MatrixSpan<T> drives)
    {
        BatchProducts.Repeat(Layout.View(parameters, Biases)[0], drives);
        BatchProducts.Add(step.Inputs, Layout.View(parameters, InputWeights), drives);
    }

    /// <summary>Adds h U.</summary>
    private protected void DriveByHidden(ReadOnlySpan<T> parameters, in RecurrentStep<T> step, MatrixSpan<T> drives) =>
        BatchProducts.Add(Hidden(step.Before), Layout.View(parameters, HiddenWeights), drives);

    /// <summary>Adds to the slopes of the hidden units what comes back through U.</summary>
    /// <param name="errors">dL / d(h U).</param>
    /// <param name="slopes">dL / dBefore.</param>
    private protected void AddThroughHidden(ReadOnlyMatrixSpan<T> errors, MatrixSpan<T> slopes)
    {
        MatrixSpan<T> sums = _hiddenSlopes.First(errors.Rows);
        sums.Span.Clear();
        BatchProducts.Add(errors, _transposed.All, sums);
        for (var row = 0; row < errors.Rows; row++)
        {
            var own = slopes[row][..HiddenSize];
            TensorPrimitives.Add(own, sums[row], own);
        }
    }

    /// <summary>dL / d(x W + b) among the errors of steps.</summary>
    private protected virtual MatrixSpan<T> InputErrors(MatrixSpan<T> errors) => errors;

    /// <summary>dL / d(h U) among the errors of steps.</summary>
    private protected virtual MatrixSpan<T> HiddenErrors(MatrixSpan<T> errors) => errors;

    private ReadOnlyMatrixSpan<T> Hidden(ReadOnlyMatrixSpan<T> states) =>
        new(states.Span, states.Rows, HiddenSize, states.Stride);
}
