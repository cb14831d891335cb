using Hebb.Agents;
using Hebb.Lab.Training;

namespace Hebb.Cli.Training;

/// <summary>The arguments of <c>hebb train</c>, checked.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Environment">The name of the environment.</param>
/// <param name="Seeds">The seeds.</param>
/// <param name="Steps">The environment steps of a run.</param>
/// <param name="Jobs">Runs at a time.</param>
/// <param name="Evaluation">Greedy episodes after the learning; 0 for none.</param>
/// <param name="Diagnostics">Whether agents measure what costs time.</param>
/// <param name="Out">Where the results go.</param>
internal sealed record TrainOptions(
    AgentEntry Agent,
    string Environment,
    SeedSet Seeds,
    long Steps,
    int Jobs,
    int Evaluation,
    bool Diagnostics,
    string Out
)
{
    /// <summary>What the results depend on.</summary>
    public TrainingConfiguration Configuration =>
        new(
            TrainingConfiguration.CurrentFormatVersion,
            TrainingConfiguration.OneAgent,
            [new RunGroup(Agent.Name, Environment, Steps)],
            Seeds.ToString(),
            Evaluation,
            Diagnostics
        );

    /// <summary>The command line that gives these results anew, however many runs went at a time.</summary>
    public string CommandLine =>
        $"hebb train {Agent.Name} --env {Environment} --seeds {Seeds} --steps {Steps} --evaluate {Evaluation}"
        + $"{(Diagnostics ? " --diagnostics" : "")} --out {OutOption.Quoted(Out)}";
}
