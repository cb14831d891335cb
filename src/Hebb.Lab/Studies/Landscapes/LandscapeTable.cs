using CsvHelper;
using Hebb.Analysis;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary><c>landscape.csv</c>: one row for each network that was measured.</summary>
public static class LandscapeTable
{
    private static readonly string[] Columns =
    [
        "depth",
        "feedback",
        "seed",
        "steps",
        "equilibria",
        "share_several",
        "output_distance",
        "share_unsettled",
        "gamma_sigma_squared",
        "coupling_norm",
        "saturation",
        "residual",
        "angle_degrees",
        "norm_ratio",
        "exact_settled",
        "free_sweeps",
        "nudged_sweeps",
        "beta",
        "last_100_return",
        "solved_at",
    ];

    /// <summary>Writes the table; the same findings give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="options">What was measured.</param>
    /// <param name="findings">What was found.</param>
    public static void Write(Stream stream, LandscapeCheckOptions options, IEnumerable<LandscapeFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(Columns);
        foreach (LandscapeFinding finding in findings)
        {
            Write(table, options, finding);
        }
    }

    private static void Write(CsvWriter table, LandscapeCheckOptions options, LandscapeFinding finding)
    {
        Landscape landscape = finding.Landscape;
        GradientAgreement agreement = landscape.Gradient.Agreement;
        table.WriteNumber(finding.Case.Depth);
        table.WriteNumber(finding.Case.Feedback);
        table.WriteNumber(finding.Case.Seed);
        table.WriteNumber(finding.Steps);
        table.WriteNumber(landscape.Equilibria.MeanCount);
        table.WriteNumber(landscape.Equilibria.ShareWithSeveral);
        table.WriteNumber(landscape.Equilibria.MeanOutputDistance);
        table.WriteNumber(landscape.Equilibria.ShareUnsettled);
        table.WriteNumber(landscape.LargestFeedback);
        table.WriteNumber(landscape.CouplingNorm);
        table.WriteNumber(landscape.Saturation);
        table.WriteNumber(landscape.Residual);
        table.WriteNumber(agreement.Degrees);
        table.WriteNumber(agreement.NormRatio);
        table.WriteField(landscape.Gradient.IsExact ? "true" : "false");
        table.WriteNumber(landscape.Gradient.Estimate.Free.MeanSweeps);
        table.WriteNumber(landscape.Gradient.Estimate.Nudged.MeanSweeps);
        table.WriteNumber(options.BetaOf(finding.Case.Feedback));
        table.WriteIfAny(finding.LastReturn);
        table.WriteIfAny(finding.SolvedAt);
        table.EndRecord();
    }
}
