using System.Collections.Immutable;
using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Dqn;
using Hebb.Learning.Contrastive;
using Hebb.Networks.Activations;
using static Hebb.Lab.Studies.Ablations.Series.DqnVariants;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>The studies of DQN EP.</summary>
public static class DqnStudies
{
    private const string Twin = "the same by backprop = dqn";

    // As fast as a copy every ten updates, which is the report's.
    private const double FastTarget = 0.1;

    private static readonly ExplorationOptions ConstantExploration = new() { First = 0.1, Last = 0.1 };

    private static readonly Ladder<DqnOptions> Ladder = new(
        "dqn",
        Variants,
        (options, factor) => Network(options, network => network.Paced(factor * network.Optimizer.LearningRate)),
        ReportedSteps.Of("report-dqn-ep-as-published"),
        [
            new("clamped-outputs", "+ an output for each action, in [0, 1]; Adam", options => options),
            new("scaled-observations", "+ observations scaled", options => options)
            {
                ScalesObservations = true,
                Lack = "raw observations",
            },
            new(
                "linear-outputs",
                "+ linear outputs",
                options =>
                    Network(
                        options,
                        network => network.Shaped(shape => shape with { OutputActivation = Activation.HardSigmoid })
                    )
            )
            {
                Lack = "outputs in [0, 1]",
            },
            new("scaled-rewards", "+ rewards times 0.02", RawRewards) { Lack = "raw rewards", Rate = 0.01 },
            new("centred", "+ values centred", options => options with { ValueOffset = 0 })
            {
                Lack = "values not centred",
                Rate = 0.01,
            },
            new(
                "symmetric",
                "+ symmetric nudging",
                options => Network(options, network => network.Estimated(new OneSidedSettings()))
            )
            {
                Lack = "one-sided nudging",
                Rate = 0.1,
            },
            new(
                "tanh",
                "+ tanh hidden units",
                options =>
                    Network(
                        options,
                        network => network.Shaped(shape => shape with { Activation = Activation.HardSigmoid })
                    )
            )
            {
                Lack = "hard sigmoid hidden units",
                Rate = 0.1,
            },
            new("returns", "+ returns of 5 steps", options => options with { ReturnSteps = 1 })
            {
                Lack = "returns of 1 step",
                Rate = 0.1,
            },
            new("feedback", "+ weak feedback, gamma 0.1", StrongFeedback)
            {
                Lack = "feedback as strong as the weights",
                Rate = 0.1,
            },
            new(
                "huber",
                "+ Huber cost, slower target, exploration 1 to 0.04",
                options =>
                    options with
                    {
                        HuberThreshold = double.PositiveInfinity,
                        TargetRate = FastTarget,
                        Exploration = ConstantExploration,
                    }
            )
            {
                Lack = "squared error, faster target, exploration 0.1",
            },
            new("annealed", "+ rate falls to 0", options => options with { AnnealsLearningRate = false })
            {
                Lack = "constant rate",
            },
        ]
    );

    /// <summary>The working agent, made of its settings as every variant is: the same as the catalogue's.</summary>
    public static AgentEntry Unchanged { get; } = Variants.With("dqn-ep-unchanged", "dqn-ep", options => options);

    /// <summary>From the report's rule to the working one.</summary>
    public static RowsStudy Steps { get; } =
        new("dqn", "DQN EP: from the report's rule to dqn-ep", Ladder.Steps(Twin)) { IsLadder = true };

    /// <summary>The steps of the ladder whose cost is shown, each with a title of its own.</summary>
    public static ImmutableArray<(string Agent, string Title)> CostSteps { get; } =
    [
        ("dqn-3-scaled-observations", "outputs in [0, 1]"),
        ("dqn-4-linear-outputs", "+ linear outputs"),
        ("dqn-5-scaled-rewards", "+ rewards times 0.02"),
        ("dqn-7-symmetric", "+ centred, symmetric nudging"),
        ("dqn-ep", "dqn-ep"),
    ];

    /// <summary>The working agent without one part, or with another.</summary>
    public static RowsStudy Without { get; } =
        new(
            "dqn-without",
            "DQN EP: one thing changed in dqn-ep",
            Ladder.Without(
                [
                    Variants.With(
                        "dqn-ep-squared-error",
                        "squared error alone",
                        options => options with { HuberThreshold = double.PositiveInfinity }
                    ),
                    Variants.With(
                        "dqn-ep-faster-target",
                        "faster target alone",
                        options => options with { TargetRate = FastTarget }
                    ),
                    Variants.With(
                        "dqn-ep-constant-exploration",
                        "exploration 0.1 alone",
                        options => options with { Exploration = ConstantExploration }
                    ),
                    Variants.With(
                        "dqn-ep-clamped-small-rewards",
                        "outputs in [0, 1], rewards times 0.01, not centred",
                        options =>
                            Network(
                                options with
                                {
                                    RewardScale = 0.01,
                                    ValueOffset = 0,
                                },
                                network =>
                                    network.Shaped(shape => shape with { OutputActivation = Activation.HardSigmoid })
                            )
                    ),
                    Variants.With(
                        "dqn-ep-one-sided-minus",
                        "one-sided nudging, beta negative",
                        options => Network(options, Reversed)
                    ),
                    Variants.With(
                        "dqn-ep-one-sided-settled",
                        "one-sided nudging, 8 and 8 sweeps",
                        options => Network(options, network => network.Estimated(new OneSidedSettings()).Swept(8, 20))
                    ),
                ],
                Twin
            )
        );

    /// <summary>Every step at three learning rates.</summary>
    public static SensitivityStudy StepRates { get; } =
        new("dqn-rates", "DQN EP: the steps at other learning rates", Ladder.AtRates());

    private static DqnOptions RawRewards(DqnOptions options) => Scaled(options, 1);

    // As strong as the weights it takes more sweeps to settle, and a smaller nudge.
    private static DqnOptions StrongFeedback(DqnOptions options) =>
        Network(options, network => network.Shaped(shape => shape with { Feedback = 1 }).Nudged(0.5).Swept(10, 5));

    private static ApproximatorOptions Reversed(ApproximatorOptions network)
    {
        ApproximatorOptions oneSided = network.Estimated(new OneSidedSettings());
        return oneSided.Nudged(-((OneSidedSettings)oneSided.Estimator).Beta);
    }
}
