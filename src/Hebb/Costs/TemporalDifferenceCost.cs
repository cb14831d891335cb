using Hebb.Numerics;

namespace Hebb.Costs;

/// <summary>
/// The error of one output, the value of the action that was taken, to what it should have been: Huber's cost (1964),
/// C = e^2 / 2 where |e| is at most k and k |e| - k^2 / 2 beyond, with e = y_a - y' (Mnih et al. 2015). An example is asked
/// two numbers: a, the index of the action, and y'.
/// </summary>
/// <remarks>The other outputs have no gradient. y' is a number, not a function of y: the gradient is that of Q-learning.</remarks>
public sealed record TemporalDifferenceCost : ICost
{
    /// <summary>A cost.</summary>
    /// <param name="threshold">k, the error from which on the cost grows linearly; positive, infinite for the squared error.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not positive.</exception>
    public TemporalDifferenceCost(double threshold = 1)
    {
        if (double.IsNaN(threshold) || threshold <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(threshold),
                threshold,
                "The threshold must be positive; infinity makes the squared error."
            );
        }

        Threshold = threshold;
    }

    /// <summary>k.</summary>
    public double Threshold { get; }

    /// <inheritdoc/>
    public string Name =>
        double.IsPositiveInfinity(Threshold) ? CostCatalogue.TemporalDifference : CostCatalogue.HuberTemporalDifference;

    /// <inheritdoc/>
    public bool IsAnalytic => false;

    /// <inheritdoc/>
    public double Curvature => 0;

    /// <inheritdoc/>
    /// <returns>2: the action and its value.</returns>
    public int TargetSize(int outputs) => 2;

    /// <inheritdoc/>
    public T Value<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target)
        where T : unmanaged, INumberBase<T>
    {
        var size = Math.Abs(Transcendental.RealPart(outputs[Action(target)] - target[1]));
        return T.CreateTruncating(size <= Threshold ? size * size / 2 : Threshold * (size - (Threshold / 2)));
    }

    /// <inheritdoc/>
    public void Gradient<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, Span<T> gradient)
        where T : unmanaged, INumberBase<T>
    {
        var action = Action(target);
        var error = Transcendental.RealPart(outputs[action] - target[1]);
        gradient.Clear();
        gradient[action] = T.CreateTruncating(Math.Clamp(error, -Threshold, Threshold));
    }

    /// <inheritdoc/>
    public double Evaluate<T>(ReadOnlyMatrixSpan<T> outputs, ReadOnlyMatrixSpan<T> targets, MatrixSpan<T> gradients)
        where T : unmanaged, INumberBase<T>
    {
        var sum = 0.0;
        for (var row = 0; row < outputs.Rows; row++)
        {
            Gradient(outputs[row], targets[row], gradients[row]);
            sum += Transcendental.RealPart(Value(outputs[row], targets[row]));
        }

        return sum;
    }

    private static int Action<T>(ReadOnlySpan<T> target)
        where T : unmanaged, INumberBase<T> => (int)Transcendental.RealPart(target[0]);
}
