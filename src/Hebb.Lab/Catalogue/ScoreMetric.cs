namespace Hebb.Lab.Catalogue;

/// <summary>The number by which runs are compared.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">What it is.</param>
/// <param name="Axis">The same in few words, for an axis.</param>
/// <param name="Of">Its value for a run; null where the run has none.</param>
public sealed record ScoreMetric(string Name, string Title, string Axis, Func<CataloguedRun, double?> Of)
{
    /// <summary>All of them; the first is meant where none is named.</summary>
    public static IReadOnlyList<ScoreMetric> All { get; } =
    [
        new(
            "last100",
            "Mean return of the last 100 training episodes",
            "Return, last 100 episodes",
            run => run.Record.Last100
        ),
        new(
            "best100",
            "Best mean return of 100 training episodes in a row",
            "Return, best 100 episodes",
            run => run.Record.Best100
        ),
        new("greedy", "Mean return of the greedy episodes", "Return, greedy episodes", run => run.Record.GreedyMean),
    ];

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(metric => metric.Name)];

    /// <summary>The metric of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static ScoreMetric Find(string name) =>
        All.First(metric => string.Equals(metric.Name, name, StringComparison.Ordinal));
}
