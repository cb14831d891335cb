using System.Globalization;
using Hebb.Lab.Runs;
using Spectre.Console;

namespace Hebb.Cli.Reproduce;

/// <summary>A table with a bar for each method, drawn anew while the runs go.</summary>
/// <param name="console">The terminal.</param>
internal sealed class LiveProgressView(IAnsiConsole console) : IProgressView
{
    private const int Gap = 2;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public void Follow(IReadOnlyList<MethodProgress> progress, Task runs) =>
        console
            .Live(Draw(progress, console.Profile.Width))
            .Start(live =>
            {
                bool ended;
                do
                {
                    ended = Task.WaitAny([runs], Refresh) == 0;
                    live.UpdateTarget(Draw(progress, console.Profile.Width));
                } while (!ended);
            });

    // Narrow terminals see fewer columns and shorter bars rather than broken lines.
    private static Table Draw(IReadOnlyList<MethodProgress> progress, int width)
    {
        (string Name, bool IsShown, Func<MethodProgress, string> Cell)[] columns =
        [
            ("", width >= 64, method => Bar(method, width >= 100 ? 16 : 8)),
            ("seeds", true, method => Text($"{method.SeedsFinished}/{method.Seeds}")),
            ("episodes", width >= 100, method => Text($"{method.EpisodesDone:N0}")),
            ("per second", width >= 78, method => method.IsStarted ? Text($"{method.EpisodesPerSecond:N0}") : ""),
            ("left", true, Left),
            ("return", true, method => Text($"{method.RecentReturn:0.0}")),
        ];
        Table table = new Table().Border(TableBorder.None);
        table.AddColumn("method", column => column.NoWrap().Padding(0, 0, Gap, 0));
        foreach ((var name, var isShown, _) in columns)
        {
            if (isShown)
            {
                table.AddColumn(name, column => column.RightAligned().NoWrap().Padding(0, 0, Gap, 0));
            }
        }

        foreach (MethodProgress method in progress)
        {
            var cells = columns.Where(column => column.IsShown).Select(column => column.Cell(method));
            table.AddRow([Markup.Escape(method.Method.Name), .. cells]);
        }

        return table;
    }

    private static string Bar(MethodProgress method, int width)
    {
        var filled = (int)(width * method.EpisodesDone / method.Episodes);
        var color = method.IsFinished ? "green" : "blue";
        return $"[{color}]{new string('█', filled)}[/][grey]{new string('░', width - filled)}[/]";
    }

    private static string Left(MethodProgress method)
    {
        var speed = method.EpisodesPerSecond;
        if (method.IsFinished || speed <= 0)
        {
            return method.IsFinished ? "done" : "";
        }

        var left = TimeSpan.FromSeconds((method.Episodes - method.EpisodesDone) / speed);
        return left.TotalHours >= 1 ? Text($"{left.TotalHours:0.0} h") : Text($"{left:m\\:ss}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
