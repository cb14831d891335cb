using System.ComponentModel.DataAnnotations;
using Hebb.Agents.Settings;
using Hebb.Costs;

namespace Hebb.Agents.Ppo;

/// <summary>How <see cref="PpoAgent"/> gathers experience and learns from it. Every number is checked where it is given.</summary>
public sealed record PpoOptions : IValidatedSettings
{
    private const int MostSteps = 1 << 20;

    /// <summary>How many environments are played side by side; at least 1.</summary>
    [Range(1, 4096)]
    public int Environments
    {
        get;
        init => field = AtLeastOne(value, nameof(Environments));
    } = 8;

    /// <summary>The steps that each environment takes between updates; at least 1.</summary>
    [Range(1, 1 << 16)]
    public int RolloutSteps
    {
        get;
        init => field = AtLeastOne(value, nameof(RolloutSteps));
    } = 32;

    /// <summary>How often each update goes through the rollout; at least 1.</summary>
    [Range(1, int.MaxValue)]
    public int Epochs
    {
        get;
        init => field = AtLeastOne(value, nameof(Epochs));
    } = 20;

    /// <summary>The steps that an optimizer's step learns from, drawn without replacement; a divisor of those of the rollout.</summary>
    [Range(1, 1 << 16)]
    public int Minibatch
    {
        get;
        init => field = AtLeastOne(value, nameof(Minibatch));
    } = 256;

    /// <summary>gamma, what a reward a step later is worth; from 0 to 1.</summary>
    [Range(0, 1.0)]
    public double Discount
    {
        get;
        init => field = Share(value, nameof(Discount));
    } = 0.98;

    /// <summary>lambda of <see cref="GeneralizedAdvantages"/>; from 0 to 1.</summary>
    [Range(0, 1.0)]
    public double Lambda
    {
        get;
        init => field = Share(value, nameof(Lambda));
    } = 0.8;

    /// <summary>
    /// The name of the cost that the policy learns from: clipped-policy, or policy-gradient for the same without clipping; chosen-logit
    /// takes nothing off what was done, and knows neither clipping nor an entropy.
    /// </summary>
    [NamedIn(SettingsCatalogue.PolicyCosts)]
    public string Cost
    {
        get;
        init
        {
            CostCatalogue.Require(value, CostSubject.Policy);
            field = value;
        }
    } = CostCatalogue.ClippedPolicy;

    /// <summary>epsilon, the clipping range of the cost clipped-policy; positive.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Clip
    {
        get;
        init => field = Positive(value, nameof(Clip));
    } = 0.2;

    /// <summary>The factor of the policy's entropy; at least 0.</summary>
    [Range(0, double.MaxValue)]
    public double EntropyBonus
    {
        get;
        init =>
            field =
                value >= 0 && double.IsFinite(value) ? value : throw Wrong(nameof(EntropyBonus), value, "at least 0");
    }

    /// <summary>kappa: logits are kappa times the actor's outputs. Positive; 1 for an actor whose outputs are logits.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double ReadoutScale
    {
        get;
        init => field = Positive(value, nameof(ReadoutScale));
    } = 1;

    /// <summary>The critic's output is the value over this; positive.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double ValueScale
    {
        get;
        init => field = Positive(value, nameof(ValueScale));
    } = 1;

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

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw Wrong(name, value, "at least 1");

    private static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw Wrong(name, value, "a positive finite number");

    private static double Share(double value, string name) =>
        value is >= 0 and <= 1 ? value : throw Wrong(name, value, "from 0 to 1");

    private static ArgumentOutOfRangeException Wrong(string name, object value, string needed) =>
        new(name, value, $"{name}: {value}; {needed} is needed");
}
