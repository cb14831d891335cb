using System.Globalization;
using Hebb.Lab.Runs;

namespace Hebb.Cli.Progress;

/// <summary>What a command that plays many runs tells the user: live on a terminal, plain lines everywhere else.</summary>
/// <param name="terminal">Where it is written.</param>
/// <param name="words">The words in which progress is told.</param>
internal sealed class RunsOutput(Terminal terminal, ProgressWords words)
{
    private readonly IProgressView _view = terminal.IsLive
        ? new LiveProgressView(terminal.Console, words)
        : new PlainProgressView(terminal.Lines, words);

    /// <summary>Says what is about to be done.</summary>
    /// <param name="what">What it is, in a line.</param>
    /// <param name="directory">Where its results are.</param>
    /// <param name="finished">How many runs are finished already.</param>
    /// <param name="all">How many runs there are.</param>
    public void Begin(FormattableString what, string directory, int finished, int all)
    {
        Line(what);
        if (finished > 0)
        {
            Line($"Going on in {directory}: {finished} of {all} runs are finished.");
        }
    }

    /// <summary>Shows how the runs come on; returns when they have ended, well or not.</summary>
    /// <param name="progress">How far the runs of each group have come.</param>
    /// <param name="runs">The runs.</param>
    public void Follow(IReadOnlyList<GroupProgress> progress, Task runs)
    {
        if (!progress.All(group => group.IsFinished))
        {
            _view.Follow(progress, runs);
        }
    }

    /// <summary>Says that the results are being written, which takes a moment after the last run.</summary>
    public void Writing() => Line($"Writing tables and figure ...");

    /// <summary>Shows a table.</summary>
    /// <param name="table">The table.</param>
    public void Show(FittedTable table)
    {
        terminal.Lines.WriteLine();
        table.Write(terminal);
    }

    /// <summary>Writes a line.</summary>
    /// <param name="text">The line.</param>
    public void Line(FormattableString text) => terminal.Lines.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Says where the results are.</summary>
    /// <param name="files">The files.</param>
    public void Written(IEnumerable<string> files)
    {
        Line($"Written:");
        foreach (var file in files)
        {
            Line($"  {file}");
        }
    }

    /// <summary>Says what an interrupted command has left.</summary>
    /// <param name="directory">Where it is.</param>
    /// <param name="finished">How many runs are finished.</param>
    /// <param name="all">How many runs there are.</param>
    public void Stopped(string directory, int finished, int all)
    {
        // A terminal shows ^C behind whatever stood on the line.
        Line($"");
        Line($"Stopped: {finished} of {all} runs are finished and kept in {directory}.");
        Line($"The same command goes on from there.");
    }
}
