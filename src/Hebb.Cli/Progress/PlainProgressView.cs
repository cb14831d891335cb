using System.Diagnostics;
using Hebb.Lab.Runs.Progress;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Progress;

/// <summary>Plain lines, for files, pipes and simple terminals: one for each group that is done, and now and then one for all.</summary>
internal sealed class PlainProgressView(TextWriter output, WorkProgress.OfRuns runs) : IProgressView
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public void Follow(Task work)
    {
        IReadOnlyList<GroupProgress> progress = runs.Groups;
        var waiting = progress.Where(group => !group.IsFinished).ToList();
        var begun = Stopwatch.GetTimestamp();
        TimeSpan next = Interval;
        bool ended;
        do
        {
            ended = Task.WaitAny([work], Poll) == 0;
            foreach (GroupProgress group in waiting.FindAll(group => group.IsFinished))
            {
                waiting.Remove(group);
                WriteFinished(group);
            }

            if (!ended && Stopwatch.GetElapsedTime(begun) >= next)
            {
                next += Interval;
                WriteAll(progress, Stopwatch.GetElapsedTime(begun));
            }
        } while (!ended);
    }

    private void WriteFinished(GroupProgress group) =>
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Name}: {Counted.Text(group.Runs, "seed")} done, {group.PerSecond:N0} {runs.Unit} per second{(group.RecentReturn is { } mean ? string.Create(CultureInfo.InvariantCulture, $", mean {runs.Score} at last {mean:0.0}") : "")}"
            )
        );

    private void WriteAll(IReadOnlyList<GroupProgress> progress, TimeSpan elapsed)
    {
        var done = progress.Sum(group => group.Done);
        var amount = progress.Sum(group => group.Amount);
        var finished = progress.Sum(group => group.RunsFinished);
        var left = TimeLeft.Of(progress, elapsed);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{elapsed.TotalSeconds:0} s: {finished} of {progress.Sum(group => group.Runs)} runs, {done} of {amount} {runs.Unit} ({100 * done / amount} %){(left.Length > 0 ? $", {left} left" : "")}"
            )
        );
    }
}
