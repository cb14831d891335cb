using System.Diagnostics;
using Hebb.Cli.Consoles;
using Hebb.Lab.Runs.Progress;
using Spectre.Console;

namespace Hebb.Cli.Progress;

/// <summary>Shows the progress of measurements: a bar on a terminal, otherwise a line from time to time.</summary>
internal sealed class MeasurementProgressView(Terminal terminal, WorkProgress.OfMeasurements measurements)
{
    private const int BarWidth = 40;

    /// <summary>Shows it until the work has ended.</summary>
    public void Follow(Task work)
    {
        if (terminal.IsLive)
        {
            var begun = Stopwatch.GetTimestamp();
            WorkWatch.Live(terminal.Console, work, () => Draw(Stopwatch.GetElapsedTime(begun)));
        }
        else
        {
            WorkWatch.Plain(
                work,
                () => false,
                elapsed =>
                    terminal.Lines.WriteLine(
                        FormattableString.Invariant($"{elapsed.TotalSeconds:0} s: {Words(elapsed)}")
                    )
            );
        }
    }

    private Markup Draw(TimeSpan elapsed) =>
        new($"{WorkWatch.Bar(measurements.Measured.Done, measurements.Measured.Total, BarWidth)} {Words(elapsed)}");

    private string Words(TimeSpan elapsed)
    {
        MeasurementProgress progress = measurements.Measured;
        var done = progress.Done;
        var left = TimeLeft.Text(progress.Total - done, done / Math.Max(elapsed.TotalSeconds, 1e-3));
        return FormattableString.Invariant(
            $"{done} of {progress.Total} {measurements.Unit}{(left.Length > 0 && done < progress.Total ? $", {left} left" : "")}"
        );
    }
}
