using Hebb.Agents;
using Hebb.Agents.Dqn;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>The studies of DQN EP.</summary>
internal static class DqnStudies
{
    private const string Twin = "the same by backprop = dqn";
    private const string OneSided = "estimator.name=one-sided";
    private const string ClampedOutputs = "outputActivation=hard-sigmoid";
    private const string SquaredError = "huberThreshold=infinity";

    // As fast as a copy every ten updates, which is the report's.
    private const string FastTarget = "targetRate=0.1";

    private static readonly string[] ConstantExploration =
    [
        "exploration.first=0.1",
        "exploration.last=0.1",
        "exploration.steps=8000",
    ];

    private static readonly AgentVariants<DqnOptions> Variants = new(
        "dqn-ep",
        DqnAgents.Tuned.For,
        (task, options) => new DqnAgent(task, options)
    );

    private static readonly Ladder<DqnOptions> Ladder = new(
        "dqn",
        Variants,
        options => options.Approximator.Optimizer.LearningRate,
        "learningRate",
        scaled: null,
        [
            new("clamped-outputs", "+ an output for each action, in [0, 1]; Adam"),
            new("scaled-observations", "+ observations scaled")
            {
                ScalesObservations = true,
                Lack = "raw observations",
            },
            new("linear-outputs", "+ linear outputs", ClampedOutputs) { Lack = "outputs in [0, 1]" },
            new("scaled-rewards", "+ rewards times 0.02")
            {
                Undo = options => Scaled(options, 1),
                Lack = "raw rewards",
                Rate = 0.01,
            },
            new("centred", "+ values centred", "valueOffset=0") { Lack = "values not centred", Rate = 0.01 },
            new("symmetric", "+ symmetric nudging", OneSided) { Lack = "one-sided nudging", Rate = 0.1 },
            new("tanh", "+ tanh hidden units", "activation=hard-sigmoid")
            {
                Lack = "hard sigmoid hidden units",
                Rate = 0.1,
            },
            new("returns", "+ returns of 5 steps", "returnSteps=1") { Lack = "returns of 1 step", Rate = 0.1 },
            // As strong as the weights it takes more sweeps to settle, and a smaller nudge.
            new("feedback", "+ weak feedback, gamma 0.1", "feedback=1", "beta=0.5", "freeSweeps=10", "nudgedSweeps=5")
            {
                Lack = "feedback as strong as the weights",
                Rate = 0.1,
            },
            new(
                "huber",
                "+ Huber cost, slower target, exploration 1 to 0.04",
                [SquaredError, FastTarget, .. ConstantExploration]
            )
            {
                Lack = "squared error, faster target, exploration 0.1",
            },
            new("annealed", "+ rate falls to 0", "annealsLearningRate=false") { Lack = "constant rate" },
        ]
    );

    /// <summary>The working agent, made of its settings as every variant is: the same as the catalogue's.</summary>
    public static AgentEntry Unchanged { get; } = Variants.With("dqn-ep-unchanged", "dqn-ep");

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
                    Variants.With("dqn-ep-squared-error", "squared error alone", SquaredError),
                    Variants.With("dqn-ep-faster-target", "faster target alone", FastTarget),
                    Variants.With("dqn-ep-constant-exploration", "exploration 0.1 alone", ConstantExploration),
                    Variants.With(
                        "dqn-ep-clamped-small-rewards",
                        "outputs in [0, 1], rewards times 0.01, not centred",
                        "rewardScale=0.01",
                        "valueOffset=0",
                        ClampedOutputs
                    ),
                    Variants.With(
                        "dqn-ep-one-sided-minus",
                        "one-sided nudging, beta negative",
                        OneSided,
                        "estimator.beta=-2"
                    ),
                    Variants.With(
                        "dqn-ep-one-sided-settled",
                        "one-sided nudging, 8 and 20 sweeps",
                        OneSided,
                        "freeSweeps=8",
                        "nudgedSweeps=20"
                    ),
                ],
                Twin
            )
        );

    /// <summary>Every step at three learning rates.</summary>
    public static SensitivityStudy StepRates { get; } =
        new("dqn-rates", "DQN EP: the steps at other learning rates", Ladder.AtRates());

    /// <summary>The working agent with each of its numbers varied.</summary>
    public static SensitivityStudy Sensitivity { get; } =
        Variants.Sensitivity(
            "dqn-sensitivity",
            new("learning-rate", "learning rate", 0.003, [0.00075, 0.0015, 0.006, 0.012], "learningRate={0}"),
            new("beta", "nudging strength beta", 2, [0.5, 1, 4, 8], "beta={0}"),
            new("feedback", "feedback gamma", 0.1, [0.025, 0.05, 0.2, 0.4], "feedback={0}"),
            new("free-sweeps", "free sweeps", 2, [1, 4, 8], "freeSweeps={0}"),
            new("returns", "steps n of a return", 5, [1, 3, 10, 20], "returnSteps={0}"),
            new("target-rate", "rate of the target network", 0.02, [0.005, 0.01, 0.04, 0.08], "targetRate={0}"),
            new("period", "steps from update to update", 4, [1, 2, 8, 16], "updatePeriod={0}"),
            new("batch", "transitions of an update", 64, [16, 32, 128, 256], "batchSize={0}"),
            new("hidden", "hidden units", 64, [16, 32, 128, 256], "hidden=[{0}]"),
            new("reward-scale", "scale of rewards", 0.02, [0.005, 0.01, 0.04, 0.08]) { Set = Scaled }
        );

    // Rewards by another scale; what is centred stays so.
    private static DqnOptions Scaled(DqnOptions options, double scale) =>
        options with
        {
            RewardScale = scale,
            ValueOffset = options.ValueOffset / options.RewardScale * scale,
        };
}
