using Hebb.Agents;
using Hebb.Agents.FreeEnergy;
using Hebb.Agents.Reward;
using Hebb.Catalogues;
using Hebb.Networks;
using Hebb.Settings;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>The studies of reward EP.</summary>
internal static class RewardStudies
{
    private const string Twin = "the same by backprop = reward";

    private static readonly AgentVariants<RewardVariant> Variants = new(
        "reward-ep",
        task => new RewardVariant(RewardSettings.Tuned.For(task), FreeEnergyAgents.Traced),
        (task, variant) => FreeEnergyAgents.CreateReward(task, variant.Settings, variant.Policy),
        (variant, changes) => variant with { Settings = AgentVariants<RewardSettings>.Apply(variant.Settings, changes) }
    );

    private static readonly Ladder<RewardVariant> Ladder = new(
        "reward",
        Variants,
        variant => variant.Settings.Options.LearningRate,
        "learningRate",
        "reward-2-scaled-observations",
        [
            new("covariance", "+ 64 tanh units; contrast times r - r_hat"),
            // Without ends every TD error in CartPole is 0, and parameters would be redrawn in every episode.
            new("end", "+ the end of a task counts", "countsEnds=false", "restart=null")
            {
                Lack = "the end does not count",
                Rate = 0.1,
            },
            new("clamped", "+ action clamped")
            {
                Undo = variant => variant with { Policy = FreeAverage },
                Lack = "action not clamped",
                Rate = 0.1,
            },
            new("expectation", "+ less the policy's expectation, not an average", "subtractsExpectation=false")
            {
                Undo = variant => variant with { Policy = ClampedAverage },
                Lack = "less the running average",
            },
            new("annealed", "+ rate falls to 0", "annealingSteps=0") { Lack = "constant rate" },
        ]
    );

    /// <summary>The working agent, made of its settings as every variant is: the same as the catalogue's.</summary>
    public static AgentEntry Unchanged { get; } = Variants.With("reward-ep-unchanged", "reward-ep");

    /// <summary>From the report's rule to the working one.</summary>
    public static RowsStudy Steps { get; } =
        new("reward", "Reward EP: from the report's rule to reward-ep", Ladder.Steps(Twin)) { IsLadder = true };

    /// <summary>The working agent without one part, or with another.</summary>
    public static RowsStudy Without { get; } =
        new(
            "reward-without",
            "Reward EP: one thing changed in reward-ep",
            Ladder.Without(
                [
                    Variants.With("reward-ep-nothing-subtracted", "nothing subtracted", "subtractsExpectation=false"),
                    Variants.With("reward-ep-raw", "raw observations", variant => variant, observesRaw: true),
                    Variants.With("reward-ep-hard-sigmoid", "hard sigmoid hidden units", "activation=hard-sigmoid"),
                    Variants.With(
                        "reward-ep-negated-biases",
                        "biases negated",
                        variant =>
                            variant with
                            {
                                Policy = (network, settings) => new NegatedBiases(variant.Policy(network, settings)),
                            }
                    ),
                    CatalogueSet.Standard.Agents.Find("report-reward-ep-as-coded") with
                    {
                        Title = "the report's rule, biases negated",
                    },
                    CatalogueSet.Standard.Agents.Find("report-reward-ep-as-published") with
                    {
                        Title = "the report's rule, biases as weights",
                    },
                ],
                Twin
            )
        );

    /// <summary>Every step at three learning rates.</summary>
    public static SensitivityStudy StepRates { get; } =
        new("reward-rates", "Reward EP: the steps at other learning rates", Ladder.AtRates());

    /// <summary>The working agent with each of its numbers varied.</summary>
    public static SensitivityStudy Sensitivity { get; } =
        Variants.Sensitivity(
            "reward-sensitivity",
            new("alpha", "learning rate alpha", 0.05, [0.0125, 0.025, 0.1, 0.2], "learningRate={0}"),
            new("eta", "trace decay eta", 0.95, [0.8, 0.9, 0.975, 0.9875], "traceDecay={0}"),
            new("temperature", "temperature T", 1, [0.25, 0.5, 2, 4], "temperature={0}"),
            new("hidden", "hidden units", 64, [16, 32, 128, 256], "hidden=[{0}]"),
            new("baseline-rate", "rate of the averages", 0.001, [0.0001, 0.00025, 0.004, 0.01], "baselineRate={0}"),
            new(
                "action-bound",
                "start of the actions' weights",
                0.1,
                [0.025, 0.05, 0.2, 0.4],
                "network.actionBound={0}"
            )
        );

    private static FreeContrastTrace FreeAverage(EnergyNetwork<float> network, RewardSettings settings) =>
        new(network, settings.Options.BaselineRate);

    private static ClampedContrastTrace ClampedAverage(EnergyNetwork<float> network, RewardSettings settings) =>
        new(network, settings.Policy, settings.Options.BaselineRate);
}

/// <summary>What a reward agent of an ablation is made of.</summary>
/// <param name="Policy">Makes the policy, which says what is subtracted from correlations, and from which.</param>
internal sealed record RewardVariant(
    RewardSettings Settings,
    Func<EnergyNetwork<float>, RewardSettings, ITracedPolicy> Policy
) : ISettings;
