using System.Globalization;
using Hebb.Lab.Experiments;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;
using Spectre.Console;

namespace Hebb.Cli.Reproduce;

/// <summary>What a reproduction tells the user: live on a terminal, plain lines everywhere else.</summary>
/// <param name="lines">Where lines are written; not the table's console, which would wrap long paths.</param>
/// <param name="console">Where the table is written.</param>
/// <param name="view">Shows the runs while they go.</param>
internal sealed class ReproductionOutput(TextWriter lines, IAnsiConsole console, IProgressView view)
{
    /// <summary>The output that fits standard output.</summary>
    public static ReproductionOutput ToConsole()
    {
        var terminal = Terminal.OfStandardOutput();
        return new ReproductionOutput(
            terminal.Lines,
            terminal.Console,
            terminal.IsLive ? new LiveProgressView(terminal.Console) : new PlainProgressView(terminal.Lines)
        );
    }

    /// <summary>Says what is about to be done.</summary>
    /// <param name="options">What was asked.</param>
    /// <param name="experiment">What is to be run.</param>
    public void Begin(Figure4Options options, ReportExperiment experiment)
    {
        Line(
            $"CartPole-v0: {Counted.Text(options.Methods.Length, "method")}, {Counted.Text(options.Seeds, "seed")}, {Counted.Text(options.Episodes, "episode")} a run."
        );
        if (experiment.FinishedCount > 0)
        {
            Line($"Going on in {options.Out}: {experiment.FinishedCount} of {experiment.RunCount} runs are finished.");
        }
    }

    /// <summary>Shows how the runs come on; returns when they have ended, well or not.</summary>
    /// <param name="progress">How far each method has come.</param>
    /// <param name="runs">The runs.</param>
    public void Follow(IReadOnlyList<MethodProgress> progress, Task runs)
    {
        if (!progress.All(method => method.IsFinished))
        {
            view.Follow(progress, runs);
        }
    }

    /// <summary>Says that the results are being written, which takes a moment after the last run.</summary>
    public void Writing() => Line($"Writing tables and figure ...");

    /// <summary>Shows the results and where they are.</summary>
    /// <param name="directory">Where they are.</param>
    /// <param name="summaries">The results.</param>
    public void End(ExperimentDirectory directory, IReadOnlyList<MethodSummary> summaries)
    {
        console.WriteLine();
        console.Write(ResultsTable.Create(summaries, console.Profile.Width));
        Line($"solved: a mean return of {Criteria.SolvedAt} over {Criteria.Window} episodes in a row.");
        Line($"best, last: such means; interquartile mean over seeds, 95 % interval.");
        Line($"Written:");
        foreach (var name in ReportResults.FileNames)
        {
            Line($"  {directory.PathOf(name)}");
        }
    }

    /// <summary>Says what an interrupted reproduction has left.</summary>
    /// <param name="directory">Where it is.</param>
    /// <param name="experiment">What was run.</param>
    public void Stopped(ExperimentDirectory directory, ReportExperiment experiment)
    {
        // A terminal shows ^C behind whatever stood on the line.
        Line($"");
        Line(
            $"Stopped: {experiment.FinishedCount} of {experiment.RunCount} runs are finished and kept in {directory.Path}."
        );
        Line($"The same command goes on from there.");
    }

    private void Line(FormattableString text) => lines.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
