using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Configurations;
using Hebb.Environments;
using Hebb.Policies;
using Hebb.Settings;

namespace Hebb.Lab.Configurations;

/// <summary>
/// All that the run of an agent depends on but its seed, with every setting: the agent, where it learns, for how long, and what is
/// measured. It does not change.
/// </summary>
public sealed class AgentConfiguration : RunConfiguration
{
    internal AgentConfiguration(
        CatalogueSet catalogues,
        string name,
        AgentEntry agent,
        ISettings settings,
        EnvironmentSettings environment,
        BudgetSettings budget,
        EvaluationSettings evaluation,
        bool diagnostics,
        JsonObject json
    )
        : base(catalogues, name, json, ConfigurationJson.Hashed(json, environment.Entry, new SettingsFile(catalogues)))
    {
        Agent = agent;
        Settings = settings;
        Environment = environment;
        Budget = budget;
        Evaluation = evaluation;
        Diagnostics = diagnostics;
    }

    /// <summary>The agent.</summary>
    public AgentEntry Agent { get; }

    /// <summary>What the agent is made of; of the type that <see cref="AgentEntry.Settings"/> says.</summary>
    public ISettings Settings { get; }

    /// <summary>Where it learns.</summary>
    public EnvironmentSettings Environment { get; }

    /// <summary>For how long.</summary>
    public BudgetSettings Budget { get; }

    /// <inheritdoc/>
    public override string Length =>
        Steps is { } steps
            ? FormattableString.Invariant($"{steps} steps")
            : FormattableString.Invariant($"{Episodes} episodes");

    /// <summary>The environment steps of a run; null where its budget is one of episodes.</summary>
    public long? Steps => Budget.Steps;

    /// <summary>The episodes of a run; null where its budget is one of steps.</summary>
    public long? Episodes => Budget.Episodes;

    /// <summary>The environment steps with which schedules end; a run of episodes may be over sooner.</summary>
    public long ScheduleSteps => Budget.ScheduleSteps(Environment.StepLimit);

    /// <summary>What the agent plays greedily.</summary>
    public EvaluationSettings Evaluation { get; }

    /// <summary>Whether the agent measures what costs time.</summary>
    public bool Diagnostics { get; }

    /// <summary>Makes one environment, as the agent observes it.</summary>
    public IEnvironment CreateEnvironment() => Environment.Create();

    /// <summary>Makes the agent at its start.</summary>
    public IParallelAgent CreateAgent(ulong seed) => Agent.Settings!.Create(Task(seed), Settings);

    /// <summary>What the agent of a seed is made of.</summary>
    public AgentDefinition Definition(ulong seed) =>
        AgentDefinition.Of(Catalogues, Agent, Settings, Task(seed), Environment.Scaling);

    /// <summary>The seed of the first environment of a run; see <see cref="TrainingLoop"/>.</summary>
    public ulong EnvironmentSeed(ulong seed) =>
        Environment.Seeding is EnvironmentSeeding.Run ? seed : RandomStreams.Environments(seed);

    /// <summary>What an agent is made for.</summary>
    public AgentTask Task(ulong seed) =>
        new(CreateEnvironment().Specification, ScheduleSteps, seed) { Diagnoses = Diagnostics };
}
