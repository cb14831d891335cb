using Hebb.Agents;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;

namespace Hebb.Lab.Experiments;

/// <summary>The report's Figure 4, over seeds: every method plays CartPole-v0 from every seed.</summary>
public sealed class ReportExperiment
{
    /// <summary>The experiment's name in its configuration.</summary>
    public const string Name = "figure4";

    private readonly TrainingExperiment _runs;

    /// <summary>Prepares the experiment and finds out what of it is already done.</summary>
    /// <param name="directory">Where its runs are, with its configuration.</param>
    /// <param name="catalogue">Where the methods named by the configuration are found.</param>
    /// <param name="planOf">What a method plays; null for what <see cref="PlanOf"/> says.</param>
    /// <exception cref="ArgumentException">A method of the configuration is not in the catalogue.</exception>
    /// <exception cref="RecordException">A finished run cannot be read.</exception>
    public ReportExperiment(
        ExperimentDirectory directory,
        IReadOnlyList<ReportMethod> catalogue,
        Func<ReportMethod, RunPlan>? planOf = null
    )
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(catalogue);
        ExperimentConfiguration configuration = directory.Configuration;
        Methods = [.. configuration.Methods.Select(name => Find(catalogue, name))];
        _runs = new TrainingExperiment(
            [.. Methods.Select(planOf ?? (method => PlanOf(method, configuration.Episodes)))],
            [.. Enumerable.Range(0, configuration.Seeds).Select(place => configuration.FirstSeed + (ulong)place)],
            (plan, seed) => directory.FolderOf(plan.Agent.Name, seed)
        )
        {
            // The catalogue ends with the slow methods. Begun first, they keep no thread waiting at the end.
            BeginsWithLast = true,
        };
    }

    /// <summary>The methods, in the order of the configuration.</summary>
    public IReadOnlyList<ReportMethod> Methods { get; }

    /// <summary>How far each method has come, in the order of the configuration; may be read while they run.</summary>
    public IReadOnlyList<GroupProgress> Progress => _runs.Progress;

    /// <summary>How many runs the experiment has.</summary>
    public int RunCount => _runs.RunCount;

    /// <summary>How many of them are finished and kept.</summary>
    public int FinishedCount => _runs.FinishedCount;

    /// <summary>A method as a run plays it: in CartPole-v0 as it is, whose generator takes the seed of the run.</summary>
    /// <param name="method">The method.</param>
    /// <param name="episodes">How many episodes; at least 1.</param>
    public static RunPlan PlanOf(ReportMethod method, long episodes)
    {
        ArgumentNullException.ThrowIfNull(method);
        return new RunPlan(
            new AgentEntry(
                method.Name,
                method.Title,
                method.Rule,
                task => new OneEnvironmentAgent(method.Create(task.Seed))
            )
            {
                ObservesRaw = true,
            },
            "CartPole-v0",
            RunBudget.OfEpisodes(episodes)
        )
        {
            Experiment = Name,
            EnvironmentSeed = seed => seed,
        };
    }

    /// <summary>Plays the runs that are not finished yet, each from where it was left; all that comes of them is kept.</summary>
    /// <param name="options">How they are played. It changes no result.</param>
    /// <param name="cancellation">Stops between two steps; what was played is kept.</param>
    /// <returns>The runs of each method, in the order of the configuration and of their seeds.</returns>
    /// <exception cref="OperationCanceledException">The experiment was cancelled.</exception>
    /// <exception cref="RunFailedException">Runs failed; the others are kept.</exception>
    public IReadOnlyList<IReadOnlyList<RunRecord>> Run(RunOptions options, CancellationToken cancellation = default) =>
        [.. _runs.Run(options, cancellation).Select(summary => summary.Runs.Select(RunRecord.Of).ToArray())];

    private static ReportMethod Find(IReadOnlyList<ReportMethod> catalogue, string name) =>
        catalogue.FirstOrDefault(method => string.Equals(method.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"There is no method '{name}' in the catalogue.", nameof(catalogue));
}
