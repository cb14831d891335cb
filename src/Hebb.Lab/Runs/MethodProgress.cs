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
    private readonly double[] _recentReturns = new double[100];
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

    /// <summary>Episodes that have ended, those of earlier sessions included.</summary>
    public long EpisodesDone => Interlocked.Read(ref _episodesRestored) + Interlocked.Read(ref _episodesPlayed);

    /// <summary>Runs that are finished, those of earlier sessions included.</summary>
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

    /// <summary>The mean return of the last (up to 100) episodes of all its runs; null before the first.</summary>
    public double? RecentReturn
    {
        get
        {
            var count = (int)Math.Min(Interlocked.Read(ref _episodesPlayed), _recentReturns.Length);
            return count == 0 ? null : _recentReturns.AsSpan(0, count).ToArray().Average();
        }
    }

    /// <summary>A run begins.</summary>
    public void RunStarted() => Interlocked.CompareExchange(ref _started, Stopwatch.GetTimestamp(), 0);

    /// <summary>An episode of a run ended.</summary>
    /// <param name="episodeReturn">Its return.</param>
    public void EpisodeEnded(double episodeReturn)
    {
        var place = Interlocked.Increment(ref _episodesPlayed) - 1;
        Volatile.Write(ref _recentReturns[place % _recentReturns.Length], episodeReturn);
    }

    /// <summary>A run ended.</summary>
    public void RunFinished()
    {
        if (Interlocked.Increment(ref _seedsFinished) == Seeds)
        {
            Interlocked.Exchange(ref _finished, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>A run was found finished.</summary>
    /// <param name="count">Its episodes.</param>
    public void RunRestored(int count)
    {
        Interlocked.Add(ref _episodesRestored, count);
        RunFinished();
    }
}
