using Hebb.Lab.Tables;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>
/// <c>orders.csv</c>: one row for each estimator and combination: the order expected and the orders fitted, the verdict, and
/// what the estimator said where it refused. Numbers that there are none of are empty.
/// </summary>
internal static class OrderTable
{
    private static readonly Columns<GradientFinding> Columns = new()
    {
        GradientTable.Names,
        { "networks", finding => finding.Measurements.Select(one => one.Network).Distinct().Count() },
        { "expected", finding => finding.Expectation.Text },
        { "order", finding => finding.MedianOrder },
        { "order_lowest", finding => Fitted(finding).Min(fit => (double?)fit.Order) },
        { "order_highest", finding => Fitted(finding).Max(fit => (double?)fit.Order) },
        { "fitted", finding => Fitted(finding).Count() },
        { "exact", finding => finding.Fits.Count(fit => fit.IsExact) },
        { "fit_from", finding => Fitted(finding).Min(fit => (double?)fit.From) },
        { "fit_to", finding => Fitted(finding).Max(fit => (double?)fit.To) },
        { "least_error", finding => Least(finding).Error },
        { "least_error_at", finding => Least(finding).Beta },
        { "verdict", finding => Text(finding.Verdict) },
        { "reason", finding => Reason(finding) },
    };

    /// <summary>Writes the table; the same findings give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, IEnumerable<GradientFinding> findings) =>
        Columns.WriteCommaSeparated(stream, findings);

    private static IEnumerable<OrderFit> Fitted(GradientFinding finding) =>
        finding.Fits.Where(fit => double.IsFinite(fit.Order));

    // The beta at which the median over networks is least, and that median.
    private static (double? Error, double? Beta) Least(GradientFinding finding) =>
        finding
            .Measurements.Where(one => one.IsSettled && double.IsFinite(one.Agreement.RelativeError))
            .GroupBy(one => one.Beta)
            .Select(group =>
                ((double?)Median.Of([.. group.Select(one => one.Agreement.RelativeError)]), Beta: group.Key)
            )
            .DefaultIfEmpty((null, null))
            .MinBy(pair => pair.Item1);

    private static string Reason(GradientFinding finding) =>
        finding.Refusals.Count > 0 ? finding.Refusals[0].Reason
        : finding.Expectation is GradientExpectation.None none ? none.Reason
        : "";

    private static string Text(GradientVerdict verdict) =>
        verdict switch
        {
            GradientVerdict.AsTheorySays => "as theory says",
            GradientVerdict.Not => "not",
            GradientVerdict.Unclear => "unclear",
            GradientVerdict.Refused => "refused",
            _ => "no order expected",
        };
}
