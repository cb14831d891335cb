using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Logs.Files;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Training;

/// <summary>Plans that are played from every seed, each run in a folder of its own.</summary>
public sealed class TrainingExperiment
{
    private readonly ImmutableArray<AgentPlan> _plans;
    private readonly ImmutableArray<ulong> _seeds;
    private readonly Func<AgentPlan, ulong, string> _folderOf;
    private readonly TrainedRun?[][] _runs;
    private readonly List<string> _failures = [];
    private readonly Lock _failing = new();

    /// <summary>Prepares the runs of a directory, <c>runs/ENVIRONMENT/AGENT/seed-N</c>, and finds out which of them are already done.</summary>
    /// <param name="directory">Where they are kept, with their configuration.</param>
    /// <param name="catalogue">Where the agents named by the configuration are found.</param>
    /// <exception cref="ArgumentException">An agent of the configuration is not in the catalogue.</exception>
    /// <exception cref="RecordException">A finished run cannot be read, or one that is not is being played.</exception>
    public TrainingExperiment(ConfiguredDirectory<TrainingConfiguration> directory, IReadOnlyList<AgentEntry> catalogue)
        : this(
            Plans(directory, catalogue),
            SeedSet.Parse(directory.Configuration.Seeds).Values,
            (plan, seed) => directory.PathOf("runs", plan.Environment, plan.Agent.Name, RunFolder.NameOf(seed))
        ) { }

    /// <summary>Prepares runs and finds out which of them are already done.</summary>
    /// <param name="plans">What is played from every seed.</param>
    /// <param name="folderOf">The folder of a run.</param>
    /// <param name="nameOf">What progress calls the runs of a plan; null for the agent's name, with the environment's where it takes both.</param>
    /// <exception cref="RecordException">A finished run cannot be read, or one that is not is being played.</exception>
    public TrainingExperiment(
        ImmutableArray<AgentPlan> plans,
        ImmutableArray<ulong> seeds,
        Func<AgentPlan, ulong, string> folderOf,
        Func<AgentPlan, string>? nameOf = null
    )
    {
        ArgumentNullException.ThrowIfNull(folderOf);
        _plans = plans;
        _seeds = seeds;
        _folderOf = folderOf;
        Progress =
        [
            .. plans.Select(plan => new GroupProgress(
                nameOf?.Invoke(plan) ?? NameOf(plan, plans),
                seeds.Length,
                plan.Budget.Amount
            )),
        ];
        _runs = [.. plans.Select((plan, place) => Restore(plan, Progress[place]))];
        RequireFree();
    }

    /// <summary>Whether the runs of the last plan are begun first: what takes longest had best not come last.</summary>
    public bool BeginsWithLast { get; init; }

    /// <summary>The progress of the runs of each plan, in their order; may be read while they run.</summary>
    public IReadOnlyList<GroupProgress> Progress { get; }

    /// <summary>How many runs there are.</summary>
    public int RunCount => _plans.Length * _seeds.Length;

    /// <summary>How many of them are finished and kept.</summary>
    public int FinishedCount => _runs.Sum(runs => runs.Count(run => run is not null));

    /// <summary>The progress of all runs.</summary>
    /// <param name="group">What runs that differ by their seeds alone are of.</param>
    /// <param name="unit">What their work is counted in, in the plural.</param>
    public WorkProgress ProgressOf(string group, string unit) =>
        new WorkProgress.OfRuns(group, unit, Progress, RunCount, () => FinishedCount);

    /// <summary>Plays the runs that are not finished yet, each from where it was left; all that comes of them is kept.</summary>
    /// <param name="cancellation">Stops between two steps; what was played is kept.</param>
    /// <returns>The runs of each plan that are finished, in the order of the plans and of the seeds.</returns>
    /// <exception cref="OperationCanceledException">The runs were cancelled.</exception>
    /// <exception cref="RecordException">The folder of a run is in use, or holds something that cannot be gone on with.</exception>
    public IReadOnlyList<ImmutableArray<TrainedRun>> Play(RunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        RunScheduler.Execute(
            Unfinished(),
            OpenFiles.JobsOf(options.Jobs),
            (place, stop) => Play(place, options.CheckpointInterval, stop),
            cancellation
        );
        return [.. _runs.Select(runs => runs.OfType<TrainedRun>().ToImmutableArray())];
    }

