using Hebb.Cli.Consoles;
using Hebb.Cli.Progress;
using Hebb.Lab.Logs;
using Hebb.Lab.Supervised;
using Spectre.Console;

namespace Hebb.Cli.Supervised;

/// <summary>
/// A line for each finished epoch, with what the run is at: on a terminal below them, with a bar; elsewhere as a line now and
/// then.
/// </summary>
internal sealed class EpochView(Terminal terminal, SupervisedProgress progress)
{
    private readonly int _width = terminal.Console.Profile.Width;
    private int _shown;

    /// <summary>Shows it until the run has ended.</summary>
    public void Follow(Task run)
    {
        terminal.Console.WriteLine(EpochLine.Of(epoch: null, _width));
        if (terminal.IsLive)
        {
            WorkWatch.Live(terminal.Console, run, Draw, isCleared: true);
        }
        else
        {
            WorkWatch.Plain(run, WriteFinished, _ => terminal.Console.WriteLine(StatusLine.Of(progress, _width)));
        }
    }

    private bool WriteFinished()
    {
        IReadOnlyList<EpochRecord> finished = progress.Finished(_shown);
        foreach (EpochRecord epoch in finished)
        {
            terminal.Console.WriteLine(EpochLine.Of(epoch, _width));
        }

        _shown += finished.Count;
        return finished.Count > 0;
    }

    private Markup Draw()
    {
        WriteFinished();
        var training = progress.Now.Training;
        var width = terminal.Console.Profile.Width;
        var letters = width >= 100 ? 16 : 8;
        var bar = width >= 60 ? $"{WorkWatch.Bar(training.Examples, training.TotalExamples, letters)}  " : "";
        var status = StatusLine.Of(progress, width - letters - 2);
        return new Markup($"{bar}{Markup.Escape(status)}").Overflow(Overflow.Ellipsis);
    }
}
