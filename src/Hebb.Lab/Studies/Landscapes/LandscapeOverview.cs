using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>The networks of one depth and feedback together, before or after learning.</summary>
/// <param name="Depth">The hidden layers.</param>
/// <param name="Feedback">gamma.</param>
/// <param name="Steps">The steps that they had learned for.</param>
/// <param name="Findings">One for each seed.</param>
internal sealed record LandscapeOverview(
    int Depth,
    double Feedback,
    long Steps,
    IReadOnlyList<LandscapeFinding> Findings
)
{
    /// <summary>The equilibria of an input, the mean over inputs and seeds.</summary>
    public double Equilibria => Mean(finding => finding.Landscape.Equilibria.MeanCount);

    /// <summary>The share of inputs with more than one.</summary>
    public double ShareWithSeveral => Mean(finding => finding.Landscape.Equilibria.ShareWithSeveral);

    /// <summary>How far apart the outputs of several lie, the mean over the seeds that have several; 0 where none has.</summary>
    public double OutputDistance =>
        Findings
            .Where(finding => finding.Landscape.Equilibria.ShareWithSeveral > 0)
            .Select(finding => finding.Landscape.Equilibria.MeanOutputDistance)
            .DefaultIfEmpty(0)
            .Average();

    /// <summary>The share of saturated units.</summary>
    public double Saturation => Mean(finding => finding.Landscape.Saturation);

    /// <summary>The residual of training's free phase, the median over seeds; null where none is a number.</summary>
    public double? Residual => MedianOf(finding => finding.Landscape.Residual);

    /// <summary>The largest gamma sigma^2, the median over seeds; null where none is a number.</summary>
    public double? LargestFeedback => MedianOf(finding => finding.Landscape.LargestFeedback);

    /// <summary>The gradient's angle to the exact one in degrees, the median over seeds; null where none is exact.</summary>
    public double? Degrees => OfExact(finding => finding.Landscape.Gradient.Agreement.Degrees);

    /// <summary>The gradient's length over that of the exact one, the median over seeds; null where none is exact.</summary>
    public double? NormRatio => OfExact(finding => finding.Landscape.Gradient.Agreement.NormRatio);

    /// <summary>How many networks have something that is no number.</summary>
    public int Unmeasured => Findings.Count(finding => !finding.IsMeasured);

    /// <summary>The return of the last 100 episodes, the mean over seeds; null before learning.</summary>
    public double? LastReturn => Findings.Average(finding => finding.LastReturn);

    /// <summary>The seeds that solved the environment.</summary>
    public int Solved => Findings.Count(finding => finding.SolvedAt is not null);

    /// <summary>The overviews of findings, in their order.</summary>
    public static IReadOnlyList<LandscapeOverview> Of(IEnumerable<LandscapeFinding> findings) =>
        [
            .. findings
                .GroupBy(finding => (finding.Case.Depth, finding.Case.Feedback, finding.Steps))
                .Select(group => new LandscapeOverview(
                    group.Key.Depth,
                    group.Key.Feedback,
                    group.Key.Steps,
                    [.. group]
                )),
        ];

    private double Mean(Func<LandscapeFinding, double> number) => Findings.Average(number);

    private double? MedianOf(Func<LandscapeFinding, double> number) => MedianOf(Findings, number);

    private double? OfExact(Func<LandscapeFinding, double> number) =>
        MedianOf(Findings.Where(finding => finding.Landscape.Gradient.IsExact), number);

    // Of those that are numbers: a network may have diverged, or have no gradient.
    private static double? MedianOf(IEnumerable<LandscapeFinding> findings, Func<LandscapeFinding, double> number)
    {
        double[] numbers = [.. findings.Select(number).Where(double.IsFinite)];
        return numbers.Length == 0 ? null : Median.Of(numbers);
    }
}
