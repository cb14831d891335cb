using System.Globalization;
using Hebb.Lab.Summaries;
using Spectre.Console;

namespace Hebb.Cli.Reproduce;

/// <summary>The table of results at the end of a reproduction; it fits 120 columns.</summary>
internal static class ResultsTable
{
    private const int Gap = 2;

    private static readonly string[] Numbers =
    [
        "solved",
        "episode",
        "best [95 %]",
        "last [95 %]",
        "collapsed",
        "diverged",
        "steps/s",
    ];

    /// <summary>Makes the table.</summary>
    /// <param name="summaries">The results, a row a method.</param>
    public static Table Create(IReadOnlyList<MethodSummary> summaries)
    {
        Table table = new Table().Border(TableBorder.None);
        table.AddColumn("method", column => column.NoWrap().Padding(0, 0, Gap, 0));
        foreach (var name in Numbers)
        {
            table.AddColumn(Markup.Escape(name), column => column.RightAligned().NoWrap().Padding(0, 0, Gap, 0));
        }

        foreach (MethodSummary row in summaries)
        {
            table.AddRow(
                Markup.Escape(row.Method.Name),
                Text($"{row.Solved}/{row.Seeds}"),
                row.MedianEpisodeSolved is { } episode ? Text($"{episode:0}") : "-",
                Markup.Escape(row.Best.ToString()),
                Markup.Escape(row.Last.ToString()),
                Text($"{row.Collapsed}"),
                Text($"{row.Diverged}"),
                Text($"{row.StepsPerSecond:N0}")
            );
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
