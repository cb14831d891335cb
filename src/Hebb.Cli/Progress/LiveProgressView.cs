using System.Diagnostics;
using Hebb.Lab.Runs.Progress;
using Spectre.Console;

namespace Hebb.Cli.Progress;

/// <summary>A table with a bar for each group of runs, redrawn during the runs.</summary>
internal sealed class LiveProgressView(IAnsiConsole console, WorkProgress.OfRuns runs)
{
    private const int Gap = 2;

    // The head, the row of all together and the line that the cursor is on.
    private const int OtherLines = 4;
    private const int FewestRows = 3;
    private readonly long _begun = Stopwatch.GetTimestamp();

    /// <summary>Shows it until the work has ended.</summary>
    public void Follow(Task work) => WorkWatch.Live(console, work, Draw);

    // Narrow terminals see fewer columns and shorter bars rather than broken lines, low ones the groups under way alone.
    private Table Draw()
    {
        IReadOnlyList<GroupProgress> groups = runs.Groups;
        var width = console.Profile.Width;
        var bar = width >= 100 ? 16 : 8;
        var done = groups.Sum(group => group.Done);
        var seeds = Text($"{groups.Sum(group => group.RunsFinished)}/{groups.Sum(group => group.Runs)}");
        var left = TimeLeft.Of(groups, Stopwatch.GetElapsedTime(_begun));
        (string Name, bool IsShown, Func<GroupProgress, string> Cell, string All)[] columns =
        [
            (
                "",
                width >= 64,
                group => Bar(group.Done, group.Amount, bar),
                Bar(done, groups.Sum(group => group.Amount), bar)
            ),
            ("seeds", true, group => Text($"{group.RunsFinished}/{group.Runs}"), seeds),
            (runs.Unit, width >= 100, group => Text($"{group.Done:N0}"), Text($"{done:N0}")),
            ("per second", width >= 78, group => group.IsStarted ? Text($"{group.PerSecond:N0}") : "", ""),
            ("left", true, TimeLeft.Of, left),
            (runs.Score, true, group => Text($"{group.RecentReturn:0.0}"), ""),
        ];
        columns = [.. columns.Where(column => column.IsShown)];
        Table table = new Table().Border(TableBorder.None);
        table.AddColumn(runs.Group, column => column.NoWrap().Padding(0, 0, Gap, 0));
        foreach (var (name, _, _, _) in columns)
        {
            table.AddColumn(name, column => column.RightAligned().NoWrap().Padding(0, 0, Gap, 0));
        }

        foreach (GroupProgress group in Shown(groups, console.Profile.Height - OtherLines))
        {
            table.AddRow([Markup.Escape(group.Name), .. columns.Select(column => column.Cell(group))]);
        }

        return groups.Count > 1 ? table.AddRow(["all", .. columns.Select(column => column.All)]) : table;
    }

    private static IEnumerable<GroupProgress> Shown(IReadOnlyList<GroupProgress> groups, int rows) =>
        groups.Count <= rows
            ? groups
            : groups.Where(group => group.IsStarted && !group.IsFinished).Take(Math.Max(rows, FewestRows));

    private static string Bar(long done, long amount, int width) =>
        WorkWatch.Bar(done, amount, width, done == amount ? "green" : "blue");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
