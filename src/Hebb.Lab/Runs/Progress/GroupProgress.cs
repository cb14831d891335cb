using System.Diagnostics;

namespace Hebb.Lab.Runs.Progress;

/// <summary>
/// How far runs that differ by their seeds alone have come: written by the threads that play them, read by whoever shows
/// it. Reading never holds a run up; numbers read in the middle of an episode's end may be one episode apart.
/// </summary>
/// <param name="name">What they are runs of.</param>
/// <param name="runs">How many runs there are.</param>
/// <param name="amount">How much each has to do, in episodes or in environment steps; at least 1.</param>
public sealed class GroupProgress(string name, int runs, long amount)
{
    private readonly RunProgress?[] _runs = new RunProgress?[runs];
    private int _runsBegun;
    private long _played;
    private long _restored;
    private int _runsFinished;
    private long _started;
    private long _finished;

    /// <summary>What they are runs of.</summary>
    public string Name { get; } = name;

    /// <summary>How many runs there are.</summary>
    public int Runs { get; } = runs;

    /// <summary>How much all of them have to do together.</summary>
    public long Amount { get; } = runs * amount;

    /// <summary>How much of it is done, by earlier commands included.</summary>
    public long Done => Interlocked.Read(ref _restored) + Played;

    /// <summary>How much of it was done now, rather than found done.</summary>
    public long Played => Interlocked.Read(ref _played);

    /// <summary>Runs that are finished, those of earlier commands included.</summary>
    public int RunsFinished => Volatile.Read(ref _runsFinished);

    /// <summary>Whether every run is finished.</summary>
    public bool IsFinished => RunsFinished == Runs;

    /// <summary>Whether a run has been started now, rather than found finished.</summary>
    public bool IsStarted => Interlocked.Read(ref _started) != 0;

    /// <summary>How much was done per second since the first run started, on all threads together; 0 before.</summary>
    public double PerSecond
    {
        get
        {
            var from = Interlocked.Read(ref _started);
            var to = Interlocked.Read(ref _finished);
            var seconds =
                from == 0 ? 0 : Stopwatch.GetElapsedTime(from, to == 0 ? Stopwatch.GetTimestamp() : to).TotalSeconds;
            return seconds > 0 ? Played / seconds : 0;
        }
    }

    /// <summary>
    /// The mean, over the runs that have begun, of the mean return of their last (up to 100) episodes; null before the
    /// first episode. When all are finished it is the mean over seeds of their last returns, however they were played.
    /// </summary>
    public double? RecentReturn => _runs.Average(run => run?.RecentReturn);

    /// <summary>A run begins.</summary>
    /// <returns>Where it tells how it is doing.</returns>
    public RunProgress RunStarted()
    {
        Interlocked.CompareExchange(ref _started, Stopwatch.GetTimestamp(), 0);
        return Begin();
    }

    /// <summary>A run was found begun, and may be gone on with.</summary>
    /// <param name="done">How much of it is done.</param>
    /// <returns>Where it tells how it is doing.</returns>
    public RunProgress RunFound(long done)
    {
        RunProgress run = Begin();
        run.Resumed(done);
        return run;
    }

    /// <summary>One of its runs did a part of what it has to do.</summary>
    /// <param name="part">How much.</param>
    internal void Advanced(long part) => Interlocked.Add(ref _played, part);

    /// <summary>One of its runs continues where an earlier command stopped.</summary>
    /// <param name="part">How much of it is done.</param>
    internal void Resumed(long part) => Interlocked.Add(ref _restored, part);

    /// <summary>A run ended.</summary>
    public void RunFinished()
    {
        if (Interlocked.Increment(ref _runsFinished) == Runs)
        {
            Interlocked.Exchange(ref _finished, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>A run was found finished.</summary>
    /// <param name="returns">The returns of its episodes.</param>
    public void RunRestored(ReadOnlySpan<double> returns)
    {
        RunProgress run = Begin();
        foreach (var episodeReturn in returns)
        {
            run.EpisodeEnded(episodeReturn);
        }

        Interlocked.Add(ref _restored, Amount / Runs);
        RunFinished();
    }

    private RunProgress Begin()
    {
        var run = new RunProgress(this);
        Volatile.Write(ref _runs[Interlocked.Increment(ref _runsBegun) - 1], run);
        return run;
    }
}
