using System.Diagnostics;
using Hebb.Lab.Runs.Progress;
using Spectre.Console;

namespace Hebb.Cli.Progress;

/// <summary>A table with a bar for each group of runs, redrawn during the runs.</summary>
internal sealed class LiveProgressView(IAnsiConsole console, WorkProgress.OfRuns runs) : IProgressView
{
    private const int Gap = 2;

    // The head, the row of all together and the line that the cursor is on.
    private const int OtherLines = 4;
    private const int FewestRows = 3;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    public void Follow(Task work)
    {
        IReadOnlyList<GroupProgress> progress = runs.Groups;
        var begun = Stopwatch.GetTimestamp();
        console
            .Live(Draw(progress, begun))
            .Start(live =>
            {
                bool ended;
                do
                {
                    ended = Task.WaitAny([work], Refresh) == 0;
                    live.UpdateTarget(Draw(progress, begun));
                } while (!ended);
            });
    }

    // Narrow terminals see fewer columns and shorter bars rather than broken lines, low ones the groups under way alone.
    private Table Draw(IReadOnlyList<GroupProgress> progress, long begun)
    {
        var width = console.Profile.Width;
        (string Name, bool IsShown, Func<GroupProgress, string> Cell)[] columns =
        [
            ("", width >= 64, group => Bar(group.Done, group.Amount, width >= 100 ? 16 : 8)),
            ("seeds", true, group => Text($"{group.RunsFinished}/{group.Runs}")),
            (runs.Unit, width >= 100, group => Text($"{group.Done:N0}")),
            ("per second", width >= 78, group => group.IsStarted ? Text($"{group.PerSecond:N0}") : ""),
            ("left", true, TimeLeft.Of),
            (runs.Score, true, group => Text($"{group.RecentReturn:0.0}")),
        ];
        columns = [.. columns.Where(column => column.IsShown)];
        Table table = new Table().Border(TableBorder.None);
        table.AddColumn(runs.Group, column => column.NoWrap().Padding(0, 0, Gap, 0));
        foreach ((var name, _, _) in columns)
        {
            table.AddColumn(name, column => column.RightAligned().NoWrap().Padding(0, 0, Gap, 0));
        }

        foreach (GroupProgress group in Shown(progress, console.Profile.Height - OtherLines))
        {
            table.AddRow([Markup.Escape(group.Name), .. columns.Select(column => column.Cell(group))]);
        }

        if (progress.Count > 1)
        {
            AddSum(table, columns, progress, Stopwatch.GetElapsedTime(begun), width);
        }

        return table;
    }

    private static IEnumerable<GroupProgress> Shown(IReadOnlyList<GroupProgress> progress, int rows) =>
        progress.Count <= rows
            ? progress
            : progress.Where(group => group.IsStarted && !group.IsFinished).Take(Math.Max(rows, FewestRows));

    private void AddSum(
        Table table,
        (string Name, bool IsShown, Func<GroupProgress, string> Cell)[] columns,
        IReadOnlyList<GroupProgress> progress,
        TimeSpan elapsed,
        int width
    )
    {
        var done = progress.Sum(group => group.Done);
        var cells = columns.Select(column =>
            column.Name switch
            {
                "" => Bar(done, progress.Sum(group => group.Amount), width >= 100 ? 16 : 8),
                "seeds" => Text($"{progress.Sum(group => group.RunsFinished)}/{progress.Sum(group => group.Runs)}"),
                "left" => TimeLeft.Of(progress, elapsed),
                _ when string.Equals(column.Name, runs.Unit, StringComparison.Ordinal) => Text($"{done:N0}"),
                _ => "",
            }
        );
        table.AddRow(["all", .. cells]);
    }

    private static string Bar(long done, long amount, int width)
    {
        var filled = (int)(width * done / amount);
        var color = done == amount ? "green" : "blue";
        return $"[{color}]{new string('█', filled)}[/][grey]{new string('░', width - filled)}[/]";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
