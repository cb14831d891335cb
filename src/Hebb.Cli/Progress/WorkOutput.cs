using Hebb.Cli.Consoles;
using Hebb.Lab.Runs.Progress;
using Hebb.Lab.Studies;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Progress;

/// <summary>What a command that takes long tells the user: live on a terminal, plain lines everywhere else.</summary>
/// <param name="terminal">Where it is written; lines not by its console, which would wrap long paths.</param>
internal sealed class WorkOutput(Terminal terminal) : IStudyOutput
{
    /// <summary>Says what is about to be done.</summary>
    /// <param name="what">What it is, in a line.</param>
    public void Begin(FormattableString what, string directory, WorkProgress progress)
    {
        Line(what);
        if (progress is WorkProgress.OfRuns runs && runs.Finished() is > 0 and var finished)
        {
            Line($"Continuing in {directory}: {finished} of {runs.Runs} runs are finished.");
        }
    }

    /// <summary>Shows the progress; returns when the work has ended, with or without success.</summary>
    public void Follow(WorkProgress progress, Task work)
    {
        Action<Task>? follow = progress switch
        {
            WorkProgress.OfRuns runs when runs.Groups.All(group => group.IsFinished) => null,
            WorkProgress.OfRuns runs when terminal.IsLive => new LiveProgressView(terminal.Console, runs).Follow,
            WorkProgress.OfRuns runs => new PlainProgressView(terminal.Lines, runs).Follow,
            WorkProgress.OfMeasurements measurements => new MeasurementProgressView(terminal, measurements).Follow,
            _ => null,
        };
        follow?.Invoke(work);
    }

    /// <summary>Says that the results are being written, which takes a moment after the last run.</summary>
    public void Writing(WorkProgress progress)
    {
        if (progress is WorkProgress.OfRuns)
        {
            Line($"Writing tables and figure ...");
        }
    }

    public void Show(TextTable table)
    {
        terminal.Lines.WriteLine();
        table.Write(terminal);
    }

    public void Line(FormattableString text) => terminal.Lines.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Says where the results are.</summary>
    public void Written(IEnumerable<string> files)
    {
        Line($"Written:");
        foreach (var file in files)
        {
            Line($"  {file}");
        }
    }

    /// <summary>Says what an interrupted command has left.</summary>
    public void Stopped(string directory, WorkProgress progress)
    {
        // A terminal shows ^C behind whatever stood on the line.
        Line($"");
        if (progress is WorkProgress.OfRuns runs)
        {
            Line($"Stopped: {runs.Finished()} of {runs.Runs} runs are finished and kept in {directory}.");
            Line($"The same command continues from there.");
        }
        else
        {
            Line($"Stopped: no file was written.");
        }
    }
}
