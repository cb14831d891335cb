namespace Hebb.Lab.Studies.Gradients;

/// <summary>
/// The order of convergence of one network's estimates: the slope of log error over log beta where that is a straight line.
/// </summary>
/// <remarks>
/// The rule. Usable are the betas at which every phase settled and no unit crossed a kink. Of these, the error must stand
/// <see cref="AboveRounding"/> times above what rounding may leave. Of the rest, the smallest beta and those up to ten times
/// as large are taken, or the three smallest where these are fewer; the slope is that of least squares. The smallest
/// betas are the furthest from the bend at large ones, the bound on rounding keeps off the rise at small ones. Where the
/// smallest is above <see cref="LargestStart"/> there is no fit: all of them may lie in the bend.
/// </remarks>
/// <param name="Order">The slope; not a number where there is no fit.</param>
/// <param name="From">The smallest beta of the fit.</param>
/// <param name="To">The largest beta of the fit.</param>
/// <param name="Points">How many betas it took.</param>
/// <param name="IsExact">
/// Whether the estimate is the gradient but for rounding at every usable beta, so that there is no slope to fit; at one of
/// them to <see cref="LargestExactError"/> at least.
/// </param>
public sealed record OrderFit(double Order, double From, double To, int Points, bool IsExact)
{
    /// <summary>How many times the error must be what rounding may leave.</summary>
    public const double AboveRounding = 10;

    /// <summary>The fewest betas that make a fit.</summary>
    public const int FewestPoints = 3;

    /// <summary>The largest beta that a fit may begin at.</summary>
    public const double LargestStart = 0.1;

    /// <summary>
    /// An estimate counts as exact only where rounding may leave less than this: under a coarser bound anything would hide.
    /// </summary>
    public const double LargestExactError = 1e-6;

    // From the smallest beta of the fit to the largest; a little more, since neither decimal is exact.
    private const double Decade = 10.000001;

    /// <summary>Fits the order.</summary>
    /// <param name="measurements">The measurements of one network at different betas, in any order.</param>
    public static OrderFit Of(IEnumerable<GradientMeasurement> measurements)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        GradientMeasurement[] usable =
        [
            .. measurements
                .Where(one => one is { Beta: not null, IsSettled: true, CrossesKink: false })
                .OrderBy(one => one.Beta),
        ];
        GradientMeasurement[] clear = [.. usable.Where(one => !IsRounding(one))];
        if (clear.Length < FewestPoints || clear[0].Beta > LargestStart)
        {
            var isExact = clear.Length == 0 && usable.Any(one => AboveRounding * one.Rounding <= LargestExactError);
            return new OrderFit(double.NaN, double.NaN, double.NaN, 0, isExact);
        }

        var within = clear.Count(one => one.Beta <= Decade * clear[0].Beta);
        clear = clear[..Math.Max(within, FewestPoints)];
        var slope = Slope(
            [.. clear.Select(one => Math.Log(one.Beta!.Value))],
            [.. clear.Select(one => Math.Log(one.Agreement.RelativeError))]
        );
        return new OrderFit(slope, clear[0].Beta!.Value, clear[^1].Beta!.Value, clear.Length, IsExact: false);
    }

    private static bool IsRounding(GradientMeasurement one) =>
        one.Agreement.RelativeError <= AboveRounding * one.Rounding;

    private static double Slope(double[] xs, double[] ys)
    {
        var (centre, height) = (xs.Average(), ys.Average());
        var (product, square) = (0.0, 0.0);
        for (var index = 0; index < xs.Length; index++)
        {
            product += (xs[index] - centre) * (ys[index] - height);
            square += (xs[index] - centre) * (xs[index] - centre);
        }

        return product / square;
    }
}
