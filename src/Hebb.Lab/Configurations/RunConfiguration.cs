using System.Text.Json.Nodes;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Lab.Configurations.Settings;
using Hebb.Lab.Records;

namespace Hebb.Lab.Configurations;

/// <summary>
/// All that a run depends on but its seed, with every setting: an agent, where it learns, for how long, and what is measured.
/// It does not change.
/// </summary>
public sealed class RunConfiguration
{
    private readonly JsonObject _json;

    internal RunConfiguration(
        CatalogueSet catalogues,
        string name,
        AgentEntry agent,
        object settings,
        EnvironmentSettings environment,
        BudgetSettings budget,
        EvaluationSettings evaluation,
        bool diagnostics
    )
    {
        Catalogues = catalogues;
        Name = name;
        Agent = agent;
        Settings = settings;
        Environment = environment;
        Budget = budget;
        Evaluation = evaluation;
        Diagnostics = diagnostics;
        _json = ConfigurationJson.Of(this);
        Hash = ConfigurationHash.Of(ConfigurationJson.Hashed(this));
    }

    /// <summary>What its names mean.</summary>
    public CatalogueSet Catalogues { get; }

    /// <summary>The name of its runs; fit for a folder.</summary>
    public string Name { get; }

    /// <summary>
    /// The first 12 hexadecimal digits of the SHA-256 of its JSON without the name and without options of the environment that are as
    /// usual: equal where all settings are equal.
    /// </summary>
    public string Hash { get; }

    /// <summary>The name of the folder of its runs.</summary>
    public string FolderName => $"{Name}-{Hash}";

    /// <summary>All of it as JSON, always in the same order; a copy that may be changed.</summary>
    public JsonObject Json => (JsonObject)_json.DeepClone();

    /// <summary>The agent.</summary>
    public AgentEntry Agent { get; }

    /// <summary>What the agent is made of; of the type that <see cref="AgentEntry.Settings"/> says.</summary>
    public object Settings { get; }

    /// <summary>Where it learns.</summary>
    public EnvironmentSettings Environment { get; }

    /// <summary>For how long.</summary>
    public BudgetSettings Budget { get; }

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
    /// <param name="seed">The seed of the run.</param>
    public IParallelAgent CreateAgent(ulong seed) => Agent.Settings!.Create(Task(seed), Settings);

    /// <summary>The seed of the first environment of a run; see <see cref="TrainingLoop"/>.</summary>
    /// <param name="seed">The seed of the run.</param>
    public ulong EnvironmentSeed(ulong seed) =>
        Environment.Seeding is EnvironmentSeeding.Run ? seed : RandomStreams.Environments(seed);

    /// <summary>What an agent is made for.</summary>
    /// <param name="seed">The seed of the run.</param>
    public AgentTask Task(ulong seed) =>
        new(CreateEnvironment().Specification, ScheduleSteps, seed) { Diagnoses = Diagnostics };

    /// <summary>Reads a configuration, such as that in a <c>run.json</c>; what it leaves out is as tuned.</summary>
    /// <param name="json">The configuration.</param>
    /// <param name="catalogues">What its names mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="RecordException">It is none; the message is a line that names the setting.</exception>
    public static RunConfiguration Read(JsonObject json, CatalogueSet? catalogues = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return new ConfigurationReader(catalogues ?? CatalogueSet.Standard).Read(json, []);
        }
        catch (SettingException exception)
        {
            throw new RecordException($"configuration: {exception.Message}", exception);
        }
    }
}
