using CsvHelper;
using Hebb.Lab.Tables;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>
/// <c>orders.csv</c>: one row for each estimator and combination: the order expected and the orders fitted, the verdict, and
/// what the estimator said where it refused. Numbers that there are none of are empty.
/// </summary>
public static class OrderTable
{
    private static readonly string[] Columns =
    [
        "estimator",
        "topology",
        "activation",
        "cost",
        "networks",
        "expected",
        "order",
        "order_lowest",
        "order_highest",
        "fitted",
        "exact",
        "fit_from",
        "fit_to",
        "least_error",
        "least_error_at",
        "verdict",
        "reason",
    ];

    /// <summary>Writes the table; the same findings give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="findings">What was found.</param>
    public static void Write(Stream stream, IEnumerable<GradientFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(findings);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(Columns);
        foreach (GradientFinding finding in findings)
        {
            Write(table, finding);
        }
    }

    private static void Write(CsvWriter table, GradientFinding finding)
    {
        OrderFit[] fitted = [.. finding.Fits.Where(fit => double.IsFinite(fit.Order))];
        (var error, var beta) = Least(finding);
        table.WriteField(finding.Subject.Name);
        table.WriteField(finding.Combination.Shape.Name);
        table.WriteField(finding.Combination.Activation.Name);
        table.WriteField(finding.Combination.Cost.Name);
        table.WriteNumber(finding.Measurements.Select(one => one.Network).Distinct().Count());
        table.WriteField(finding.Expectation.Text);
        table.WriteIfAny(finding.MedianOrder);
        table.WriteIfAny(fitted.Length > 0 ? fitted.Min(fit => fit.Order) : null);
        table.WriteIfAny(fitted.Length > 0 ? fitted.Max(fit => fit.Order) : null);
        table.WriteNumber(fitted.Length);
        table.WriteNumber(finding.Fits.Count(fit => fit.IsExact));
        table.WriteIfAny(fitted.Length > 0 ? fitted.Min(fit => fit.From) : null);
        table.WriteIfAny(fitted.Length > 0 ? fitted.Max(fit => fit.To) : null);
        table.WriteIfAny(error);
        table.WriteIfAny(beta);
        table.WriteField(Text(finding.Verdict));
        table.WriteField(Reason(finding));
        table.EndRecord();
    }

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
