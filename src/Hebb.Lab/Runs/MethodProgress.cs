using System.Diagnostics;
using Hebb.Agents;

namespace Hebb.Lab.Runs;

/// <summary>
/// How far the runs of one method have come: written by the threads that play them, read by whoever shows it. Reading
/// never holds a run up; numbers read in the middle of an episode's end may be one episode apart.
/// </summary>
/// <param name="method">The method.</param>
/// <param name="seeds">How many runs it has.</param>
/// <param name="episodes">How many episodes each run has.</param>
public sealed class MethodProgress(ReportMethod method, int seeds, int episodes)
{
    private readonly RunProgress?[] _runs = new RunProgress?[seeds];
    private int _runsBegun;
    private long _episodesPlayed;
    private long _episodesRestored;
    private int _seedsFinished;
    private long _started;
    private long _finished;

    /// <summary>The method.</summary>
    public ReportMethod Method { get; } = method;

    /// <summary>How many runs the method has.</summary>
    public int Seeds { get; } = seeds;

    /// <summary>How many episodes all its runs have together.</summary>
    public long Episodes { get; } = (long)seeds * episodes;

    /// <summary>Episodes that have ended, those of earlier commands included.</summary>
    public long EpisodesDone => Interlocked.Read(ref _episodesRestored) + Interlocked.Read(ref _episodesPlayed);

    /// <summary>Runs that are finished, those of earlier commands included.</summary>
    public int SeedsFinished => Volatile.Read(ref _seedsFinished);

    /// <summary>Whether every run is finished.</summary>
    public bool IsFinished => SeedsFinished == Seeds;

    /// <summary>Whether a run has been started now, rather than found finished.</summary>
    public bool IsStarted => Interlocked.Read(ref _started) != 0;

    /// <summary>Episodes per second since the first run started, on all threads together; 0 before.</summary>
    public double EpisodesPerSecond
    {
        get
        {
            var from = Interlocked.Read(ref _started);
            var to = Interlocked.Read(ref _finished);
            var seconds =
                from == 0 ? 0 : Stopwatch.GetElapsedTime(from, to == 0 ? Stopwatch.GetTimestamp() : to).TotalSeconds;
            return seconds > 0 ? Interlocked.Read(ref _episodesPlayed) / seconds : 0;
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

    /// <summary>An episode of one of its runs ended.</summary>
    internal void EpisodeEnded() => Interlocked.Increment(ref _episodesPlayed);

    /// <summary>A run ended.</summary>
    public void RunFinished()
    {
        if (Interlocked.Increment(ref _seedsFinished) == Seeds)
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
            run.Remember(episodeReturn);
        }

        Interlocked.Add(ref _episodesRestored, returns.Length);
        RunFinished();
    }

    private RunProgress Begin()
    {
        var run = new RunProgress(this);
        Volatile.Write(ref _runs[Interlocked.Increment(ref _runsBegun) - 1], run);
        return run;
    }
}
