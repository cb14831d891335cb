using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Analysis;

/// <summary>How well a gradient agrees with another that is taken for exact, all parameters taken as one long vector.</summary>
/// <remarks>
/// Weights within a layer are stored as the whole symmetric matrix, so that each of their pairs counts twice.
/// </remarks>
/// <param name="RelativeError">|g - g*| / |g*|, in Euclidean norms; 0 is perfect.</param>
/// <param name="Cosine">The cosine of the angle between the two, from -1 to 1.</param>
/// <param name="Degrees">That angle, from 0 to 180 degrees, exact for small angles too.</param>
/// <param name="SignAgreement">
/// The part of the parameters whose derivatives have one sign in both, from 0 to 1; those that are
/// <see cref="Negligible"/> in both are left out.
/// </param>
public readonly record struct GradientAgreement(
    double RelativeError,
    double Cosine,
    double Degrees,
    double SignAgreement
)
{
    /// <summary>|g| / |g*|, in Euclidean norms: 1 where the estimate is as long as the exact gradient.</summary>
    public double NormRatio { get; init; }

    /// <summary>A derivative is negligible below this part of the exact gradient's largest one.</summary>
    public const double Negligible = 1e-6;

    /// <summary>Compares a gradient with the exact one; what is not a number makes the results no numbers.</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    /// <param name="estimate">g.</param>
    /// <param name="exact">g*, of the same topology; where it is all zero there is no relative error, angle or sign.</param>
    /// <exception cref="ArgumentException">The two belong to different topologies.</exception>
    public static GradientAgreement Of<T>(NetworkParameters<T> estimate, NetworkParameters<T> exact)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(exact);
        estimate.RequireSameShape(exact.Topology);

        // The padding is zero in both and adds nothing.
        var found = Numbers(estimate);
        var right = Numbers(exact);
        var (foundLength, rightLength) = (Length(found), Length(right));
        var (error, product, apart, together) = (0.0, 0.0, 0.0, 0.0);
        for (var index = 0; index < right.Length; index++)
        {
            var one = found[index] / foundLength;
            var other = right[index] / rightLength;
            error += Square(found[index] - right[index]);
            product += one * other;
            apart += Square(one - other);
            together += Square(one + other);
        }

        // Kahan's form of the angle: the arc cosine of a number near 1 has lost half of its digits.
        var degrees = 2 * double.RadiansToDegrees(Math.Atan2(Math.Sqrt(apart), Math.Sqrt(together)));
        return new GradientAgreement(
            Math.Sqrt(error) / rightLength,
            Math.Clamp(product, -1, 1),
            degrees,
            Signs(found, right)
        )
        {
            NormRatio = foundLength / rightLength,
        };
    }

    private static double Signs(double[] found, double[] right)
    {
        var least = Negligible * right.Max(Math.Abs);
        var (same, counted) = (0, 0);
        for (var index = 0; index < right.Length; index++)
        {
            if (Math.Abs(found[index]) > least || Math.Abs(right[index]) > least || double.IsNaN(found[index]))
            {
                counted++;
                same += found[index] * right[index] > 0 ? 1 : 0;
            }
        }

        return counted == 0 ? double.NaN : (double)same / counted;
    }

    private static double[] Numbers<T>(NetworkParameters<T> parameters)
        where T : unmanaged, INumberBase<T>
    {
        var numbers = new double[parameters.All.Length];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = Transcendental.RealPart(parameters.All[index]);
        }

        return numbers;
    }

    private static double Length(double[] numbers) => Math.Sqrt(numbers.Sum(Square));

    private static double Square(double number) => number * number;
}
