using System.Diagnostics;
using System.Globalization;
using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;

namespace Hebb.Cli.Reproduce;

/// <summary>Plain lines, for files, pipes and simple terminals: one for each method that is done, and now and then one for all.</summary>
/// <param name="output">Where they are written.</param>
internal sealed class PlainProgressView(TextWriter output) : IProgressView
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public void Follow(IReadOnlyList<MethodProgress> progress, Task runs)
    {
        var waiting = progress.Where(method => !method.IsFinished).ToList();
        var begun = Stopwatch.GetTimestamp();
        TimeSpan next = Interval;
        bool ended;
        do
        {
            ended = Task.WaitAny([runs], Poll) == 0;
            foreach (MethodProgress method in waiting.FindAll(method => method.IsFinished))
            {
                waiting.Remove(method);
                WriteFinished(method);
            }

            if (!ended && Stopwatch.GetElapsedTime(begun) >= next)
            {
                next += Interval;
                WriteAll(progress, Stopwatch.GetElapsedTime(begun));
            }
        } while (!ended);
    }

    private void WriteFinished(MethodProgress method) =>
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{method.Method.Name}: {Counted.Text(method.Seeds, "seed")} done, {method.EpisodesPerSecond:N0} episodes per second, mean return at last {method.RecentReturn:0.0}"
            )
        );

    private void WriteAll(IReadOnlyList<MethodProgress> progress, TimeSpan elapsed)
    {
        var done = progress.Sum(method => method.EpisodesDone);
        var episodes = progress.Sum(method => method.Episodes);
        var runs = progress.Sum(method => method.SeedsFinished);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{elapsed.TotalSeconds:0} s: {runs} of {progress.Sum(method => method.Seeds)} runs, {done} of {episodes} episodes ({100 * done / episodes} %)"
            )
        );
    }
}