    /// <summary>The same, summed up.</summary>
    /// <param name="cancellation">Stops between two steps; what was played is kept.</param>
    /// <returns>What came of each plan, in their order.</returns>
    /// <exception cref="OperationCanceledException">The runs were cancelled.</exception>
    /// <exception cref="RecordException">The folder of a run is in use, or holds something that cannot be gone on with.</exception>
    /// <exception cref="RunFailedException">Runs failed; the others are kept.</exception>
    public IReadOnlyList<TrainingSummary> Run(RunOptions options, CancellationToken cancellation = default)
    {
        var runs = Play(options, cancellation);
        return _failures.Count == 0
            ? [.. _plans.Zip(runs, (plan, ofPlan) => TrainingSummary.Of(plan, ofPlan))]
            : throw new RunFailedException(
                $"{_failures[0]}{(_failures.Count > 1 ? $" (and {_failures.Count - 1} more)" : "")}"
            );
    }

    private TrainedRun?[] Restore(AgentPlan plan, GroupProgress progress)
    {
        TrainedRun?[] runs = [.. _seeds.Select(seed => RunFolder.Read(_folderOf(plan, seed), plan.Identity(seed)))];
        foreach (TrainedRun run in runs.OfType<TrainedRun>())
        {
            progress.RunRestored([.. run.Episodes.Select(episode => episode.Return)]);
        }

        return runs;
    }

    private List<(int Plan, int Seed)> Unfinished() =>
        [
            .. from place in Enumerable.Range(0, _plans.Length)
            let plan = BeginsWithLast ? _plans.Length - 1 - place : place
            from seed in Enumerable.Range(0, _seeds.Length)
            where _runs[plan][seed] is null
            select (plan, seed),
        ];

    // Found out before anything is played, rather than when its turn comes.
    private void RequireFree()
    {
        foreach ((var plan, var seed) in Unfinished())
        {
            DirectoryLock.RequireFree(_folderOf(_plans[plan], _seeds[seed]));
        }
    }

    private void Play((int Plan, int Seed) place, TimeSpan interval, CancellationToken cancellation)
    {
        AgentPlan plan = _plans[place.Plan];
        var seed = _seeds[place.Seed];
        var folder = _folderOf(plan, seed);
        GroupProgress progress = Progress[place.Plan];
        try
        {
            RunRecord record = RunPlayer.Play(
                plan,
                seed,
                folder,
                interval,
                progress.RunStarted(),
                until: null,
                cancellation
            );
            _runs[place.Plan][place.Seed] = RunFolder.Read(folder, record);
        }
        catch (RunFailedException exception)
        {
            lock (_failing)
            {
                _failures.Add(exception.Message);
            }
        }

        progress.RunFinished();
    }

    private static ImmutableArray<AgentPlan> Plans(
        ConfiguredDirectory<TrainingConfiguration> directory,
        IReadOnlyList<AgentEntry> catalogue
    )
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(catalogue);
        TrainingConfiguration configuration = directory.Configuration;
        return [.. configuration.Groups.Select(group => PlanOf(Find(catalogue, group.Agent), group, configuration))];
    }

    // Of an agent of the catalogue a file can say all; others are known to the program alone.
    private static AgentPlan PlanOf(AgentEntry agent, RunGroup group, TrainingConfiguration configuration) =>
        CatalogueSet.Standard.Agents.Contains(agent)
            ? AgentPlan.Of(
                ExperimentFile
                    .Of(
                        agent.Name,
                        group.Environment,
                        [
                            ("budget.steps", group.Steps),
                            ("evaluation.episodes", configuration.Evaluation),
                            ("diagnostics", configuration.Diagnostics),
                        ]
                    )
                    .AgentConfiguration
            )
            : new AgentPlan(
                agent,
                CatalogueSet.Standard.Environments.Find(group.Environment),
                RunBudget.OfSteps(group.Steps)
            )
            {
                Experiment = configuration.Experiment,
                Evaluation = configuration.Evaluation,
                Diagnostics = configuration.Diagnostics,
            };

    private static string NameOf(AgentPlan plan, ImmutableArray<AgentPlan> plans) =>
        plans.All(other => string.Equals(other.Environment, plan.Environment, StringComparison.Ordinal))
            ? plan.Agent.Name
            : $"{plan.Agent.Name} {plan.Environment}";

    private static AgentEntry Find(IReadOnlyList<AgentEntry> catalogue, string name) =>
        catalogue.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"There is no agent '{name}' in the catalogue.", nameof(catalogue));
}
