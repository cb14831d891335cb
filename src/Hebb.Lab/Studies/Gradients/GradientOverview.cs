using Hebb.Lab.Studies.Gradients.Problems;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>One estimator on one topology, over all activations, costs and networks.</summary>
internal sealed class GradientOverview
{
    private const double UsualBeta = 0.1;

    private readonly GradientMeasurement[] _atReference;

    private GradientOverview(IReadOnlyList<GradientFinding> findings)
    {
        Findings = findings;
        _atReference = [.. findings.SelectMany(AtReference).Where(one => double.IsFinite(one.Agreement.RelativeError))];
    }

    /// <summary>The estimator.</summary>
    public GradientSubject Subject => Findings[0].Subject;

    /// <summary>The topology.</summary>
    public GradientTopology Topology => Findings[0].Combination.Shape;

    /// <summary>What was found, combination by combination.</summary>
    public IReadOnlyList<GradientFinding> Findings { get; }

    /// <summary>What theory says, where the estimator does not refuse.</summary>
    public string Theory =>
        string.Join(
            ", ",
            Findings
                .Where(finding => finding.Expectation is not GradientExpectation.Refusal)
                .Select(finding => finding.Expectation.Text)
                .DefaultIfEmpty("refusal")
                .Distinct(StringComparer.Ordinal)
        );

    /// <summary>The median of the orders of all networks, and the lowest and highest median of a combination; null without any.</summary>
    public (double Median, double Lowest, double Highest)? Order
    {
        get
        {
            double[] all = [.. Findings.SelectMany(finding => finding.Orders)];
            double[] medians = [.. Findings.Select(finding => finding.MedianOrder).OfType<double>()];
            return all.Length == 0 ? null : (Median.Of(all), medians.Min(), medians.Max());
        }
    }

    /// <summary>The relative error at the reference strength: the median and the worst; null without any.</summary>
    public (double Median, double Worst)? Error =>
        Of(one => one.RelativeError) is { } median
            ? (median, _atReference.Max(one => one.Agreement.RelativeError))
            : null;

    /// <summary>The median cosine at the reference strength; null without any.</summary>
    public double? Cosine => Of(one => one.Cosine);

    /// <summary>The median angle at the reference strength, in degrees; null without any.</summary>
    public double? Degrees => Of(one => one.Degrees);

    /// <summary>The median sign agreement at the reference strength; null without any.</summary>
    public double? SignAgreement => Of(one => one.SignAgreement);

    /// <summary>How many combinations have a verdict.</summary>
    public int Count(GradientVerdict verdict) => Findings.Count(finding => finding.Verdict == verdict);

    /// <summary>The verdict over all combinations, in words; refusals are left out unless there is nothing else.</summary>
    public string Verdict
    {
        get
        {
            var judged = Findings.Count - Count(GradientVerdict.Refused);
            (string Words, int Count)[] parts =
            [
                ("not", Count(GradientVerdict.Not)),
                ("unclear", Count(GradientVerdict.Unclear)),
                ("as theory says", Count(GradientVerdict.AsTheorySays)),
                ("no order expected", Count(GradientVerdict.NothingExpected)),
            ];
            return judged == 0
                ? "refused"
                : string.Join(
                    ", ",
                    parts
                        .Where(part => part.Count > 0)
                        .Select(part =>
                            part.Count == judged
                                ? part.Words
                                : string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"{part.Words} ({part.Count} of {judged})"
                                )
                        )
                );
        }
    }

    /// <summary>Sums findings up.</summary>
    /// <returns>A row an estimator and topology, in the order of the findings.</returns>
    public static IReadOnlyList<GradientOverview> Of(IEnumerable<GradientFinding> findings) =>
        [
            .. findings
                .GroupBy(finding => (finding.Subject.Name, finding.Combination.Shape.Name))
                .Select(group => new GradientOverview([.. group])),
        ];

    /// <summary>The strength, among those measured, at which estimators are shown side by side: the nearest to 0.1.</summary>
    /// <param name="betas">Those measured.</param>
    public static double ReferenceBeta(IEnumerable<double> betas) =>
        betas.MinBy(beta => Math.Abs(Math.Log(beta / UsualBeta)));

    private static IEnumerable<GradientMeasurement> AtReference(GradientFinding finding)
    {
        double[] betas = [.. finding.Measurements.Select(one => one.Beta).OfType<double>()];
        return betas.Length == 0
            ? finding.Measurements
            : finding.Measurements.Where(one => one.Beta == ReferenceBeta(betas));
    }

    private double? Of(Func<Hebb.Analysis.GradientAgreement, double> number)
    {
        double[] numbers = [.. _atReference.Select(one => number(one.Agreement)).Where(double.IsFinite)];
        return numbers.Length == 0 ? null : Median.Of(numbers);
    }
}
