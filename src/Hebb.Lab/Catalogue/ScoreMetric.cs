namespace Hebb.Lab.Catalogue;

/// <summary>The number by which runs are compared.</summary>
/// <param name="Axis">The same in few words, for an axis.</param>
/// <param name="Of">Its value for a run; null where the run has none.</param>
public sealed record ScoreMetric(string Name, string Title, string Axis, Func<CataloguedRun, double?> Of)
{
    /// <summary>How its values are written; null for as many decimals as fit them.</summary>
    public string? Format { get; private init; }

    /// <summary>The highest value that there can be in supervised training; null of a metric of agents.</summary>
    internal double? MostSupervised { get; private init; }

    private const string Accuracy = "accuracy";

    /// <summary>All of them; the first is meant of agents where none is named.</summary>
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
            "Best mean return of 100 consecutive training episodes",
            "Return, best 100 episodes",
            run => run.Record.Best100
        ),
        new("greedy", "Mean return of the greedy episodes", "Return, greedy episodes", run => run.Record.GreedyMean),
        new(
            Accuracy,
            "Test accuracy after the last epoch of supervised training, in %",
            "Test accuracy, %",
            run => 100 * run.Record.Supervised?.TestAccuracy
        )
        {
            Format = "0.00",
            MostSupervised = 100,
        },
        new(
            "best-accuracy",
            "Test accuracy after the best epoch of supervised training, in %",
            "Best test accuracy, %",
            run => 100 * run.Record.Supervised?.BestTestAccuracy
        )
        {
            Format = "0.00",
            MostSupervised = 100,
        },
    ];

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(metric => metric.Name)];

    /// <summary>The metric of a name, or the usual one: of supervised training the test accuracy, of agents the last returns.</summary>
    /// <param name="name">One of <see cref="Names"/>; null for the usual one.</param>
    /// <param name="runs">The runs that are compared.</param>
    public static ScoreMetric Find(string? name, IEnumerable<CataloguedRun> runs) =>
        name is not null ? Find(name)
        : runs.Any() && runs.All(run => run.IsSupervised) ? Find(Accuracy)
        : All[0];

    /// <summary>The metric of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static ScoreMetric Find(string name) =>
        All.First(metric => string.Equals(metric.Name, name, StringComparison.Ordinal));
}
