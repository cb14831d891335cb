namespace Hebb.Lab.Comparisons;

/// <summary>Configurations compared in one environment, or over all of them.</summary>
/// <param name="Name">The environment; null where it is over all of them, in normalised scores.</param>
/// <param name="Rows">The rows: the baseline first, where there is one, then the best, and at the end those without a score.</param>
public sealed record ComparedTask(string? Name, ImmutableArray<ComparedRuns> Rows)
{
    /// <summary>What is shown for its name.</summary>
    public string Title => Name ?? "all environments, normalised";

    /// <summary>Whether its rows are compared with a baseline.</summary>
    public bool HasBaseline => Rows.Any(row => row.IsBaseline);

    /// <summary>The task with its rows compared with a baseline, in their order.</summary>
    /// <param name="name">The environment, or null.</param>
    /// <param name="rows">The rows; at least one.</param>
    /// <param name="baseline">The label of the baseline; null for none. Where no row has it, there is none either.</param>
    internal static ComparedTask Of(string? name, IReadOnlyList<ComparedRuns> rows, string? baseline)
    {
        ComparedRuns? against = rows.FirstOrDefault(row =>
            string.Equals(row.Label, baseline, StringComparison.Ordinal)
        );
        return new ComparedTask(
            name,
            [
                .. rows.AsParallel()
                    .AsOrdered()
                    .Select(row => against is null ? row : row.Against(against))
                    .OrderByDescending(row => row.IsBaseline)
                    .ThenByDescending(row => row.Score?.Mean ?? double.NegativeInfinity),
            ]
        );
    }
}
