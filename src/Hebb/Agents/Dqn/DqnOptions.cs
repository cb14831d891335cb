using System.ComponentModel.DataAnnotations;
using Hebb.Agents.Approximators;
using Hebb.Agents.Settings;
using Hebb.Costs;

namespace Hebb.Agents.Dqn;

/// <summary>What a <see cref="DqnAgent"/> is made of. Outputs are y = scale Q - offset, so that they stay near 0.</summary>
public sealed record DqnOptions : IValidatedSettings
{
    /// <summary>The network of the values: its shape, its start, and how it settles and learns.</summary>
    public ApproximatorOptions Approximator { get; init; } = new() { LearningRate = 2e-3, Beta = 0.5 };

    /// <summary>Environments played side by side; at least 1.</summary>
    [Range(1, 4096)]
    public int Environments { get; init; } = 1;

    /// <summary>gamma; in [0, 1].</summary>
    [Range(0, 1.0)]
    public double Discount { get; init; } = 0.99;

    /// <summary>n: the rewards of a return, before the value of the state that follows; at least 1.</summary>
    [Range(1, 100_000)]
    public int ReturnSteps { get; init; } = 3;

    /// <summary>
    /// Whether the network that learns chooses the next action and the target network values it (van Hasselt et al. 2016), rather
    /// than the target network doing both.
    /// </summary>
    public bool IsDouble { get; init; } = true;

    /// <summary>The name of the cost that values learn from: huber-temporal-difference, or temporal-difference for the squared error.</summary>
    [NamedIn(SettingsCatalogue.ActionValueCosts)]
    public string Cost { get; init; } = CostCatalogue.HuberTemporalDifference;

    /// <summary>
    /// The error of an output from which on the cost huber-temporal-difference is linear; positive, infinite for the squared error.
    /// </summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double HuberThreshold { get; init; } = 1;

    /// <summary>Transitions held for replay; at least 1.</summary>
    [Range(1, 10_000_000)]
    public int ReplayCapacity { get; init; } = 100_000;

    /// <summary>The environment step at which the first update is made, or the first one after it where there is a transition; at least 1.</summary>
    [Range(1, int.MaxValue)]
    public int LearningStart { get; init; } = 1000;

    /// <summary>Transitions replayed in an update; at least 1.</summary>
    [Range(1, 1 << 16)]
    public int BatchSize { get; init; } = 64;

    /// <summary>Environment steps, of all environments together, from one update to the next; at least 1.</summary>
    [Range(1, int.MaxValue)]
    public int UpdatePeriod { get; init; } = 2;

    /// <summary>The part of the way that the target network goes towards the network that learns after each update; in (0, 1].</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double TargetRate { get; init; } = 0.01;

    /// <summary>How often, and for how long, actions are drawn rather than chosen.</summary>
    public ExplorationOptions Exploration { get; init; } = new();

    /// <summary>Whether the learning rate falls linearly to 0 over the task's steps; it stays as it is otherwise.</summary>
    public bool AnnealsLearningRate { get; init; } = true;

    /// <summary>scale: what rewards are multiplied by; positive.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double RewardScale { get; init; } = 0.02;

    /// <summary>
    /// offset: what is taken off scaled values. For a reward of 1 a step, scale / (1 - gamma) puts the greatest value at 0; for a
    /// reward of -1 a step it is there anyway.
    /// </summary>
    [Range(-double.MaxValue, double.MaxValue)]
    public double ValueOffset { get; init; }

    /// <summary>Refuses what is not possible.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    public void Validate()
    {
        CostCatalogue.Require(Cost, CostSubject.ActionValue);
        Require(Approximator is not null, nameof(Approximator), "null", "given");
        Require(Exploration is not null, nameof(Exploration), "null", "given");
        Require(Environments >= 1, nameof(Environments), Environments, "at least 1");
        Require(Discount is >= 0 and <= 1, nameof(Discount), Discount, "from 0 to 1");
        Require(ReturnSteps >= 1, nameof(ReturnSteps), ReturnSteps, "at least 1");
        Require(HuberThreshold > 0, nameof(HuberThreshold), HuberThreshold, "positive; infinite for the squared error");
        Require(ReplayCapacity >= 1, nameof(ReplayCapacity), ReplayCapacity, "at least 1");
        Require(LearningStart >= 1, nameof(LearningStart), LearningStart, "at least 1");
        Require(BatchSize >= 1, nameof(BatchSize), BatchSize, "at least 1");
        Require(UpdatePeriod >= 1, nameof(UpdatePeriod), UpdatePeriod, "at least 1");
        Require(TargetRate is > 0 and <= 1, nameof(TargetRate), TargetRate, "above 0 and at most 1");
        Require(
            RewardScale > 0 && double.IsFinite(RewardScale),
            nameof(RewardScale),
            RewardScale,
            "positive and finite"
        );
        Require(double.IsFinite(ValueOffset), nameof(ValueOffset), ValueOffset, "finite");
        Exploration!.Validate();
        ApproximatorRules.RequireAnyCost(Approximator!, nameof(Approximator), "from an error of one output");
    }

    /// <summary>Refuses an option whose value is not possible.</summary>
    internal static void Require<T>(bool isPossible, string name, T value, string possible)
    {
        if (!isPossible)
        {
            throw new ArgumentException(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{name}: {value}; it must be {possible}"
                ),
                name
            );
        }
    }
}
