using Hebb.Agents.Approximators;
using Hebb.Agents.Ppo;
using Hebb.Agents.Settings;
using Hebb.Environments.OpenLock;

namespace Hebb.Agents.FreeEnergy;

/// <summary>
/// What PPO with a policy of free energies was found to learn with; the defaults are those of the catalogue's <c>policy-ep</c>
/// but on CartPole-v0.
/// </summary>
public sealed record FreeEnergyPolicySettings
{
    private const string ShortTask = "CartPole-v0";

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

    /// <summary>The actor's network and temperature.</summary>
    [SettingsPart("actor")]
    public FreeEnergyOptions Actor { get; init; } = new();

    /// <summary>How the actor steps.</summary>
    [SettingsPart("actor")]
    public FreeEnergyLearning ActorLearning { get; init; } = new() { LearningRate = 3e-3, GradientNorm = 0.5 };

    /// <summary>The critic.</summary>
    public ApproximatorOptions Critic { get; init; } =
        new()
        {
            FreeSweeps = 2,
            NudgedSweeps = 2,
            LearningRate = 2e-3,
            OutputGain = 0.3,
            GradientNorm = 0.5,
        };

    /// <summary>Settings for an environment.</summary>
    /// <param name="environment">Its name.</param>
    public static FreeEnergyPolicySettings For(string environment)
    {
        var standard = new FreeEnergyPolicySettings();
        return environment switch
        {
            // A short task, as for PPO: each rollout is used more, and there is no time to anneal.
            ShortTask => standard with
            {
                Options = standard.Options with
                {
                    Epochs = 20,
                    Discount = 0.98,
                    Lambda = 0.8,
                    AnnealsLearningRate = false,
                    AnnealsClip = false,
                },
                Critic = standard.Critic with { LearningRate = 1e-3 },
            },

            // A policy of free energies has a temperature of its own.
            _ when OpenLockEnvironments.Include(environment) => standard with
            {
                Options = PolicySettings.Unlocking with { ReadoutScale = standard.Options.ReadoutScale },
                Critic = standard.Critic with { LearningRate = 1e-3 },
            },
            _ => standard,
        };
    }
}
