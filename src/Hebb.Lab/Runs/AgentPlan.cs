using Hebb.Agents;
using Hebb.Environments;
using Hebb.Lab.Configurations;
using Hebb.Lab.Runs.Progress;
using Hebb.Lab.Summaries;
using Hebb.Policies;

namespace Hebb.Lab.Runs;

/// <summary>Everything that a run of an agent in an environment depends on but its seed, ready to be played.</summary>
public sealed record AgentPlan : RunPlan
{
    /// <summary>A plan of an agent as it is made by the catalogue.</summary>
    /// <param name="budget">How long it learns.</param>
    public AgentPlan(AgentEntry agent, EnvironmentEntry environment, RunBudget budget)
    {
        ArgumentNullException.ThrowIfNull(agent);
        Agent = agent;
        ArgumentNullException.ThrowIfNull(environment);
        Place = environment;
        Budget = budget;
        Experiment = agent.Name;
        CreateEnvironment = () => agent.CreateEnvironment(environment);
        CreateAgent = agent.Create;
    }

    /// <summary>The agent.</summary>
    public AgentEntry Agent { get; init; }

    /// <inheritdoc/>
    public override string Environment => Place.Name;

    /// <summary>Where it learns.</summary>
    public EnvironmentEntry Place { get; init; }

    /// <inheritdoc/>
    public override RunBudget Budget { get; init; }

    /// <inheritdoc/>
    public override string Learner => Agent.Name;

    /// <inheritdoc/>
    public override string ScoreText => $"the mean return of the last {Criteria.Window} training episodes";

    /// <summary>Makes an environment, as the agent observes it.</summary>
    public Func<IEnvironment> CreateEnvironment { get; init; }

    /// <summary>Makes the agent.</summary>
    public Func<AgentTask, IParallelAgent> CreateAgent { get; init; }

    /// <summary>The seed of the first environment of a run.</summary>
    public Func<ulong, ulong> EnvironmentSeed { get; init; } = RandomStreams.Environments;

    /// <summary>How many episodes are played greedily at each evaluation; 0 for none.</summary>
    public int Evaluation { get; init; }

    /// <summary>The environment steps from one evaluation to the next; 0 for one at the end alone.</summary>
    public long EvaluationPeriod { get; init; }

    // What the agent of a seed is made of.
    private Func<ulong, AgentDefinition>? Definition { get; init; }

    /// <summary>What a configuration plays.</summary>
    public static AgentPlan Of(AgentConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new AgentPlan(
            configuration.Agent,
            configuration.Environment.Entry,
            configuration.Steps is { } steps
                ? RunBudget.OfSteps(steps)
                : RunBudget.OfEpisodes(configuration.Episodes!.Value)
        )
        {
            Experiment = configuration.Name,
            Hash = configuration.Hash,
            Configuration = configuration.Json,
            CreateEnvironment = configuration.CreateEnvironment,
            CreateAgent = task => configuration.Agent.Settings!.Create(task, configuration.Settings),
            EnvironmentSeed = configuration.EnvironmentSeed,
            Evaluation = configuration.Evaluation.Episodes,
            EvaluationPeriod = configuration.Evaluation.Every,
            Diagnostics = configuration.Diagnostics,
            Definition = configuration.Definition,
        };
    }

    /// <summary>What the agent of a run is made for.</summary>
    /// <param name="specification">The environment, as the agent observes it.</param>
    public AgentTask Task(EnvironmentSpecification specification, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(specification);

        // Schedules go by steps: where episodes are counted, by those that the longest would take.
        var steps = Budget.Steps ?? checked(Budget.Amount * (specification.StepLimit ?? 1));
        return new AgentTask(specification, steps, seed) { Diagnoses = Diagnostics };
    }

    /// <inheritdoc/>
    public override double? ScoreOf(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Last100;
    }

    /// <inheritdoc/>
    public override double ScoreAt(string folder, RunRecord record, long amount)
    {
        var episodes = RunFolder.Read(folder, record).Episodes;
        var last = (
            Budget.Steps.HasValue
                ? episodes.TakeWhile(episode => episode.EnvironmentSteps <= amount)
                : episodes.Take((int)amount)
        ).TakeLast(Criteria.Window);
        return last.Select(episode => episode.Return).DefaultIfEmpty(double.NegativeInfinity).Average();
    }

    /// <inheritdoc/>
    internal override string? DescribeAgent(ulong seed) =>
        Definition?.Invoke(seed).Describe(ActiveRun.AgentPath, isWhole: true);

    /// <inheritdoc/>
    internal override IPlayedRun Start(ulong seed, string folder, LearningClock clock, RunProgress progress) =>
        new AgentRun(this, seed, folder, clock, progress);
}
