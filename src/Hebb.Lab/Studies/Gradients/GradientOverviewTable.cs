using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>What was found, as tables: the exact methods beside one another, and a row for each estimator and topology.</summary>
internal static class GradientOverviewTable
{
    private static readonly Columns<GradientOverview> Columns = new()
    {
        { "estimator, topology", row => $"  {row.Topology.Name}" },
        { "theory", row => row.Theory, ColumnAlignment.Right },
        { "order", row => Rounded(row.Order?.Median), "0.000" },
        {
            "lowest, highest",
            row => row.Order is { } order ? $"{Rounded(order.Lowest):0.000}, {Rounded(order.Highest):0.000}" : "",
            ColumnAlignment.Right
        },
        { "error", row => row.Error?.Median, "0.0e-0" },
        { "worst", row => row.Error?.Worst, "0.0e-0" },
        { "cosine", row => row.Cosine, "0.0000" },
        { "angle", row => row.Degrees, "0.000" },
        { "signs", row => row.SignAgreement, "0.000" },
        { "verdict", row => row.Verdict },
    };

    /// <summary>A row for each estimator and topology; the estimator stands above its rows.</summary>
    /// <param name="rows">The rows, estimator by estimator.</param>
    public static TextTable Create(IEnumerable<GradientOverview> rows) =>
        TextTable.Of(Columns, rows, IsGood, row => row.Subject.Name);

    /// <summary>A row for each topology, a column for each exact method: its worst distance to another one.</summary>
    /// <param name="rows">The rows, method by method.</param>
    public static TextTable CreateExact(IReadOnlyList<GradientOverview> rows)
    {
        string[] methods = [.. rows.Select(row => row.Subject.Name).Distinct(StringComparer.Ordinal)];
        var columns = new Columns<IGrouping<string, GradientOverview>> { { "topology", group => group.Key } };
        foreach (var method in methods)
        {
            columns.Add(
                method,
                group => Worst(group.FirstOrDefault(row => row.Subject.Name == method)),
                ColumnAlignment.Right
            );
        }

        return TextTable.Of(columns, rows.GroupBy(row => row.Topology.Name, StringComparer.Ordinal).ToArray());
    }

    private static string Worst(GradientOverview? row) =>
        row?.Error is { } error ? Scientific(error.Worst) : row?.Verdict ?? "";

    /// <summary>A number as tables show it, such as 3.7e-9.</summary>
    public static string Scientific(double number) => number.ToString("0.0e-0", CultureInfo.InvariantCulture);

    private static bool? IsGood(GradientOverview row) =>
        row.Count(GradientVerdict.Not) + row.Count(GradientVerdict.Unclear) > 0 ? false
        : row.Count(GradientVerdict.AsTheorySays) > 0 ? true
        : null;

    // Adding zero takes the sign off a zero.
    private static double? Rounded(double? order) => order is { } known ? Math.Round(known, 3) + 0.0 : null;
}
