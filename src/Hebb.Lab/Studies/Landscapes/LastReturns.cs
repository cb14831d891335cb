using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>The mean return of the last 100 episodes while an agent learns, and when it first reached a threshold.</summary>
/// <param name="threshold">The threshold; null where there is none.</param>
internal sealed class LastReturns(double? threshold)
{
    private readonly MovingMean _recent = new(Criteria.Window);

    /// <summary>The mean of the last 100 returns, or of all where there are fewer; null where there is none.</summary>
    public double? Mean => _recent.Value;

    /// <summary>The step at which the mean of 100 returns first reached the threshold; null where it has not.</summary>
    public long? SolvedAt { get; private set; }

    /// <summary>Takes in the return of an episode.</summary>
    /// <param name="steps">The step at which it ended.</param>
    public void Add(double episodeReturn, long steps)
    {
        _recent.Add(episodeReturn);
        if (SolvedAt is null && _recent.IsFull && Mean >= threshold)
        {
            SolvedAt = steps;
        }
    }
}
