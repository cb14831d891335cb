using Hebb.Lab.Runs.Progress;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Progress;

/// <summary>Plain lines, for files, pipes and simple terminals: one for each group that is done, and now and then one for all.</summary>
internal sealed class PlainProgressView(TextWriter output, WorkProgress.OfRuns runs)
{
    private readonly List<GroupProgress> _waiting = [.. runs.Groups.Where(group => !group.IsFinished)];

    /// <summary>Shows it until the work has ended.</summary>
    public void Follow(Task work) => WorkWatch.Plain(work, WriteFinished, WriteAll);

    private bool WriteFinished()
    {
        foreach (GroupProgress group in _waiting.FindAll(group => group.IsFinished))
        {
            _waiting.Remove(group);
            var mean = group.RecentReturn is { } last
                ? FormattableString.Invariant($", mean {runs.Score} at last {last:0.0}")
                : "";
            output.WriteLine(
                FormattableString.Invariant(
                    $"{group.Name}: {Counted.Text(group.Runs, "seed")} done, {group.PerSecond:N0} {runs.Unit} per second{mean}"
                )
            );
        }

        return false;
    }

    private void WriteAll(TimeSpan elapsed)
    {
        IReadOnlyList<GroupProgress> progress = runs.Groups;
        var done = progress.Sum(group => group.Done);
        var amount = progress.Sum(group => group.Amount);
        var finished = progress.Sum(group => group.RunsFinished);
        var left = TimeLeft.Of(progress, elapsed);
        output.WriteLine(
            FormattableString.Invariant(
                $"{elapsed.TotalSeconds:0} s: {finished} of {progress.Sum(group => group.Runs)} runs, {done} of {amount} {runs.Unit} ({100 * done / amount} %){(left.Length > 0 ? $", {left} left" : "")}"
            )
        );
    }
}
