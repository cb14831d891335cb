using System.Diagnostics;
using Hebb.Lab.Logs;
using Hebb.Lab.Supervised;

namespace Hebb.Cli.Supervised;

/// <summary>Plain lines, for files, pipes and simple terminals: one for each epoch, and now and then one in between.</summary>
internal sealed class PlainSupervisedView(TextWriter output, int width) : ISupervisedView
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public void Follow(SupervisedProgress progress, Task run)
    {
        output.WriteLine(EpochLine.Head(width));
        var shown = 0;
        var silentSince = Stopwatch.GetTimestamp();
        bool ended;
        do
        {
            ended = Task.WaitAny([run], Poll) == 0;
            foreach (EpochRecord epoch in progress.Finished(shown))
            {
                output.WriteLine(EpochLine.Of(epoch, width));
                shown++;
                silentSince = Stopwatch.GetTimestamp();
            }

            if (!ended && Stopwatch.GetElapsedTime(silentSince) >= Interval)
            {
                output.WriteLine(StatusLine.Of(progress, width));
                silentSince = Stopwatch.GetTimestamp();
            }
        } while (!ended);
    }
}
