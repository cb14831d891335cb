using Hebb.Costs;
using Hebb.Settings;

namespace Hebb.Agents.Ppo;

/// <summary>How <see cref="PpoAgent"/> gathers experience and learns from it.</summary>
public sealed record PpoOptions : IValidatedSettings
{
    private const int MostSteps = 1 << 20;

    /// <summary>How many environments are played side by side.</summary>
    [Range(1, 4096)]
    public int Environments { get; init; } = 8;

    /// <summary>The steps that each environment takes between updates.</summary>
    [Range(1, 1 << 16)]
    public int RolloutSteps { get; init; } = 32;

    /// <summary>How often each update goes through the rollout.</summary>
    [Range(1, int.MaxValue)]
    public int Epochs { get; init; } = 20;

    /// <summary>The steps that an optimizer's step learns from, drawn without replacement; a divisor of those of the rollout.</summary>
    [Range(1, 1 << 16)]
    public int Minibatch { get; init; } = 256;

    /// <summary>gamma, what a reward a step later is worth.</summary>
    [Range(0, 1.0)]
    public double Discount { get; init; } = 0.98;

    /// <summary>lambda of <see cref="GeneralizedAdvantages"/>.</summary>
    [Range(0, 1.0)]
    public double Lambda { get; init; } = 0.8;

    /// <summary>
    /// The name of the cost that the policy learns from: clipped-policy, or policy-gradient for the same without clipping; chosen-logit
    /// takes nothing off what was done, and knows neither clipping nor an entropy.
    /// </summary>
    [NamedIn(SettingsCatalogue.PolicyCosts)]
    public string Cost { get; init; } = CostCatalogue.ClippedPolicy;

    /// <summary>epsilon, the clipping range of the cost clipped-policy.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Clip { get; init; } = 0.2;

    /// <summary>The factor of the policy's entropy.</summary>
    [Range(0, double.MaxValue)]
    public double EntropyBonus { get; init; }

    /// <summary>kappa: logits are kappa times the actor's outputs; 1 for an actor whose outputs are logits.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double ReadoutScale { get; init; } = 1;

    /// <summary>The critic's output is the value over this.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double ValueScale { get; init; } = 1;

    /// <summary>Whether the advantages of a rollout are brought to mean 0 and standard deviation 1.</summary>
    public bool NormalisesAdvantages { get; init; } = true;

    /// <summary>Whether learning rates fall in a line to 0 over the steps of the task.</summary>
    public bool AnnealsLearningRate { get; init; }

    /// <summary>Whether the clipping range does.</summary>
    public bool AnnealsClip { get; init; }

    /// <summary>The steps of all environments in a rollout.</summary>
    public int RolloutSize => Environments * RolloutSteps;

    /// <inheritdoc/>
    public void Validate()
    {
        CostCatalogue.Require(Cost, CostSubject.Policy);
        SettingRules.Refuse(
            RolloutSize > MostSteps,
            nameof(RolloutSteps),
            RolloutSteps,
            $"at most {MostSteps} steps of all {Environments} environments together are possible"
        );
        SettingRules.Refuse(
            RolloutSize % Minibatch != 0,
            nameof(Minibatch),
            Minibatch,
            $"a divisor of {Environments} environments times {RolloutSteps} steps is needed"
        );
        SettingRules.Refuse(
            EntropyBonus > 0 && string.Equals(Cost, CostCatalogue.ChosenLogit, StringComparison.Ordinal),
            nameof(EntropyBonus),
            EntropyBonus,
            $"0 is needed with the cost {Cost}"
        );
    }
}
