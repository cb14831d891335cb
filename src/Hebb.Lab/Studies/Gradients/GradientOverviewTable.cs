using System.Globalization;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>
/// What was found, as tables: the exact methods beside one another, and a row for each estimator and topology. Narrow
/// terminals see fewer columns rather than broken ones; all is in the files.
/// </summary>
internal static class GradientOverviewTable
{
    // From which width of the terminal a column is shown.
    private static readonly (string Name, int ShownFrom, Func<GradientOverview, string> Cell)[] Columns =
    [
        ("theory", 0, row => row.Theory),
        ("order", 0, row => row.Order is { } order ? Order(order.Median) : "-"),
        (
            "lowest, highest",
            110,
            row => row.Order is { } order ? $"{Order(order.Lowest)}, {Order(order.Highest)}" : "-"
        ),
        ("error", 80, row => row.Error is { } error ? Scientific(error.Median) : "-"),
        ("worst", 90, row => row.Error is { } error ? Scientific(error.Worst) : "-"),
        ("cosine", 100, row => row.Cosine is { } cosine ? Text($"{cosine:0.0000}") : "-"),
        ("angle", 116, row => row.Degrees is { } degrees ? Text($"{degrees:0.000}") : "-"),
        ("signs", 100, row => row.SignAgreement is { } signs ? Text($"{signs:0.000}") : "-"),
    ];

    /// <summary>A row for each estimator and topology; the estimator stands above its rows.</summary>
    /// <param name="rows">The rows, estimator by estimator.</param>
    /// <param name="width">The columns of the terminal.</param>
    public static TextTable Create(IEnumerable<GradientOverview> rows, int width)
    {
        var shown = Columns.Where(column => width >= column.ShownFrom).ToArray();
        TextTable table = Empty("estimator, topology", shown.Select(column => column.Name));
        table.AddColumn("verdict", isNumber: false);
        foreach (var group in rows.GroupBy(row => row.Subject.Name, StringComparer.Ordinal))
        {
            table.AddRow([group.Key]);
            foreach (GradientOverview row in group)
            {
                table.AddRow(
                    [$"  {row.Topology.Name}", .. shown.Select(column => column.Cell(row)), row.Verdict],
                    IsGood(row)
                );
            }
        }

        return table;
    }

    /// <summary>A row for each topology, a column for each exact method: its worst distance to another one.</summary>
    /// <param name="rows">The rows, method by method.</param>
    public static TextTable CreateExact(IReadOnlyList<GradientOverview> rows)
    {
        string[] methods = [.. rows.Select(row => row.Subject.Name).Distinct(StringComparer.Ordinal)];
        TextTable table = Empty("topology", methods);
        foreach (var group in rows.GroupBy(row => row.Topology.Name, StringComparer.Ordinal))
        {
            table.AddRow([
                group.Key,
                .. group.Select(row => row.Error is { } error ? Scientific(error.Worst) : row.Verdict),
            ]);
        }

        return table;
    }

    /// <summary>A number as tables show it, such as 3.7e-9.</summary>
    /// <param name="number">The number.</param>
    public static string Scientific(double number) => Text($"{number:0.0e-0}");

    private static TextTable Empty(string first, IEnumerable<string> others)
    {
        var table = new TextTable();
        table.AddColumn(first, isNumber: false);
        foreach (var name in others)
        {
            table.AddColumn(name, isNumber: true);
        }

        return table;
    }

    private static bool? IsGood(GradientOverview row) =>
        row.Count(GradientVerdict.Not) + row.Count(GradientVerdict.Unclear) > 0 ? false
        : row.Count(GradientVerdict.AsTheorySays) > 0 ? true
        : null;

    // Adding zero takes the sign off a zero.
    private static string Order(double order) => Text($"{Math.Round(order, 3) + 0.0:0.000}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
