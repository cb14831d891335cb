using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;
using Hebb.Report;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>The report's Figure 4, over seeds: every method plays CartPole-v0 from every seed.</summary>
public sealed class ReportExperiment
{
    /// <summary>The experiment's name in its configuration.</summary>
    public const string Name = "figure4";

    private const string File = "figure4.json";
    private const string AgentPath = "agent.name";

    private readonly TrainingExperiment _runs;

    /// <summary>Prepares the experiment and finds out what of it is already done.</summary>
    /// <param name="directory">Where its runs are, with its configuration.</param>
    /// <param name="catalogue">Where the methods named by the configuration are found.</param>
    /// <exception cref="ArgumentException">A method of the configuration is not in the catalogue.</exception>
    /// <exception cref="RecordException">A finished run cannot be read.</exception>
    public ReportExperiment(ExperimentDirectory directory, IReadOnlyList<ReportMethod> catalogue)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(catalogue);
        ExperimentConfiguration configuration = directory.Configuration;
        Methods = [.. configuration.Methods.Select(name => Find(catalogue, name))];
        (AgentPlan Plan, string Method)[] plans =
        [
            .. Methods.Select(method => (PlanOf(method, configuration.Episodes), method.Name)),
        ];
        string NameOf(AgentPlan plan) => Array.Find(plans, known => ReferenceEquals(known.Plan, plan)).Method;
        _runs = new TrainingExperiment(
            [.. plans.Select(known => known.Plan)],
            [.. Enumerable.Range(0, configuration.Seeds).Select(place => configuration.FirstSeed + (ulong)place)],
            (plan, seed) => directory.FolderOf(NameOf(plan), seed),
            NameOf
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

    /// <summary>Plays the runs that are not finished yet, each from where it was left; all that comes of them is kept.</summary>
    /// <param name="options">How they are played. It changes no result.</param>
    /// <param name="cancellation">Stops between two steps; what was played is kept.</param>
    /// <returns>The runs of each method, in the order of the configuration and of their seeds.</returns>
    /// <exception cref="OperationCanceledException">The experiment was cancelled.</exception>
    /// <exception cref="RunFailedException">Runs failed; the others are kept.</exception>
    public IReadOnlyList<IReadOnlyList<RunRecord>> Run(RunOptions options, CancellationToken cancellation = default) =>
        [
            .. _runs
                .Run(options, cancellation)
                .Zip(
                    Methods,
                    (summary, method) => summary.Runs.Select(run => RunRecord.Of(method.Name, run)).ToArray()
                ),
        ];

    // As the experiment's file describes it; what is in no catalogue, in the same environment.
    private static AgentPlan PlanOf(ReportMethod method, long episodes)
    {
        var experiment = ExperimentFile.Own(File, [("budget.episodes", episodes)]);
        AgentEntry? agent = ReportMethods.AgentOf(method) is { } name ? CatalogueSet.Standard.Agents.Find(name) : null;
        return agent is not null
            ? AgentPlan.Of((AgentConfiguration)experiment.Resolve([(AgentPath, agent.Name)]))
            : AgentPlan.Of(experiment.AgentConfiguration) with
            {
                Agent = new AgentEntry(method.Name, method.Title, method.Rule, task => Create(method, task)),
                CreateAgent = task => Create(method, task),
                Configuration = null,
                Hash = "",
            };
    }

    private static OneEnvironmentAgent Create(ReportMethod method, AgentTask task) => new(method.Create(task.Seed));

    private static ReportMethod Find(IReadOnlyList<ReportMethod> catalogue, string name) =>
        catalogue.FirstOrDefault(method => string.Equals(method.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"There is no method '{name}' in the catalogue.", nameof(catalogue));
}
