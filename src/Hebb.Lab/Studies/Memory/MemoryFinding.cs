using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Memory.Contents;
using Hebb.Lab.Summaries;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Memory;

/// <summary>What came of a learner in a task.</summary>
/// <param name="Runs">The runs, a seed each; at least one.</param>
internal sealed record MemoryFinding(MemoryGroup Group, ImmutableArray<TrainedRun> Runs)
{
    private readonly double[] _scores =
    [
        .. Runs.Select(run =>
            run.Record.GreedyReturns is { IsEmpty: false } greedy ? greedy.Average(Group.Task.Score) : double.NaN
        ),
    ];

    private readonly long?[] _first =
    [
        .. Runs.Select(run =>
            Group.Task.FirstSolved(run.Episodes.Select(episode => (episode.Return, episode.EnvironmentSteps)))
        ),
    ];

    /// <summary>What each part of the memory holds, in each run; none where that is not asked.</summary>
    public ImmutableArray<IReadOnlyList<MemoryContent>> Contents { get; init; } = [];

    /// <summary>The mean score of the greedy episodes of each run.</summary>
    public IReadOnlyList<double> Scores => _scores;

    /// <summary>The environment steps at which each run first scored in training what solves the task; null if never.</summary>
    public IReadOnlyList<long?> First => _first;

    /// <summary>How many runs solved the task: by their greedy episodes after training.</summary>
    public int Solved => _scores.Count(score => score >= MemoryTask.SolvedAt);

    /// <summary>The mean score over runs.</summary>
    public Estimate Score => Estimate.Of(_scores);

    /// <summary>The mean return of the greedy episodes, over runs.</summary>
    public Estimate Return => Estimate.Of([.. Runs.Select(run => run.Record.GreedyMean ?? double.NaN)]);

    /// <summary>The lowest score of a run.</summary>
    public double Worst => _scores.Min();

    /// <summary>The median of <see cref="First"/>, where most runs have one; null otherwise.</summary>
    public double? MedianFirst
    {
        get
        {
            var place = _first.Length / 2;
            var known = _first.OfType<long>().Order().ToArray();
            return known.Length > place ? known[place] : null;
        }
    }

    /// <summary>The wall time of a step, learning included; the median over runs.</summary>
    public double MicrosecondsPerStep => Median.Of([.. Runs.Select(run => run.Record.MicrosecondsPerStep)]);
}
