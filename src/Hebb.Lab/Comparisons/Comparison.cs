using Hebb.Lab.Catalogue;

namespace Hebb.Lab.Comparisons;

/// <summary>
/// Configurations beside each other: in each environment by their returns, and, where there are several environments, over
/// all of them by scores that are 0 for the lowest return that is possible and 1 for the highest.
/// </summary>
/// <param name="Metric">The number by which they are compared.</param>
/// <param name="Tasks">The environments, and at last, where there is such a comparison, all of them together.</param>
/// <param name="Baseline">The label of what the others are compared with; null where there is no baseline.</param>
/// <param name="Note">Why there is no comparison over all environments though there are several; null otherwise.</param>
public sealed record Comparison(
    ScoreMetric Metric,
    ImmutableArray<ComparedTask> Tasks,
    string? Baseline,
    string? Note = null
)
{
    /// <summary>Compares runs.</summary>
    /// <param name="runs">The runs; at least one.</param>
    /// <param name="metric">The number by which they are compared.</param>
    /// <param name="baseline">
    /// What the others are compared with: a label, an agent, an experiment, or the beginning of a folder's name; null for the backprop
    /// twin where there is exactly one, and otherwise for none.
    /// </param>
    /// <exception cref="RecordException">The baseline names nothing, or several.</exception>
    public static Comparison Of(IReadOnlyCollection<CataloguedRun> runs, ScoreMetric metric, string? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var configurations = ConfigurationRuns.Of(runs);
        var label = baseline is null ? TwinOf(configurations) : Find(configurations, baseline);
        var environments = configurations.GroupBy(one => one.Environment, StringComparer.Ordinal).ToArray();
        List<ComparedTask> tasks =
        [
            .. environments.Select(environment =>
                ComparedTask.Of(
                    environment.Key,
                    [
                        .. environment
                            .AsParallel()
                            .AsOrdered()
                            .Select(one => Row(one.Label, metric, [one.Runs], normalised: false)),
                    ],
                    label
                )
            ),
        ];
        var note = environments.Length > 1 ? AddAll(tasks, environments, metric, label) : null;
        return new Comparison(metric, [.. tasks], label, note);
    }

    private static string? AddAll(
        List<ComparedTask> tasks,
        IGrouping<string, ConfigurationRuns>[] environments,
        ScoreMetric metric,
        string? baseline
    )
    {
        if (environments.FirstOrDefault(one => PossibleReturns.Of(one.First().Runs[0], metric) is null) is { } unknown)
        {
            return $"No comparison over all environments: the range of returns in {unknown.Key} is not known.";
        }

        // The same label in every environment: the same agent, or the same difference from the others.
        ComparedRuns[] rows =
        [
            .. environments[0]
                .Select(one =>
                    environments.Select(other => other.FirstOrDefault(its => its.Label == one.Label)).ToArray()
                )
                .Where(row => row.All(one => one is not null))
                .Select(row => Row(row[0]!.Label, metric, [.. row.Select(one => one!.Runs)], normalised: true)),
        ];
        if (rows.Length == 0)
        {
            return "No comparison over all environments: no configuration is in every one of them.";
        }

        tasks.Add(ComparedTask.Of(null, rows, baseline));
        return null;
    }

    private static ComparedRuns Row(
        string label,
        ScoreMetric metric,
        ImmutableArray<ImmutableArray<CataloguedRun>> environments,
        bool normalised
    ) =>
        new(
            label,
            [
                .. environments.Select(runs =>
                    runs.Select(run =>
                            normalised
                                ? PossibleReturns.Of(run, metric)?.Normalised(metric.Of(run) ?? double.NaN)
                                : metric.Of(run)
                        )
                        .OfType<double>()
                        .Where(double.IsFinite)
                        .ToArray()
                ),
            ],
            [.. environments.SelectMany(runs => runs)]
        );

    // The label of the configurations whose agent is the backprop twin of another one's.
    private static string? TwinOf(ImmutableArray<ConfigurationRuns> configurations)
    {
        var twins = configurations
            .Select(one => one.Runs[0].Catalogues.Agents.TryFind(one.Agent)?.Twin)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        string[] labels =
        [
            .. configurations
                .Where(one => twins.Contains(one.Agent))
                .Select(one => one.Label)
                .Distinct(StringComparer.Ordinal),
        ];
        return labels is [var only] ? only : null;
    }

    private static string Find(ImmutableArray<ConfigurationRuns> configurations, string name)
    {
        string[] labels =
        [
            .. configurations
                .Where(one => one.IsCalled(name))
                .Select(one => one.Label)
                .Distinct(StringComparer.Ordinal),
        ];
        return labels switch
        {
            _ when labels.Contains(name, StringComparer.Ordinal) => name,
            [var one] => one,
            [] => throw new RecordException(
                $"{name} is no configuration of these runs; there are {Listed(configurations.Select(one => one.Label))}"
            ),
            _ => throw new RecordException($"{name} means several configurations: {Listed(labels)}; name one"),
        };
    }

    private static string Listed(IEnumerable<string> labels)
    {
        const int most = 6;
        string[] distinct = [.. labels.Distinct(StringComparer.Ordinal)];
        return string.Join("; ", distinct.Take(most)) + (distinct.Length > most ? "; ..." : "");
    }
}
