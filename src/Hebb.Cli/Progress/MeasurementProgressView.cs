using System.Diagnostics;
using Hebb.Lab.Runs.Progress;
using Spectre.Console;

namespace Hebb.Cli.Progress;

/// <summary>Shows the progress of measurements: a bar on a terminal, otherwise a line from time to time.</summary>
/// <param name="console">The terminal that a bar is drawn on; null where there is none.</param>
internal sealed class MeasurementProgressView(
    TextWriter lines,
    IAnsiConsole? console,
    WorkProgress.OfMeasurements measurements
) : IProgressView
{
    private const int BarWidth = 40;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public void Follow(Task work)
    {
        MeasurementProgress progress = measurements.Measured;
        var begun = Stopwatch.GetTimestamp();
        if (console is null)
        {
            while (Task.WaitAny([work], Interval) != 0)
            {
                TimeSpan elapsed = Stopwatch.GetElapsedTime(begun);
                lines.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{elapsed.TotalSeconds:0} s: {Words(progress, elapsed)}"
                    )
                );
            }

            return;
        }

        console
            .Live(Bar(progress, TimeSpan.Zero))
            .Start(live =>
            {
                bool ended;
                do
                {
                    ended = Task.WaitAny([work], Refresh) == 0;
                    live.UpdateTarget(Bar(progress, Stopwatch.GetElapsedTime(begun)));
                } while (!ended);
            });
    }

    private Markup Bar(MeasurementProgress progress, TimeSpan elapsed)
    {
        var filled = progress.Total == 0 ? 0 : BarWidth * progress.Done / progress.Total;
        return new Markup(
            $"[blue]{new string('█', filled)}[/][grey]{new string('░', BarWidth - filled)}[/] {Words(progress, elapsed)}"
        );
    }

    private string Words(MeasurementProgress progress, TimeSpan elapsed)
    {
        var done = progress.Done;
        var left = TimeLeft.Text(progress.Total - done, done / Math.Max(elapsed.TotalSeconds, 1e-3));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{done} of {progress.Total} {measurements.Unit}{(left.Length > 0 && done < progress.Total ? $", {left} left" : "")}"
        );
    }
}
