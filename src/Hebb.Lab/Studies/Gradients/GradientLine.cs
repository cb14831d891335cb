using Hebb.Lab.Figures;
using Hebb.Numerics.Statistics;
using ScottPlot;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>One estimator's line in the figure of a gradient check: the median relative error over beta, and its spread.</summary>
/// <param name="Name">The estimator, as the legend names it.</param>
/// <param name="Outcome">What the legend says below the name.</param>
/// <param name="Width">The width in pixels: of lines of one order, which all but coincide, the later lie upon the earlier.</param>
/// <param name="Betas">The strengths, rising; at least one.</param>
/// <param name="Low">The error that a tenth of the networks stay below.</param>
/// <param name="High">The error that a tenth of the networks are above.</param>
/// <param name="Order">The order expected; null where there is none.</param>
/// <param name="Middle">The middle of the strengths that orders were fitted to.</param>
internal sealed record GradientLine(
    string Name,
    string Outcome,
    Color Color,
    float Width,
    double[] Betas,
    double[] Median,
    double[] Low,
    double[] High,
    int? Order,
    double Middle
)
{
    // Okabe and Ito's set, told apart by every kind of sight; estimators of one order have colours of one kind.
    private const float NarrowWidth = 3.5f;
    private const float AloneWidth = 4.5f;
    private static readonly float[] Widths = [8, 4.5f, 2];

    /// <summary>Whether the line is dashed: nothing is expected of its slope.</summary>
    public bool IsDashed => Order is null;

    /// <summary>Whether it is one point, of an estimator without a strength.</summary>
    public bool IsLevel => Betas.Length == 1;

    /// <summary>Makes the lines: one for each estimator and kind of expectation; exact methods have none.</summary>
    public static IReadOnlyList<GradientLine> Of(IEnumerable<GradientFinding> findings)
    {
        var lines = new List<GradientLine>();
        foreach (
            var ofEstimator in findings
                .Where(finding => !finding.Subject.IsExact && finding.Measurements.Count > 0)
                .GroupBy(finding => finding.Subject.Name, StringComparer.Ordinal)
        )
        {
            foreach (var group in ofEstimator.GroupBy(OrderOf).OrderBy(group => group.Key is null))
            {
                // Of several lines of one estimator, the one without an order says where it has none.
                var names = group.Select(finding => finding.Combination.Shape.Name).Distinct(StringComparer.Ordinal);
                var isPart = group.Key is null && group.Count() < ofEstimator.Count();
                var name = isPart ? $"{ofEstimator.Key}, {string.Join(", ", names)}" : ofEstimator.Key;
                var before = lines.Count(line => line.Order == group.Key);
                var width = group.Key is null ? NarrowWidth : Widths[Math.Min(before, Widths.Length - 1)];
                if (Create(name, ColorOf(ofEstimator.First().Subject), width, [.. group]) is { } line)
                {
                    lines.Add(line);
                }
            }
        }

        // A line that lies alone needs no width to be seen under others.
        return
        [
            .. lines.Select(line =>
                lines.Count(other => other.Order == line.Order) == 1 ? line with { Width = AloneWidth } : line
            ),
        ];
    }

    private static int? OrderOf(GradientFinding finding) =>
        finding.Expectation is GradientExpectation.Order order ? order.Power : null;

    private static Color ColorOf(GradientSubject subject) =>
        subject.Hue is { } hue ? Color.FromHex(hue) : FigureColors.Note;

    private static GradientLine? Create(string name, Color color, float width, IReadOnlyList<GradientFinding> findings)
    {
        var order = OrderOf(findings[0]);
        // Where estimates are exact but for rounding there is no error to show.
        var points = findings
            .Where(finding => !finding.IsExact)
            .SelectMany(finding => finding.Measurements)
            .Where(one => one.IsSettled && one.Agreement.RelativeError > 0)
            .GroupBy(one => one.Beta ?? 1, one => one.Agreement.RelativeError)
            .Where(group => group.All(double.IsFinite))
            .OrderBy(group => group.Key)
            .Select(group => (Beta: group.Key, Errors: group.Order().ToArray()))
            .ToArray();
        if (points.Length == 0)
        {
            return null;
        }

        var fits = findings.SelectMany(finding => finding.Fits).Where(fit => double.IsFinite(fit.Order)).ToArray();
        return new GradientLine(
            name,
            Describe(order, fits, findings),
            color,
            width,
            [.. points.Select(point => point.Beta)],
            [.. points.Select(point => Percentile.OfSorted(point.Errors, 0.5))],
            [.. points.Select(point => Percentile.OfSorted(point.Errors, 0.1))],
            [.. points.Select(point => Percentile.OfSorted(point.Errors, 0.9))],
            order,
            fits.Length == 0 ? points[0].Beta : Numerics.Statistics.Median.Of([.. fits.Select(Centre)])
        );
    }

    private static double Centre(OrderFit fit) => Math.Sqrt(fit.From * fit.To);

    private static string Describe(int? order, OrderFit[] fits, IReadOnlyList<GradientFinding> findings)
    {
        if (order is null)
        {
            var cosine = Numerics.Statistics.Median.Of([
                .. GradientOverview.Of(findings).Select(row => row.Cosine ?? 0),
            ]);
            return FormattableString.Invariant($"no order expected, cosine {cosine:0.00}");
        }

        return fits.Length == 0
            ? FormattableString.Invariant($"order not measured, theory {order}")
            : FormattableString.Invariant(
                $"order {Numerics.Statistics.Median.Of([.. fits.Select(fit => fit.Order)]):0.00}, theory {order}"
            );
    }
}
