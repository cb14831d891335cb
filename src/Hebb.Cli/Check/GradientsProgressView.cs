using System.Diagnostics;
using System.Globalization;
using Hebb.Lab.Gradients;
using Spectre.Console;

namespace Hebb.Cli.Check;

/// <summary>Shows how a check comes on: a bar on a terminal, now and then a line everywhere else.</summary>
/// <param name="lines">Where lines are written.</param>
/// <param name="console">The terminal that a bar is drawn on; null where there is none.</param>
internal sealed class GradientsProgressView(TextWriter lines, IAnsiConsole? console)
{
    private const int BarWidth = 40;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Shows it until it has ended, well or not; what it threw is the caller's.</summary>
    /// <param name="progress">How far it has come.</param>
    /// <param name="measuring">What is shown.</param>
    public void Follow(GradientProgress progress, Task measuring)
    {
        if (console is null)
        {
            FollowByLines(progress, measuring);
            return;
        }

        console
            .Live(Bar(progress))
            .Start(live =>
            {
                bool ended;
                do
                {
                    ended = Task.WaitAny([measuring], Refresh) == 0;
                    live.UpdateTarget(Bar(progress));
                } while (!ended);
            });
    }

    private void FollowByLines(GradientProgress progress, Task measuring)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Task.WaitAny([measuring], Interval) != 0)
        {
            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            lines.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{seconds:0} s: {progress.Done} of {progress.Total} combinations"
                )
            );
        }
    }

    private static Markup Bar(GradientProgress progress)
    {
        var filled = progress.Total == 0 ? 0 : BarWidth * progress.Done / progress.Total;
        return new Markup(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[blue]{new string('█', filled)}[/][grey]{new string('░', BarWidth - filled)}[/] {progress.Done} of {progress.Total} combinations"
            )
        );
    }
}
