using Hebb.Numerics;

namespace Hebb.Networks.Recurrent;

/// <summary>What is read from hidden units: y = h W + b. Policies read the logits of their actions so, critics a value.</summary>
/// <typeparam name="T">float32 or float64.</typeparam>
public sealed class LinearReadout<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Weights = 0;
    private const int Biases = 1;

    private readonly AlignedMatrix<T> _transposed;

    /// <summary>A readout.</summary>
    /// <param name="hiddenSize">Hidden units; at least 1.</param>
    /// <param name="outputSize">Outputs; at least 1.</param>
    public LinearReadout(int hiddenSize, int outputSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputSize, 1);
        Layout = new ParameterLayout<T>([
            new("readout_weights", hiddenSize, outputSize),
            new("readout_biases", 1, outputSize),
        ]);
        _transposed = new AlignedMatrix<T>(outputSize, hiddenSize);
    }

    /// <summary>Its parameters: <c>readout_weights</c> W (hidden x outputs) and <c>readout_biases</c> b.</summary>
    public ParameterLayout<T> Layout { get; }

    /// <summary>Draws weights uniform within a gain over sqrt(hidden); biases are zero.</summary>
    /// <param name="gains">The gain of each output; at least 0.</param>
    public void Initialize(Span<T> parameters, ReadOnlySpan<double> gains, Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(random);
        parameters.Clear();
        MatrixSpan<T> weights = Layout.Edit(parameters, Weights);
        for (var row = 0; row < weights.Rows; row++)
        {
            for (var output = 0; output < weights.Columns; output++)
            {
                var bound = gains[output] / Math.Sqrt(weights.Rows);
                weights[row][output] = T.CreateTruncating(random.NextUniform(-bound, bound));
            }
        }
    }

    /// <summary>y.</summary>
    /// <param name="hidden">Hidden units: a row an example.</param>
    /// <param name="outputs">Receives y: a row an example, padded to whole cache lines.</param>
    public void Forward(ReadOnlySpan<T> parameters, ReadOnlyMatrixSpan<T> hidden, MatrixSpan<T> outputs)
    {
        BatchProducts.Repeat(Layout.View(parameters, Biases)[0], outputs);
        BatchProducts.Add(hidden, Layout.View(parameters, Weights), outputs);
    }

    /// <summary>The slopes of a loss with respect to hidden units and parameters, of those with respect to the outputs.</summary>
    /// <param name="hidden">Hidden units: a row an example.</param>
    /// <param name="errors">dL / dy: a row an example, padded to whole cache lines with zeros.</param>
    /// <param name="slopes">Receives dL / dh: a row an example, padded to whole cache lines.</param>
    /// <param name="gradient">dL / dParameters, which is added to.</param>
    public void Backward(
        ReadOnlySpan<T> parameters,
        ReadOnlyMatrixSpan<T> hidden,
        ReadOnlyMatrixSpan<T> errors,
        MatrixSpan<T> slopes,
        Span<T> gradient
    )
    {
        BatchProducts.AddOuter(hidden, errors, Layout.Edit(gradient, Weights));
        BatchProducts.AddRows(errors, Layout.Edit(gradient, Biases)[0]);
        BatchProducts.Transpose(Layout.View(parameters, Weights), _transposed.All);
        slopes.Span.Clear();
        BatchProducts.Add(errors, _transposed.All, slopes);
    }
}
