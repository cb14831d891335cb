using Hebb.Lab.Studies.Gradients.Problems;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>What was measured of one estimator on one combination, over all its networks, and what it means.</summary>
/// <param name="Subject">The estimator.</param>
/// <param name="Combination">What it was measured on.</param>
/// <param name="Measurements">
/// The measurements, network by network and from the first beta to the last; none where it refused altogether.
/// </param>
/// <param name="Refusals">Where it refused, network by network and from the first beta to the last.</param>
public sealed record GradientFinding(
    GradientSubject Subject,
    GradientCombination Combination,
    IReadOnlyList<GradientMeasurement> Measurements,
    IReadOnlyList<GradientRefusal> Refusals
)
{
    /// <summary>What theory says.</summary>
    public GradientExpectation Expectation { get; } = Subject.Expect(Combination);

    /// <summary>Whether it refused the combination, at every beta.</summary>
    public bool IsRefused => Measurements.Count == 0 && Refusals.Count > 0;

    /// <summary>The order of each network; none where there is no beta.</summary>
    public IReadOnlyList<OrderFit> Fits { get; } =
        Subject.LargestBeta == 0 ? [] : [.. Measurements.GroupBy(one => one.Network).Select(OrderFit.Of)];

    /// <summary>The orders that could be fitted.</summary>
    public IEnumerable<double> Orders => Fits.Select(fit => fit.Order).Where(double.IsFinite);

    /// <summary>The median of the orders; null where none could be fitted.</summary>
    public double? MedianOrder => Orders.ToArray() is { Length: > 0 } orders ? Median.Of(orders) : null;

    /// <summary>Whether no order could be fitted because the estimates are the gradient but for rounding, in every network.</summary>
    public bool IsExact => Fits.Count > 0 && Fits.All(fit => fit.IsExact);

    /// <summary>Whether that is what theory says.</summary>
    public GradientVerdict Verdict => Judge();

    private GradientVerdict Judge()
    {
        if (IsRefused || Expectation is GradientExpectation.Refusal)
        {
            var isExpected = IsRefused && Expectation is GradientExpectation.Refusal;
            return isExpected ? GradientVerdict.Refused : GradientVerdict.Not;
        }

        return Expectation switch
        {
            GradientExpectation.None => GradientVerdict.NothingExpected,
            GradientExpectation.Agreement agreement => When(
                Measurements.All(one => one.Agreement.RelativeError <= agreement.Tolerance)
            ),
            GradientExpectation.Order order => Judge(order),
            _ => GradientVerdict.Unclear,
        };
    }

    private GradientVerdict Judge(GradientExpectation.Order order) =>
        MedianOrder is { } median ? When(Math.Abs(median - order.Power) <= order.Tolerance)
        : IsExact ? GradientVerdict.AsTheorySays
        : GradientVerdict.Unclear;

    private static GradientVerdict When(bool isSo) => isSo ? GradientVerdict.AsTheorySays : GradientVerdict.Not;
}

/// <summary>That an estimator refused to work.</summary>
/// <param name="Network">Which network of the combination, from 0.</param>
/// <param name="Beta">The nudging strength; null where the estimator has none.</param>
/// <param name="Reason">What it said, in one line.</param>
public sealed record GradientRefusal(int Network, double? Beta, string Reason)
{
    /// <summary>What an exception says, in one line and without the name of the parameter.</summary>
    public static string OneLine(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var message = exception.Message.ReplaceLineEndings(" ");
        var end = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}

/// <summary>Whether what was measured is what theory says.</summary>
public enum GradientVerdict
{
    /// <summary>It is.</summary>
    AsTheorySays,

    /// <summary>It is not.</summary>
    Not,

    /// <summary>Too few betas stand clear of rounding, of kinks and of phases that do not settle.</summary>
    Unclear,

    /// <summary>Theory says nothing that could be checked.</summary>
    NothingExpected,

    /// <summary>The estimator refuses the combination, as it should.</summary>
    Refused,
}
