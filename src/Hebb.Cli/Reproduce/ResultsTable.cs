using System.Globalization;
using Hebb.Lab.Studies.Figure4;

namespace Hebb.Cli.Reproduce;

/// <summary>The table of results at the end of a reproduction.</summary>
internal static class ResultsTable
{
    private static readonly (string Name, Func<MethodSummary, string> Cell)[] Columns =
    [
        ("solved", row => Text($"{row.Solved}/{row.Seeds}")),
        ("episode", row => row.MedianEpisodeSolved is { } episode ? Text($"{episode:0.#}") : "-"),
        ("best [95 %]", row => row.Best.ToString()),
        ("last [95 %]", row => row.Last.ToString()),
        ("collapsed", row => Text($"{row.Collapsed}")),
        ("diverged", row => Text($"{row.Diverged}")),
        ("steps/s", row => Text($"{row.StepsPerSecond:N0}")),
    ];

    /// <summary>Makes the table.</summary>
    /// <param name="summaries">The results, a row a method.</param>
    public static FittedTable Create(IReadOnlyList<MethodSummary> summaries)
    {
        var table = new FittedTable();
        table.AddColumn("method", isNumber: false);
        foreach ((var name, _) in Columns)
        {
            table.AddColumn(name, isNumber: true);
        }

        foreach (MethodSummary row in summaries)
        {
            table.AddRow([row.Method.Name, .. Columns.Select(column => column.Cell(row))]);
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
