using Hebb.Agents.Approximators;
using Hebb.Agents.Ppo;
using Hebb.Environments.OpenLock;
using Hebb.Learning.Contrastive;
using Hebb.Memory;
using Hebb.Optimizers;
using Hebb.Relaxation;
using Hebb.Settings;

namespace Hebb.Agents.FreeEnergy;

/// <summary>
/// What PPO with a policy of free energies was found to learn with; the defaults are those of the catalogue's <c>policy-ep</c>
/// where nothing else is tuned.
/// </summary>
public sealed record FreeEnergyPolicySettings : ISettings
{
    /// <summary>How it gathers experience and learns from it.</summary>
    [SettingsPart("")]
    public PpoOptions Options { get; init; } =
        new()
        {
            Epochs = 8,
            Discount = 0.99,
            Lambda = 0.95,
            ValueScale = 50,
            AnnealsLearningRate = true,
            AnnealsClip = true,
        };

    /// <summary>The actor.</summary>
    public FreeEnergyActor Actor { get; init; } = new();

    /// <summary>The critic.</summary>
    public ApproximatorOptions Critic { get; init; } =
        new()
        {
            Network = new NetworkSettings { OutputGain = 0.3 },
            Estimator = new SymmetricSettings { Beta = 0.2 },
            Phases = new PhaseSettings { FreeSweeps = 2, NudgedSweeps = 2 },
            Optimizer = new AdamSettings { LearningRate = 2e-3, GradientNorm = 0.5 },
        };

    /// <summary>Memories that it observes beside what the environment shows; null for none. They are not learned.</summary>
    public MemorySettings? Memory { get; init; }

    /// <summary>What it was found to learn with.</summary>
    public static TunedSettings<FreeEnergyPolicySettings> Tuned { get; } = Table();

    private static TunedSettings<FreeEnergyPolicySettings> Table()
    {
        var standard = new FreeEnergyPolicySettings();
        return new TunedSettings<FreeEnergyPolicySettings>(standard)
        {
            // A short task, as for PPO: each rollout is used more, and there is no time to anneal.
            {
                "CartPole-v0",
                standard with
                {
                    Options = standard.Options with
                    {
                        Epochs = 20,
                        Discount = 0.98,
                        Lambda = 0.8,
                        AnnealsLearningRate = false,
                        AnnealsClip = false,
                    },
                    Critic = standard.Critic.Paced(1e-3),
                }
            },
            // A policy of free energies has a temperature of its own.
            {
                OpenLockEnvironments.Family,
                standard with
                {
                    Options = TunedPpo.Unlocking with { ReadoutScale = standard.Options.ReadoutScale },
                    Critic = standard.Critic.Paced(1e-3),
                }
            },
        };
    }
}
