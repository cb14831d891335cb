using Hebb.Agents.Approximators;
using Hebb.Costs;
using Hebb.Learning.Contrastive;
using Hebb.Memory;
using Hebb.Optimizers;
using Hebb.Settings;

namespace Hebb.Agents.Dqn;

/// <summary>What a <see cref="DqnAgent"/> is made of. Outputs are y = scale Q - offset, so that they stay near 0.</summary>
public sealed record DqnOptions : IValidatedSettings
{
    /// <summary>The network of the values: its shape, its start, and how it settles and learns.</summary>
    public ApproximatorOptions Approximator { get; init; } =
        new()
        {
            Estimator = new SymmetricSettings { Beta = 0.5 },
            Optimizer = new AdamSettings { LearningRate = 2e-3 },
        };

    /// <summary>Environments played side by side.</summary>
    [Range(1, 4096)]
    public int Environments { get; init; } = 1;

    /// <summary>gamma.</summary>
    [Range(0, 1.0)]
    public double Discount { get; init; } = 0.99;

    /// <summary>n: the rewards of a return, before the value of the state that follows.</summary>
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

    /// <summary>Transitions held for replay.</summary>
    [Range(1, 10_000_000)]
    public int ReplayCapacity { get; init; } = 100_000;

    /// <summary>The environment step at which the first update is made, or the first one after it where there is a transition.</summary>
    [Range(1, int.MaxValue)]
    public int LearningStart { get; init; } = 1000;

    /// <summary>Transitions replayed in an update.</summary>
    [Range(1, 1 << 16)]
    public int BatchSize { get; init; } = 64;

    /// <summary>Environment steps, of all environments together, from one update to the next.</summary>
    [Range(1, int.MaxValue)]
    public int UpdatePeriod { get; init; } = 2;

    /// <summary>The part of the way that the target network goes towards the network that learns after each update.</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double TargetRate { get; init; } = 0.01;

    /// <summary>How often, and for how long, actions are drawn rather than chosen.</summary>
    public ExplorationOptions Exploration { get; init; } = new();

    /// <summary>Whether the learning rate falls linearly to 0 over the task's steps; it stays as it is otherwise.</summary>
    public bool AnnealsLearningRate { get; init; } = true;

    /// <summary>scale: what rewards are multiplied by.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double RewardScale { get; init; } = 0.02;

    /// <summary>
    /// offset: what is taken off scaled values. For a reward of 1 a step, scale / (1 - gamma) puts the greatest value at 0; for a
    /// reward of -1 a step it is there anyway.
    /// </summary>
    [Range(-double.MaxValue, double.MaxValue)]
    public double ValueOffset { get; init; }

    /// <summary>Memories that it observes beside what the environment shows; null for none. They are not learned.</summary>
    public MemorySettings? Memory { get; init; }

    /// <inheritdoc/>
    public void Validate()
    {
        CostCatalogue.Require(Cost, CostSubject.ActionValue);
        Approximator.RequireAnyCost(nameof(Approximator), "from an error of one output");
    }
}
