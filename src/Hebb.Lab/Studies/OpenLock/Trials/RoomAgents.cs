using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Studies.OpenLock.Trials;

/// <summary>The agents of the catalogue that play rooms in the study, and how.</summary>
internal static class RoomAgents
{
    /// <summary>Their names, a backprop twin below the agents that it is the twin of.</summary>
    public static ImmutableArray<string> Names { get; } =
    ["ppo-ep", "policy-ep", "ppo", "reward-ep", "reward", "dqn-ep", "dqn", "random"];

    /// <summary>What a run is: as the agent is tuned for the rooms, an episode a trial.</summary>
    public static AgentPlan PlanOf(string agent, RoomProtocol protocol, RoomCondition condition)
    {
        List<(string Path, JsonNode? Value)> settings =
        [
            ("environment.options.episode", "trial"),
            ("environment.options.attemptLimit", protocol.AttemptLimit),
            ("environment.options.observesStep", true),
            ("environment.options.observesAction", true),
            ("environment.options.observesFound", true),
            ("budget.episodes", protocol.Trials(condition)),
            ("evaluation.episodes", 0),
        ];
        if (condition.Training is not null)
        {
            settings.Add(("environment.options.trainingTrials", protocol.TrainingTrials(condition)));
        }

        return AgentPlan.Of(ExperimentFile.Of(agent, condition.Environment, settings).AgentConfiguration);
    }
}
