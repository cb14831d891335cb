using Hebb.Agents.Approximators;
using Hebb.Agents.Settings;
using Hebb.Environments.OpenLock;

namespace Hebb.Agents.Reward;

/// <summary>What a reward agent of the catalogue was found to learn an environment with.</summary>
/// <param name="Options">Its rates.</param>
/// <param name="Network">Its network and temperature.</param>
/// <param name="Restart">
/// How parameters are drawn anew until a reward is first a surprise (<see cref="RewardAgent"/>); null where they are not.
/// </param>
public sealed record RewardSettings(
    [property: SettingsPart("")] RewardOptions Options,
    FreeEnergyOptions Network,
    FreeEnergyOptions? Restart
)
{
    private const string Acrobot = "Acrobot-v1";
    private const string MountainCar = "MountainCar-v0";

    /// <summary>The settings for a task; environments that have none of their own get those of CartPole.</summary>
    /// <param name="task">The task.</param>
    public static RewardSettings For(AgentTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var start = new FreeEnergyOptions();
        var isMountainCar = string.Equals(task.Environment.Name, MountainCar, StringComparison.Ordinal);

        // Policies that are tried for an episode each must differ more than those that learning starts from, and the further
        // from chance the way to the end is, the more.
        return new(Rates(task), start, start with { ActionBound = isMountainCar ? 1 : 0.3 });
    }

    private static RewardOptions Rates(AgentTask task) =>
        task.Environment.Name switch
        {
            // Where steps cost, what led to the end lies further back: longer traces, and smaller steps along them.
            Acrobot => new RewardOptions
            {
                LearningRate = 0.002,
                TraceDecay = 0.995,
                AnnealingSteps = task.Steps,
            },
            MountainCar => new RewardOptions { LearningRate = 0.003, TraceDecay = 0.99 },

            // Solutions are three actions long, and all of them are to be found: without the bonus a run seldom recovers from new rooms.
            var name when OpenLockEnvironments.Include(name) => new RewardOptions
            {
                LearningRate = 6e-4,
                TraceDecay = 0.7,
                EntropyBonus = 0.6,
            },
            _ => new RewardOptions { AnnealingSteps = task.Steps },
        };
}
