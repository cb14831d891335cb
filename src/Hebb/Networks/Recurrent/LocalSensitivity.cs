using Hebb.Numerics;

namespace Hebb.Networks.Recurrent;

/// <summary>
/// Random-feedback local online learning (Murray 2019): of each weight only what it does to the unit that it ends at, without the way
/// through other units, J' = (1 - 1 / tau) J + (1 / tau) tanh' source. One number a parameter, known where the weight is. Gradients by it
/// are approximate.
/// </summary>
/// <typeparam name="T">float32 or float64.</typeparam>
public sealed class LocalSensitivity<T> : OnlineSensitivity<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly AlignedBuffer<T> _traces;

    /// <summary>That of a state that depends on no parameter.</summary>
    /// <param name="cell">The cell that is followed.</param>
    public LocalSensitivity(LeakyCell<T> cell)
        : base(cell) => _traces = new AlignedBuffer<T>(cell.Layout.Length);

    private protected override Span<T> Memory => _traces.Span;

    /// <inheritdoc/>
    public override void AddGradient(ReadOnlySpan<T> slopes, Span<T> gradient)
    {
        for (var block = 0; block < Cell.Layout.Blocks.Length; block++)
        {
            MatrixSpan<T> traces = Cell.Layout.Edit(_traces.Span, block);
            MatrixSpan<T> target = Cell.Layout.Edit(gradient, block);
            for (var source = 0; source < traces.Rows; source++)
            {
                TensorPrimitives.MultiplyAdd(traces[source], slopes, target[source], target[source]);
            }
        }
    }

    private protected override void Advance(ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<T> hidden)
    {
        TensorPrimitives.Multiply(_traces.Span, T.One - Cell.Rate, _traces.Span);
        AddSources(DenseCell<T>.InputWeights, inputs);
        AddSources(DenseCell<T>.HiddenWeights, hidden);
        AddSources(DenseCell<T>.Biases, [T.One]);
    }

    private void AddSources(int block, ReadOnlySpan<T> sources)
    {
        MatrixSpan<T> traces = Cell.Layout.Edit(_traces.Span, block);
        for (var source = 0; source < sources.Length; source++)
        {
            TensorPrimitives.MultiplyAdd(Gains[0], sources[source], traces[source], traces[source]);
        }
    }
}
