using Hebb.Optimizers;
using Hebb.Settings;

namespace Hebb.Agents.Recurrent;

/// <summary>How <see cref="OnlineRecurrentActorCritic"/> remembers and learns.</summary>
public sealed record OnlineRecurrentSettings : IValidatedSettings
{
    private const double MostNumbers = 1 << 26;

    /// <summary>How it knows what its recurrent weights did: exactly or by what is known at each weight.</summary>
    public OnlineRule Rule { get; init; } = OnlineRule.Rflo;

    /// <summary>Whether errors reach the hidden units through random weights that stay as they are, in place of those of the readout.</summary>
    public bool RandomFeedback { get; init; }

    /// <summary>Hidden units. Exact traces are hidden^2 (inputs + hidden + 1) numbers, and take hidden times as many products a step.</summary>
    [Range(1, 1024)]
    public int Hidden { get; init; } = 32;

    /// <summary>tau, the time constant of the hidden units in steps.</summary>
    [Range(1, 1e6)]
    public double TimeConstant { get; init; } = 2;

    /// <summary>gamma, what a reward a step later is worth.</summary>
    [Range(0, 1.0)]
    public double Discount { get; init; } = 0.99;

    /// <summary>lambda: eligibility traces decay by gamma lambda a step.</summary>
    [Range(0, 1.0)]
    public double Lambda { get; init; } = 0.9;

    /// <summary>The factor of the policy's entropy.</summary>
    [Range(0, double.MaxValue)]
    public double EntropyBonus { get; init; } = 1e-3;

    /// <summary>The factor of what the value asks of the hidden units and of itself, beside what the policy does.</summary>
    [Range(0, double.MaxValue)]
    public double ValueCost { get; init; } = 1;

    /// <summary>Rewards count over this: what is read from the hidden units as a value is the value over it.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double ValueScale { get; init; } = 1;

    /// <summary>Whether the learning rate falls in a line to 0 over the steps of the task.</summary>
    public bool AnnealsLearningRate { get; init; }

    /// <summary>How gradients become steps.</summary>
    /// <remarks>
    /// Where nothing is left to learn the errors fall to almost nothing, and Adam with its usual epsilon takes large steps along what is
    /// left of them: policies that were found are lost again.
    /// </remarks>
    public OptimizerSettings Optimizer { get; init; } = new AdamSettings { LearningRate = 1e-3, Epsilon = 0.1 };

    /// <inheritdoc/>
    public void Validate() =>
        SettingRules.Refuse(
            Rule is OnlineRule.Rtrl && Math.Pow(Hidden, 3) > MostNumbers,
            nameof(Hidden),
            Hidden,
            "at most 406 are possible with the rule rtrl, whose traces grow with the cube of them"
        );
}
