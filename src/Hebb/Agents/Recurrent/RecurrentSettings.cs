using Hebb.Agents.Ppo;
using Hebb.Optimizers;
using Hebb.Settings;

namespace Hebb.Agents.Recurrent;

/// <summary>How <see cref="RecurrentActorCritic"/> remembers, gathers experience and learns from it.</summary>
public sealed record RecurrentSettings : IValidatedSettings
{
    private const int MostNumbers = 1 << 24;
    private const int LeastRoom = 16;

    /// <summary>The recurrent network.</summary>
    public RecurrentCellKind Cell { get; init; } = RecurrentCellKind.Gru;

    /// <summary>Its hidden units.</summary>
    [Range(1, 4096)]
    public int Hidden { get; init; } = 32;

    /// <summary>How many environments are played side by side.</summary>
    [Range(1, 4096)]
    public int Environments { get; init; } = 8;

    /// <summary>The steps that each environment takes between updates: as far as gradients go back in time.</summary>
    [Range(1, 1 << 16)]
    public int RolloutSteps { get; init; } = 64;

    /// <summary>gamma, what a reward a step later is worth.</summary>
    [Range(0, 1.0)]
    public double Discount { get; init; } = 0.99;

    /// <summary>lambda of <see cref="GeneralizedAdvantages"/>.</summary>
    [Range(0, 1.0)]
    public double Lambda { get; init; } = 0.95;

    /// <summary>The factor of the policy's entropy.</summary>
    [Range(0, double.MaxValue)]
    public double EntropyBonus { get; init; } = 0.01;

    /// <summary>The factor of the squared error of the values.</summary>
    [Range(0, double.MaxValue)]
    public double ValueCost { get; init; } = 0.5;

    /// <summary>What is read from the hidden units as a value is the value over this.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double ValueScale { get; init; } = 1;

    /// <summary>Whether the advantages of a rollout are brought to mean 0 and standard deviation 1.</summary>
    public bool NormalisesAdvantages { get; init; } = true;

    /// <summary>Whether the learning rate falls in a line to 0 over the steps of the task.</summary>
    public bool AnnealsLearningRate { get; init; }

    /// <summary>How gradients become steps.</summary>
    public OptimizerSettings Optimizer { get; init; } = new AdamSettings { LearningRate = 3e-3, GradientNorm = 0.5 };

    /// <summary>The steps of all environments in a rollout.</summary>
    public int RolloutSize => Environments * RolloutSteps;

    /// <inheritdoc/>
    public void Validate() =>
        SettingRules.Refuse(
            (double)RolloutSize * Math.Max(Hidden, LeastRoom) > MostNumbers,
            nameof(RolloutSteps),
            RolloutSteps,
            $"at most {MostNumbers / Math.Max(Hidden, LeastRoom)} steps of all {Environments} environments together are possible with {Hidden} hidden units"
        );
}
