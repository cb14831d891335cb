using System.Globalization;
using Hebb.Cli.Progress;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Landscapes;
using Hebb.Lab.Tables;
using Spectre.Console;

namespace Hebb.Cli.Check;

/// <summary>What a check of landscapes tells the user: live on a terminal, plain lines everywhere else.</summary>
/// <param name="lines">Where lines are written; not the tables' console, which would wrap long paths.</param>
/// <param name="console">Where tables are written.</param>
/// <param name="view">Shows how it comes on.</param>
internal sealed class LandscapeOutput(TextWriter lines, IAnsiConsole console, MeasurementProgressView view)
{
    /// <summary>The output that fits a terminal, or plain text.</summary>
    /// <param name="terminal">Where it is written.</param>
    public static LandscapeOutput To(Terminal terminal)
    {
        var view = new MeasurementProgressView(
            terminal.Lines,
            terminal.IsLive ? terminal.Console : null,
            "combinations"
        );
        return new LandscapeOutput(terminal.Lines, terminal.Console, view);
    }

    /// <summary>Says what is about to be done.</summary>
    /// <param name="options">What is measured.</param>
    public void Begin(LandscapeCheckOptions options) =>
        Line(
            $"PPO by equilibrium propagation, {options.Steps:#,0} steps: {Counted.Text(options.Depths.Count, "depth")}, {Counted.Text(options.Feedbacks.Count, "feedback")}, {Counted.Text(options.Seeds, "seed")} of each."
        );

    /// <summary>Shows how it comes on; returns when it has ended, well or not.</summary>
    /// <param name="progress">How far it has come.</param>
    /// <param name="measuring">What is shown.</param>
    public void Follow(MeasurementProgress progress, Task measuring) => view.Follow(progress, measuring);

    /// <summary>Says that it was stopped.</summary>
    public void Stopped()
    {
        // A terminal shows ^C behind whatever stood on the line.
        Line($"");
        Line($"Stopped: no file was written.");
    }

    /// <summary>Shows what was found and where it is.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="directory">Where the files are.</param>
    public void End(IReadOnlyList<LandscapeFinding> findings, string directory)
    {
        Line($"");
        console.Write(LandscapeOverviewTable.Create(LandscapeOverview.Of(findings), console.Profile.Width));
        Line(
            $"equilibria: of an input, on average; several: inputs with more than one; apart: how far their outputs are."
        );
        Line($"saturated: hidden units of slope below 0.1. residual: how far a unit still moves after the free phase.");
        Line(
            $"gamma s^2: the largest gamma sigma(W)^2. angle: of the gradient to the exact one, degrees; ratio: of lengths."
        );
        Line($"Written:");
        foreach (var name in LandscapeResults.FileNames)
        {
            Line($"  {Path.Combine(directory, name)}");
        }
    }

    private void Line(FormattableString text) => lines.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
