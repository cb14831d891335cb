using Hebb.Agents.Approximators;
using Hebb.Environments.OpenLock;
using Hebb.Memory;
using Hebb.Settings;

namespace Hebb.Agents.Reward;

/// <summary>What a reward agent of the catalogue was found to learn an environment with.</summary>
/// <param name="Options">Its rates.</param>
/// <param name="Policy">Its network and temperature, and how it settles.</param>
/// <param name="Restart">
/// How parameters are redrawn until the first TD error other than 0 (<see cref="RewardAgent"/>); null where they are not.
/// </param>
public sealed record RewardSettings(
    [property: SettingsPart("")] RewardOptions Options,
    [property: SettingsPart("")] FreeEnergyOptions Policy,
    FreeEnergyStart? Restart
) : ISettings
{
    /// <summary>Memories that it observes beside what the environment shows; null for none. They are not learned.</summary>
    public MemorySettings? Memory { get; init; }

    /// <summary>What it was found to learn with; environments that are not in the table get the settings of CartPole.</summary>
    public static TunedSettings<RewardSettings> Tuned { get; } =
        new(task => Of(new RewardOptions { AnnealingSteps = task.Steps }))
        {
            // Where steps cost, what led to the end lies further back: longer traces, and smaller steps along them.
            {
                "Acrobot-v1",
                task =>
                    Of(
                        new RewardOptions
                        {
                            LearningRate = 0.002,
                            TraceDecay = 0.995,
                            AnnealingSteps = task.Steps,
                        }
                    )
            },
            { "MountainCar-v0", Of(new RewardOptions { LearningRate = 0.003, TraceDecay = 0.99 }, restartBound: 1) },
            // Solutions are three actions long, and all of them are to be found: without the bonus a run seldom recovers from new rooms.
            {
                OpenLockEnvironments.Family,
                Of(
                    new RewardOptions
                    {
                        LearningRate = 6e-4,
                        TraceDecay = 0.7,
                        EntropyBonus = 0.6,
                    }
                )
            },
        };

    // Policies that are tried for an episode each must differ more than those that learning starts from, and the further
    // from chance the way to the end is, the more.
    private static RewardSettings Of(RewardOptions options, double restartBound = 0.3) =>
        new(options, new FreeEnergyOptions(), new FreeEnergyStart { ActionBound = restartBound });
}
