using System.Globalization;
using Hebb.Lab.Runs;
using Spectre.Console;

namespace Hebb.Cli.Reproduce;

/// <summary>A table with a bar for each method, drawn anew while the runs go.</summary>
/// <param name="console">The terminal.</param>
internal sealed class LiveProgressView(IAnsiConsole console) : IProgressView
{
    private const int BarWidth = 16;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public void Follow(IReadOnlyList<MethodProgress> progress, Task runs) =>
        console
            .Live(Draw(progress))
            .Start(live =>
            {
                bool ended;
                do
                {
                    ended = Task.WaitAny([runs], Refresh) == 0;
                    live.UpdateTarget(Draw(progress));
                } while (!ended);
            });

    private static Table Draw(IReadOnlyList<MethodProgress> progress)
    {
        Table table = new Table().Border(TableBorder.None);
        table.AddColumn("method", column => column.NoWrap());
        table.AddColumn("", column => column.NoWrap());
        foreach (var name in (string[])["seeds", "episodes", "per second", "left", "return"])
        {
            table.AddColumn(name, column => column.RightAligned().NoWrap());
        }

        foreach (MethodProgress method in progress)
        {
            table.AddRow(
                Markup.Escape(method.Method.Name),
                Bar(method),
                Text($"{method.SeedsFinished}/{method.Seeds}"),
                Text($"{method.EpisodesDone:N0}"),
                method.IsStarted ? Text($"{method.EpisodesPerSecond:N0}") : "",
                Left(method),
                Text($"{method.RecentReturn:0.0}")
            );
        }

        return table;
    }

    private static string Bar(MethodProgress method)
    {
        var filled = (int)(BarWidth * method.EpisodesDone / method.Episodes);
        var color = method.IsFinished ? "green" : "blue";
        return $"[{color}]{new string('█', filled)}[/][grey]{new string('░', BarWidth - filled)}[/]";
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
