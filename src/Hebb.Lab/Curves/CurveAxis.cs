using Hebb.Lab.Catalogue;

namespace Hebb.Lab.Curves;

/// <summary>What curves are drawn over.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">What it is.</param>
/// <param name="Column">The column of a run's episodes that it is; null for the number of the episode.</param>
public sealed record CurveAxis(string Name, string Title, string? Column)
{
    /// <summary>All of them; the first is meant where none is named.</summary>
    public static IReadOnlyList<CurveAxis> All { get; } =
    [
        new("env_steps", "Environment steps", "env_steps"),
        new("episodes", "Episodes", null),
        new("seconds", "Seconds of learning", "t"),
    ];

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(axis => axis.Name)];

    /// <summary>The axis of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static CurveAxis Find(string name) =>
        All.First(axis => string.Equals(axis.Name, name, StringComparison.Ordinal));

    /// <summary>The places of a run's episodes on it, in rising order.</summary>
    /// <param name="series">The episodes.</param>
    internal double[] Of(RunSeries series) =>
        Column is null
            ? [.. Enumerable.Range(1, series.Count).Select(episode => (double)episode)]
            : series.Find(Column) ?? [];
}
