using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Studies.Memory;

/// <summary>Runs that differ by their seeds alone.</summary>
/// <param name="Steps">The environment steps of a run.</param>
public sealed record MemoryGroup(MemoryTask Task, MemoryLearner Learner, long Steps)
{
    /// <summary>Its name in progress.</summary>
    public string Name => $"{Task.Name} {Learner.Name}";

    /// <summary>What is played.</summary>
    public AgentPlan Plan()
    {
        List<(string Path, JsonNode? Value)> settings =
        [
            .. Task.Options.Select(option =>
                ($"environment.options.{option.Path}", (JsonNode?)option.Value.DeepClone())
            ),
            ("budget.steps", Steps),
            ("evaluation.episodes", Task.Evaluation),
            .. Learner.Settings.Select(setting => (setting.Path, setting.Value?.DeepClone())),
        ];
        return AgentPlan.Of(ExperimentFile.Of(Learner.Agent, Task.Environment, settings).AgentConfiguration);
    }
}
