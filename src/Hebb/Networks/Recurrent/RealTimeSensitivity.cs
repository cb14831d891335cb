using Hebb.Numerics;

namespace Hebb.Networks.Recurrent;

/// <summary>
/// Real-time recurrent learning (Williams and Zipser 1989): dh' / dw = ((1 - 1 / tau) I + (1 / tau) diag(tanh') U') dh / dw, plus what w
/// does in this step, for every unit and every parameter. While parameters stay the same its gradients are those of backpropagation
/// through time; it takes hidden^2 products for each parameter and step.
/// </summary>
/// <typeparam name="T">float32 or float64.</typeparam>
public sealed class RealTimeSensitivity<T> : OnlineSensitivity<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly AlignedMatrix<T> _transition;
    private AlignedMatrix<T> _sensitivity;
    private AlignedMatrix<T> _next;

    /// <summary>That of a state that depends on no parameter.</summary>
    /// <param name="cell">The cell that is followed.</param>
    public RealTimeSensitivity(LeakyCell<T> cell)
        : base(cell)
    {
        _transition = new AlignedMatrix<T>(cell.HiddenSize, cell.HiddenSize);
        _sensitivity = new AlignedMatrix<T>(cell.HiddenSize, cell.Layout.Length);
        _next = new AlignedMatrix<T>(cell.HiddenSize, cell.Layout.Length);
    }

    private protected override Span<T> Memory => _sensitivity.Span;

    /// <inheritdoc/>
    public override void AddGradient(ReadOnlySpan<T> slopes, Span<T> gradient)
    {
        for (var unit = 0; unit < slopes.Length; unit++)
        {
            TensorPrimitives.MultiplyAdd(_sensitivity[unit], slopes[unit], gradient, gradient);
        }
    }

    private protected override void Advance(ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<T> hidden)
    {
        BatchProducts.Transpose(Cell.Layout.View(parameters, DenseCell<T>.HiddenWeights), _transition.All);
        var gains = Gains[0];
        for (var unit = 0; unit < gains.Length; unit++)
        {
            TensorPrimitives.Multiply(_transition[unit], gains[unit], _transition[unit]);
            _transition[unit][unit] += T.One - Cell.Rate;
        }

        _next.Span.Clear();
        BatchProducts.Add(_transition.All, _sensitivity.All, _next.All);
        for (var unit = 0; unit < gains.Length; unit++)
        {
            var row = _next[unit];
            AddOwn(Cell.Layout.Edit(row, DenseCell<T>.InputWeights), unit, gains[unit], inputs);
            AddOwn(Cell.Layout.Edit(row, DenseCell<T>.HiddenWeights), unit, gains[unit], hidden);
            Cell.Layout.Edit(row, DenseCell<T>.Biases)[0][unit] += gains[unit];
        }

        (_sensitivity, _next) = (_next, _sensitivity);
    }

    // The weights that end at a unit drive it by what they start at.
    private static void AddOwn(MatrixSpan<T> weights, int unit, T gain, ReadOnlySpan<T> sources)
    {
        var numbers = weights.Span;
        for (var source = 0; source < sources.Length; source++)
        {
            numbers[(source * weights.Stride) + unit] += gain * sources[source];
        }
    }
}
