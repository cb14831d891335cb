using Hebb.Numerics;

namespace Hebb.Costs;

/// <summary>C = factor |y - y'|^2 on the output units: factor 1/2 is the report's eq. (2), factor 1 its code's.</summary>
/// <param name="Factor">The factor; positive and finite.</param>
public readonly record struct SquaredError(double Factor) : ICost
{
    /// <summary>The factor; positive and finite.</summary>
    public double Factor
    {
        get;
        init => field = Positive(value, nameof(Factor));
    } = Positive(Factor, nameof(Factor));

    /// <inheritdoc/>
    public string Name => "squared-error";

    /// <inheritdoc/>
    public bool IsAnalytic => true;

    /// <inheritdoc/>
    double ICost.Curvature => 2 * Factor;

    /// <summary>Eq. (2), with its 1/2.</summary>
    public static SquaredError Half => new(0.5);

    /// <summary>The report's code, which leaves the 1/2 out.</summary>
    public static SquaredError Whole => new(1);

    /// <summary>beta d2C/dy2, the strength of the spring that pulls an output to its target.</summary>
    public T Curvature<T>(T beta)
        where T : unmanaged, IFloatingPointIeee754<T> => T.CreateTruncating(2 * Factor) * beta;

    /// <summary>Adds beta dC/dy to a gradient on the output units, the last term of dF/dy in eq. (3).</summary>
    /// <param name="outputs">y.</param>
    /// <param name="target">y'.</param>
    /// <param name="gradient">What is added to.</param>
    public void AddGradient<T>(T beta, ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, Span<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var strength = Curvature(beta);
        for (var output = 0; output < outputs.Length; output++)
        {
            gradient[output] += strength * (outputs[output] - target[output]);
        }
    }

    /// <inheritdoc/>
    public T Value<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target)
        where T : unmanaged, INumberBase<T>
    {
        var sum = T.Zero;
        for (var output = 0; output < outputs.Length; output++)
        {
            var error = outputs[output] - target[output];
            sum += error * error;
        }

        return T.CreateTruncating(Factor) * sum;
    }

    /// <inheritdoc/>
    public void Gradient<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, Span<T> gradient)
        where T : unmanaged, INumberBase<T>
    {
        var strength = T.CreateTruncating(2 * Factor);
        for (var output = 0; output < outputs.Length; output++)
        {
            gradient[output] = strength * (outputs[output] - target[output]);
        }
    }

    private static double Positive(double number, string name) =>
        double.IsFinite(number) && number > 0
            ? number
            : throw new ArgumentOutOfRangeException(name, number, "a positive finite number is needed");

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
}
