using System.Text.Json.Nodes;
using Hebb.Agents;
using Hebb.Environments;
using Hebb.Lab.Configurations;
using Hebb.Lab.Records;

namespace Hebb.Lab.Runs;

/// <summary>Everything that a run depends on but its seed, ready to be played.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Place">The environment.</param>
/// <param name="Budget">How long it learns.</param>
public sealed record RunPlan(AgentEntry Agent, EnvironmentEntry Place, RunBudget Budget)
{
    /// <summary>The name of the environment.</summary>
    public string Environment => Place.Name;

    /// <summary>The name of the experiment that it belongs to.</summary>
    public string Experiment { get; init; } = Agent.Name;

    /// <summary>The hash of the configuration; empty where no file can describe it.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The configuration with every setting; null where no file can describe it.</summary>
    public JsonObject? Configuration { get; init; }

    /// <summary>Makes an environment, as the agent observes it.</summary>
    public Func<IEnvironment> CreateEnvironment { get; init; } = () => Agent.CreateEnvironment(Place);

    /// <summary>Makes the agent.</summary>
    public Func<AgentTask, IParallelAgent> CreateAgent { get; init; } = Agent.Create;

    /// <summary>The seed of the first environment of a run.</summary>
    public Func<ulong, ulong> EnvironmentSeed { get; init; } = RandomStreams.Environments;

    /// <summary>How many episodes are played greedily at each evaluation; 0 for none.</summary>
    public int Evaluation { get; init; }

    /// <summary>The environment steps from one evaluation to the next; 0 for one at the end alone.</summary>
    public long EvaluationPeriod { get; init; }

    /// <summary>Whether the agent measures what costs time.</summary>
    public bool Diagnostics { get; init; }

    /// <summary>Runs that differ by their seeds alone.</summary>
    public RunGroup Group => new(Agent.Name, Environment, Budget.Steps ?? 0);

    /// <summary>What a configuration plays.</summary>
    /// <param name="configuration">The configuration.</param>
    public static RunPlan Of(RunConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new RunPlan(
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
        };
    }

    /// <summary>Which run a seed makes of it.</summary>
    /// <param name="seed">The seed.</param>
    public RunIdentity Identity(ulong seed) =>
        new(Agent.Name, Environment, Hash, Budget.Steps, Budget.Episodes, seed, Diagnostics);

    /// <summary>What the agent of a run is made for.</summary>
    /// <param name="specification">The environment, as the agent observes it.</param>
    /// <param name="seed">The seed of the run.</param>
    public AgentTask Task(EnvironmentSpecification specification, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(specification);

        // Schedules go by steps: where episodes are counted, by those that the longest would take.
        var steps = Budget.Steps ?? checked(Budget.Amount * (specification.StepLimit ?? 1));
        return new AgentTask(specification, steps, seed) { Diagnoses = Diagnostics };
    }
}
