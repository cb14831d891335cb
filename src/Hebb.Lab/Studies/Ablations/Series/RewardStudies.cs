using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.FreeEnergy;
using Hebb.Agents.Reward;
using Hebb.Catalogues;
using Hebb.Networks;
using Hebb.Networks.Activations;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>The studies of reward EP.</summary>
public static class RewardStudies
{
    private const string Twin = "the same by backprop = reward";

    private static readonly AgentVariants<RewardVariant> Variants = new(
        "reward-ep",
        task => new RewardVariant(RewardSettings.Tuned.For(task), RewardContrast.Expectation),
        Create
    );

    private static readonly Ladder<RewardVariant> Ladder = new(
        "reward",
        Variants,
        (variant, factor) => Rates(variant, options => options with { LearningRate = factor * options.LearningRate }),
        ReportedSteps.Of("report-reward-ep-as-published", "reward-2-scaled-observations"),
        [
            new("covariance", "+ 64 tanh units; contrast times r - r_hat", variant => variant),
            new("end", "+ the end of a task counts", WithoutEnd) { Lack = "the end does not count", Rate = 0.1 },
            new("clamped", "+ action clamped", variant => variant with { Contrast = RewardContrast.FreeAverage })
            {
                Lack = "action not clamped",
                Rate = 0.1,
            },
            new(
                "expectation",
                "+ less the policy's expectation, not an average",
                variant =>
                    Rates(variant, options => options with { SubtractsExpectation = false }) with
                    {
                        Contrast = RewardContrast.ClampedAverage,
                    }
            )
            {
                Lack = "less the running average",
            },
            new(
                "annealed",
                "+ rate falls to 0",
                variant => Rates(variant, options => options with { AnnealingSteps = 0 })
            )
            {
                Lack = "constant rate",
            },
        ]
    );

    /// <summary>The working agent, made of its settings as every variant is: the same as the catalogue's.</summary>
    public static AgentEntry Unchanged { get; } = Variants.With("reward-ep-unchanged", "reward-ep", variant => variant);

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
                    Variants.With(
                        "reward-ep-nothing-subtracted",
                        "nothing subtracted",
                        variant => Rates(variant, options => options with { SubtractsExpectation = false })
                    ),
                    Variants.With("reward-ep-raw", "raw observations", variant => variant, observesRaw: true),
                    Variants.With(
                        "reward-ep-hard-sigmoid",
                        "hard sigmoid hidden units",
                        variant => Network(variant, network => network with { Activation = Activation.HardSigmoid })
                    ),
                    Variants.With(
                        "reward-ep-negated-biases",
                        "biases negated",
                        variant => variant with { NegatesBiases = true }
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
        new(
            "reward-sensitivity",
            "reward-ep: one number varied at a time",
            [
                Variants.Axis(
                    "alpha",
                    "learning rate alpha",
                    0.05,
                    [0.0125, 0.025, 0.1, 0.2],
                    (variant, value) => Rates(variant, options => options with { LearningRate = value })
                ),
                Variants.Axis(
                    "eta",
                    "trace decay eta",
                    0.95,
                    [0.8, 0.9, 0.975, 0.9875],
                    (variant, value) => Rates(variant, options => options with { TraceDecay = value })
                ),
                Variants.Axis(
                    "temperature",
                    "temperature T",
                    1,
                    [0.25, 0.5, 2, 4],
                    (variant, value) => Network(variant, network => network with { Temperature = value })
                ),
                Variants.Axis(
                    "hidden",
                    "hidden units",
                    64,
                    [16, 32, 128, 256],
                    (variant, value) => Network(variant, network => network with { Hidden = [(int)value] })
                ),
                Variants.Axis(
                    "baseline-rate",
                    "rate of the averages",
                    0.001,
                    [0.0001, 0.00025, 0.004, 0.01],
                    (variant, value) => Rates(variant, options => options with { BaselineRate = value })
                ),
                Variants.Axis(
                    "action-bound",
                    "start of the actions' weights",
                    0.1,
                    [0.025, 0.05, 0.2, 0.4],
                    (variant, value) =>
                        Network(variant, network => network with { Start = network.Start with { ActionBound = value } })
                ),
            ]
        );

    private static RewardAgent Create(AgentTask task, RewardVariant variant) =>
        FreeEnergyAgents.CreateReward(
            task,
            variant.Settings,
            (network, settings) =>
            {
                ITracedPolicy policy = Policy(network, settings, variant.Contrast);
                return variant.NegatesBiases ? new NegatedBiases(policy) : policy;
            }
        );

    private static ITracedPolicy Policy(
        EnergyNetwork<float> network,
        RewardSettings settings,
        RewardContrast contrast
    ) =>
        contrast switch
        {
            RewardContrast.FreeAverage => new FreeContrastTrace(network, settings.Options.BaselineRate),
            RewardContrast.ClampedAverage => new ClampedContrastTrace(
                network,
                settings.Policy,
                settings.Options.BaselineRate
            ),
            _ when settings.Policy.Network.Activation == Activation.Tanh => new FusedFreeEnergyTrace(
                network,
                settings.Policy.Network.Temperature
            ),
            _ => new SettledFreeEnergyTrace(
                network,
                FreeEnergyNetwork.Relaxation(settings.Policy),
                settings.Policy.Network.Temperature
            ),
        };

    // Without ends nothing in CartPole is ever a surprise, and policies would be drawn anew for ever.
    private static RewardVariant WithoutEnd(RewardVariant variant)
    {
        RewardVariant changed = Rates(variant, options => options with { CountsEnds = false });
        return changed with { Settings = changed.Settings with { Restart = null } };
    }

    private static RewardVariant Rates(RewardVariant variant, Func<RewardOptions, RewardOptions> change) =>
        variant with
        {
            Settings = variant.Settings with { Options = change(variant.Settings.Options) },
        };

    private static RewardVariant Network(RewardVariant variant, Func<FreeEnergyShape, FreeEnergyShape> change) =>
        variant with
        {
            Settings = variant.Settings with { Policy = variant.Settings.Policy.Shaped(change) },
        };
}
