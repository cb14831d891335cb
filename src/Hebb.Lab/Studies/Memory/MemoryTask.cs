using Hebb.Lab.Summaries;

namespace Hebb.Lab.Studies.Memory;

/// <summary>A task of the study: an environment with options, how long it is learned, and when it is solved.</summary>
/// <param name="Name">Its name on the command line and in tables, such as <c>t-maze-50</c>.</param>
/// <param name="Environment">The name of the environment.</param>
/// <param name="Options">What is other than usual in it, by paths below <c>environment.options</c>.</param>
/// <param name="Steps">The environment steps that agents of free energies learn for.</param>
/// <param name="Family">The tasks that differ by a length alone, such as <c>T-maze</c>; empty for a task by itself.</param>
/// <param name="Length">The length.</param>
/// <param name="Lowest">The return that scores 0.</param>
/// <param name="Highest">The return that scores 1.</param>
public sealed record MemoryTask(
    string Name,
    string Environment,
    ImmutableArray<(string Path, JsonNode Value)> Options,
    long Steps,
    string Family,
    int Length,
    double Lowest,
    double Highest
)
{
    /// <summary>The mean score of greedy episodes from which a run has solved it.</summary>
    public const double SolvedAt = 0.95;

    /// <summary>Whether every memory and every baseline plays it; the others are played with the one setting for all tasks alone.</summary>
    public bool IsKey { get; init; }

    /// <summary>Greedy episodes at the end of a run.</summary>
    public int Evaluation { get; init; } = 200;

    /// <summary>The score of a return, from 0 to 1.</summary>
    public double Score(double value) => Math.Clamp((value - Lowest) / (Highest - Lowest), 0, 1);

    /// <summary>
    /// The environment steps of training at which the mean score of the last episodes was first at <see cref="SolvedAt"/>; null if never.
    /// </summary>
    public long? FirstSolved(IEnumerable<(double Return, long Steps)> episodes)
    {
        ArgumentNullException.ThrowIfNull(episodes);
        var last = new Queue<double>();
        var sum = 0.0;
        foreach ((var value, var steps) in episodes)
        {
            last.Enqueue(Score(value));
            sum += Score(value);
            if (last.Count > Criteria.Window)
            {
                sum -= last.Dequeue();
            }

            if (last.Count == Criteria.Window && sum >= SolvedAt * Criteria.Window)
            {
                return steps;
            }
        }

        return null;
    }
}
