namespace Hebb.Lab.Catalogue;

/// <summary>The runs of one configuration: they differ by their seeds alone.</summary>
/// <param name="Label">What tells it from the other configurations in the same environment, as short as may be.</param>
/// <param name="Runs">Its runs; at least one.</param>
public sealed record ConfigurationRuns(string Label, ImmutableArray<CataloguedRun> Runs)
{
    /// <summary>The environment.</summary>
    public string Environment => Runs[0].Record.Environment;

    /// <summary>The agent.</summary>
    public string Agent => Runs[0].Record.Agent;

    /// <summary>Whether a name on the command line means it: its label, its agent, its experiment, or its folder's beginning.</summary>
    public bool IsCalled(string name) =>
        string.Equals(Label, name, StringComparison.Ordinal)
        || string.Equals(Agent, name, StringComparison.Ordinal)
        || string.Equals(Runs[0].Record.Experiment, name, StringComparison.Ordinal)
        || Path.GetFileName(Path.TrimEndingDirectorySeparator(name)) is { Length: > 0 } folder
            && Runs[0].GroupFolder.StartsWith(folder, StringComparison.Ordinal)
        || name.Length >= LeastOfHash && Runs[0].Record.Hash.StartsWith(name, StringComparison.Ordinal);

    private const int LeastOfHash = 4;

    /// <summary>Groups runs by their configuration, in the order of their first runs.</summary>
    public static ImmutableArray<ConfigurationRuns> Of(IEnumerable<CataloguedRun> runs)
    {
        CataloguedRun[][] groups =
        [
            .. runs.GroupBy(run => run.Key, StringComparer.Ordinal).Select(group => group.ToArray()),
        ];
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var task in groups.GroupBy(group => group[0].Record.Environment, StringComparer.Ordinal))
        {
            CataloguedRun[] firsts = [.. task.Select(group => group[0])];
            foreach (var (run, label) in firsts.Zip(ConfigurationLabels.Of(firsts)))
            {
                labels[run.Key] = label;
            }
        }

        return [.. groups.Select(group => new ConfigurationRuns(labels[group[0].Key], [.. group]))];
    }
}
