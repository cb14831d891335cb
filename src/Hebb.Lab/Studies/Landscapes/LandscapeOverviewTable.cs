using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>What was found, a row for each depth, feedback and number of steps.</summary>
internal static class LandscapeOverviewTable
{
    private static readonly Columns<LandscapeOverview> Columns = new()
    {
        { "depth", row => row.Depth },
        { "gamma", row => row.Feedback },
        { "steps", row => row.Steps, "#,0" },
        { "gamma s^2", row => row.LargestFeedback, "0.00" },
        { "equilibria", row => row.Equilibria, "0.00" },
        { "several", row => 100 * row.ShareWithSeveral, "0 '%'" },
        { "apart", row => row.ShareWithSeveral > 0 ? row.OutputDistance : null, "0.00" },
        { "saturated", row => 100 * row.Saturation, "0 '%'" },
        { "residual", row => row.Residual, "0.0e-0" },
        { "angle", row => row.Degrees, "0.0" },
        { "ratio", row => row.NormRatio, "0.00" },
        {
            "solved",
            row => row.LastReturn is null ? "" : $"{row.Solved} of {row.Findings.Count}",
            ColumnAlignment.Right
        },
        { "return", row => row.LastReturn, "0" },
    };

    // Where nothing diverged nobody needs to be told.
    private static readonly Columns<LandscapeOverview> Unmeasured = new()
    {
        { "unmeasured", row => $"{row.Unmeasured} of {row.Findings.Count}", ColumnAlignment.Right },
    };

    /// <summary>Makes the table.</summary>
    public static TextTable Create(IReadOnlyList<LandscapeOverview> rows) =>
        TextTable.Of([.. Columns, .. rows.Any(row => row.Unmeasured > 0) ? Unmeasured : []], rows);
}
