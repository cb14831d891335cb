namespace Hebb.Lab.Studies.Landscapes;

/// <summary>The mean return of the last 100 episodes while an agent learns, and when it first reached a threshold.</summary>
/// <param name="threshold">The threshold; null where there is none.</param>
public sealed class LastReturns(double? threshold)
{
    private const int Window = 100;
    private readonly Queue<double> _returns = new();
    private double _sum;

    /// <summary>The mean of the last 100 returns, or of all where there are fewer; null where there is none.</summary>
    public double? Mean => _returns.Count == 0 ? null : _sum / _returns.Count;

    /// <summary>The step at which the mean of 100 returns first reached the threshold; null where it has not.</summary>
    public long? SolvedAt { get; private set; }

    /// <summary>Takes in the return of an episode.</summary>
    /// <param name="episodeReturn">The return; a whole number, so that sums are exact.</param>
    /// <param name="steps">The step at which it ended.</param>
    public void Add(double episodeReturn, long steps)
    {
        _returns.Enqueue(episodeReturn);
        _sum += episodeReturn;
        if (_returns.Count > Window)
        {
            _sum -= _returns.Dequeue();
        }

        if (SolvedAt is null && _returns.Count == Window && Mean >= threshold)
        {
            SolvedAt = steps;
        }
    }
}
