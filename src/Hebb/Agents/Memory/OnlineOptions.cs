using Hebb.Settings;

namespace Hebb.Agents.Memory;

/// <summary>How an agent learns at every step, by traces: the constants of <see cref="MemoryAgent"/>.</summary>
public sealed record OnlineOptions : ISettings
{
    /// <summary>alpha, the step along the trace for a signal of 1.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 0.003;

    /// <summary>What rewards are multiplied by.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double RewardScale { get; init; } = 1;

    /// <summary>gamma, what a reward is worth a step later.</summary>
    [Range(0, 1.0)]
    public double Discount { get; init; } = 0.98;

    /// <summary>lambda: the trace decays by gamma lambda in a step.</summary>
    [Range(0, 1.0)]
    public double TraceDecay { get; init; } = 0.8;

    /// <summary>What the policy's entropy is worth: its gradient is followed in every step, times this.</summary>
    [Range(0, double.MaxValue)]
    public double EntropyBonus { get; init; } = 0.1;

    /// <summary>What is learned from.</summary>
    public LearningSignal Signal { get; init; } = LearningSignal.TemporalDifference;

    /// <summary>The rate of the linear critic, as a part of the step that would take its error to 0 at once.</summary>
    [Range(0, 2.0, MinimumIsExclusive = true)]
    public double CriticRate { get; init; } = 0.02;

    /// <summary>How fast the running averages of reward follow, where the signal is the reward.</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double BaselineRate { get; init; } = 0.001;

    /// <summary>Whether signals are divided by their running root mean square, so that one learning rate serves rewards of any size.</summary>
    public bool NormalisesErrors { get; init; } = true;

    /// <summary>How fast that mean square follows. Until it has seen 1 / rate steps it is a plain mean.</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double NormalisationRate { get; init; } = 0.001;

    /// <summary>
    /// kappa of a bound on the step, alpha / max(1, alpha kappa max(|delta|, 1) |e|_1), with the trace e: a step does not overshoot
    /// (Elsayed, Vasan and Mahmood, "Streaming deep reinforcement learning finally works", 2024); 0 for none.
    /// </summary>
    [Range(0, double.MaxValue)]
    public double StepBound { get; init; }

    /// <summary>The steps over which all learning rates fall to 0 in a straight line; 0 keeps them.</summary>
    [Range(0, (double)long.MaxValue)]
    public long AnnealingSteps { get; init; }
}

/// <summary>What an agent that learns at every step learns from.</summary>
public enum LearningSignal
{
    /// <summary>The TD error r + gamma V' - V of a linear critic.</summary>
    TemporalDifference,

    /// <summary>The reward less its running average, with no critic (the report's eqs. 8 and 11).</summary>
    Reward,
}
