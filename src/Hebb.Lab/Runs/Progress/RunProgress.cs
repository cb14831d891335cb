using Hebb.Lab.Summaries;

namespace Hebb.Lab.Runs.Progress;

/// <summary>How one run is doing: written by the thread that plays it, read by whoever shows it.</summary>
/// <param name="group">The runs that it belongs to.</param>
public sealed class RunProgress(GroupProgress group)
{
    private readonly double[] _window = new double[Criteria.Window];
    private double _sum;
    private int _count;
    private long _told;
    private double _recentReturn = double.NaN;

    /// <summary>The mean return of its last (up to 100) episodes, or its last score; null before the first.</summary>
    public double? RecentReturn => Volatile.Read(ref _recentReturn) is var mean && double.IsNaN(mean) ? null : mean;

    /// <summary>How much of it is done, all in all, in what the group counts.</summary>
    public long Done => Interlocked.Read(ref _told);

    /// <summary>An episode of the run ended.</summary>
    public void EpisodeEnded(double episodeReturn)
    {
        var place = _count++ % _window.Length;
        _sum += episodeReturn - _window[place];
        _window[place] = episodeReturn;
        Volatile.Write(ref _recentReturn, _sum / Math.Min(_count, _window.Length));
    }

    /// <summary>The run has reached a score that stands for itself, such as a test accuracy in %.</summary>
    public void Reached(double score) => Volatile.Write(ref _recentReturn, score);

    /// <summary>The run continues where it was stopped, by this command or by an earlier one.</summary>
    /// <param name="done">How much of it is done, all in all.</param>
    public void Resumed(long done)
    {
        group.Resumed(done - _told);
        Interlocked.Exchange(ref _told, done);
    }

    /// <summary>The run did a part of what it has to do.</summary>
    /// <param name="part">How much, in what the group counts.</param>
    public void Advanced(long part)
    {
        group.Advanced(part);
        Interlocked.Add(ref _told, part);
    }
}
