using System.Globalization;
using Hebb.Lab.Summaries;
using Spectre.Console;

namespace Hebb.Cli.Reproduce;

/// <summary>
/// The table of results at the end of a reproduction. Narrow terminals see fewer columns rather than broken ones; all
/// of them are in the files.
/// </summary>
internal static class ResultsTable
{
    private const int Gap = 2;

    // From which width of the terminal a column is shown: the widest methods and numbers then still fit.
    private static readonly (string Name, int ShownFrom, Func<MethodSummary, string> Cell)[] Columns =
    [
        ("solved", 0, row => Text($"{row.Solved}/{row.Seeds}")),
        ("episode", 100, row => row.MedianEpisodeSolved is { } episode ? Text($"{episode:0.#}") : "-"),
        ("best [95 %]", 0, row => row.Best.ToString()),
        ("last [95 %]", 0, row => row.Last.ToString()),
        ("collapsed", 100, row => Text($"{row.Collapsed}")),
        ("diverged", 118, row => Text($"{row.Diverged}")),
        ("steps/s", 118, row => Text($"{row.StepsPerSecond:N0}")),
    ];

    /// <summary>Makes the table.</summary>
    /// <param name="summaries">The results, a row a method.</param>
    /// <param name="width">The columns of the terminal.</param>
    public static Table Create(IReadOnlyList<MethodSummary> summaries, int width)
    {
        var shown = Columns.Where(column => width >= column.ShownFrom).ToArray();
        Table table = new Table().Border(TableBorder.None);
        table.AddColumn("method", column => column.NoWrap().Padding(0, 0, Gap, 0));
        foreach ((var name, _, _) in shown)
        {
            table.AddColumn(Markup.Escape(name), column => column.RightAligned().NoWrap().Padding(0, 0, Gap, 0));
        }

        foreach (MethodSummary row in summaries)
        {
            table.AddRow([Markup.Escape(row.Method.Name), .. shown.Select(column => Markup.Escape(column.Cell(row)))]);
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
