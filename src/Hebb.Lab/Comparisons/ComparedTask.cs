namespace Hebb.Lab.Comparisons;

/// <summary>Configurations compared in one environment, or over all of them.</summary>
/// <param name="Name">The environment; null where it is over all of them, in normalised scores.</param>
/// <param name="Rows">The rows: the baseline first, then the best, and at the end those without a score.</param>
public sealed record ComparedTask(string? Name, ImmutableArray<ComparedRuns> Rows)
{
    /// <summary>What is shown for its name.</summary>
    public string Title => Name ?? "all environments, normalised";

    /// <summary>The task with its rows compared with a baseline, in their order.</summary>
    /// <param name="name">The environment, or null.</param>
    /// <param name="rows">The rows; at least one.</param>
    /// <param name="baseline">The label of the baseline.</param>
    internal static ComparedTask Of(string? name, IReadOnlyList<ComparedRuns> rows, string? baseline)
    {
        ComparedRuns against =
            rows.FirstOrDefault(row => string.Equals(row.Label, baseline, StringComparison.Ordinal)) ?? rows[0];
        return new ComparedTask(
            name,
            [
                .. rows.AsParallel()
                    .AsOrdered()
                    .Select(row => row.Against(against))
                    .OrderByDescending(row => row.IsBaseline)
                    .ThenByDescending(row => row.Score?.Mean ?? double.NegativeInfinity),
            ]
        );
    }
}
