using System.Globalization;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>
/// What was found, a row for each depth, feedback and number of steps. Narrow terminals see fewer columns rather than broken
/// ones; all is in the file.
/// </summary>
internal static class LandscapeOverviewTable
{
    // From which width of the terminal a column is shown.
    private static readonly (string Name, int ShownFrom, Func<LandscapeOverview, string> Cell)[] Columns =
    [
        ("depth", 0, row => Text($"{row.Depth}")),
        ("gamma", 0, row => Text($"{row.Feedback}")),
        ("steps", 0, row => Text($"{row.Steps:#,0}")),
        ("gamma s^2", 0, row => Text($"{row.LargestFeedback:0.00}")),
        ("equilibria", 0, row => Text($"{row.Equilibria:0.00}")),
        ("several", 0, row => Percent(row.ShareWithSeveral)),
        ("apart", 100, row => row.ShareWithSeveral > 0 ? Text($"{row.OutputDistance:0.00}") : "-"),
        ("saturated", 80, row => Percent(row.Saturation)),
        ("residual", 70, row => Text($"{row.Residual:0.0e-0}")),
        ("angle", 60, row => row.Degrees is { } degrees ? Text($"{degrees:0.0}") : "-"),
        ("ratio", 90, row => row.NormRatio is { } ratio ? Text($"{ratio:0.00}") : "-"),
        ("solved", 80, row => row.LastReturn is null ? "-" : Text($"{row.Solved} of {row.Findings.Count}")),
        ("return", 90, row => row.LastReturn is { } mean ? Text($"{mean:0}") : "-"),
    ];

    /// <summary>Makes the table.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="width">The columns of the terminal.</param>
    public static TextTable Create(IEnumerable<LandscapeOverview> rows, int width) =>
        TextTable.Of(
            [.. from column in Columns where width >= column.ShownFrom select (column.Name, column.Cell)],
            rows
        );

    private static string Percent(double share) => Text($"{100 * share:0} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
