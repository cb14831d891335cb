using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary><c>landscape.csv</c>: one row for each network that was measured.</summary>
internal static class LandscapeTable
{
    /// <summary>Writes the table; the same findings give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, LandscapeCheckOptions options, IEnumerable<LandscapeFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(options);
        new Columns<LandscapeFinding>
        {
            { "depth", finding => finding.Case.Depth },
            { "feedback", finding => finding.Case.Feedback },
            { "seed", finding => finding.Case.Seed },
            { "steps", finding => finding.Steps },
            { "equilibria", finding => finding.Landscape.Equilibria.MeanCount },
            { "share_several", finding => finding.Landscape.Equilibria.ShareWithSeveral },
            { "output_distance", finding => finding.Landscape.Equilibria.MeanOutputDistance },
            { "share_unsettled", finding => finding.Landscape.Equilibria.ShareUnsettled },
            { "gamma_sigma_squared", finding => finding.Landscape.LargestFeedback },
            { "coupling_norm", finding => finding.Landscape.CouplingNorm },
            { "saturation", finding => finding.Landscape.Saturation },
            { "residual", finding => finding.Landscape.Residual },
            { "angle_degrees", finding => finding.Landscape.Gradient.Agreement.Degrees },
            { "norm_ratio", finding => finding.Landscape.Gradient.Agreement.NormRatio },
            { "exact_settled", finding => finding.Landscape.Gradient.IsExact },
            { "free_sweeps", finding => finding.Landscape.Gradient.Estimate.Free.MeanSweeps },
            { "nudged_sweeps", finding => finding.Landscape.Gradient.Estimate.Nudged.MeanSweeps },
            { "beta", finding => options.BetaOf(finding.Case.Feedback) },
            { "last_100_return", finding => finding.LastReturn },
            { "solved_at", finding => finding.SolvedAt },
        }.WriteCommaSeparated(stream, findings);
    }
}
