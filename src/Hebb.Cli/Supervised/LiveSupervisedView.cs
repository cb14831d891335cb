using Hebb.Lab.Logs;
using Hebb.Lab.Supervised;
using Spectre.Console;

namespace Hebb.Cli.Supervised;

/// <summary>The table of epochs with a bar below it, redrawn during the run.</summary>
internal sealed class LiveSupervisedView(IAnsiConsole console) : ISupervisedView
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    public void Follow(SupervisedProgress progress, Task run)
    {
        var width = console.Profile.Width;
        console.WriteLine(EpochLine.Head(width));
        console
            .Live(Draw(progress))
            .AutoClear(true)
            .Start(live =>
            {
                var shown = 0;
                bool ended;
                do
                {
                    ended = Task.WaitAny([run], Refresh) == 0;
                    foreach (EpochRecord epoch in progress.Finished(shown))
                    {
                        console.WriteLine(EpochLine.Of(epoch, width));
                        shown++;
                    }

                    live.UpdateTarget(Draw(progress));
                } while (!ended);
            });
    }

    private Markup Draw(SupervisedProgress progress)
    {
        SupervisedSnapshot now = progress.Now;
        var width = console.Profile.Width;
        var bar = width >= 60 ? Bar(now, width >= 100 ? 16 : 8) : "";
        var status = StatusLine.Of(progress, width - (width >= 100 ? 18 : 10));
        return new Markup($"{bar}{Markup.Escape(status)}").Overflow(Overflow.Ellipsis);
    }

    private static string Bar(SupervisedSnapshot now, int width)
    {
        var filled = (int)((long)width * now.Training.Examples / Math.Max(1, now.Training.TotalExamples));
        return $"[blue]{new string('█', filled)}[/][grey]{new string('░', width - filled)}[/]  ";
    }
}
