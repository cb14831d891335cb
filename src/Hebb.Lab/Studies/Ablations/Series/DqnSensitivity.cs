using static Hebb.Lab.Studies.Ablations.Series.DqnVariants;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>How much DQN EP hangs on its numbers.</summary>
public static class DqnSensitivity
{
    /// <summary>The working agent with each of its numbers varied.</summary>
    public static SensitivityStudy Study { get; } =
        new(
            "dqn-sensitivity",
            "dqn-ep: one number varied at a time",
            [
                Variants.Axis(
                    "learning-rate",
                    "learning rate",
                    0.003,
                    [0.00075, 0.0015, 0.006, 0.012],
                    (options, value) => Network(options, network => network.Paced(value))
                ),
                Variants.Axis(
                    "beta",
                    "nudging strength beta",
                    2,
                    [0.5, 1, 4, 8],
                    (options, value) => Network(options, network => network.Nudged(value))
                ),
                Variants.Axis(
                    "feedback",
                    "feedback gamma",
                    0.1,
                    [0.025, 0.05, 0.2, 0.4],
                    (options, value) =>
                        Network(options, network => network.Shaped(shape => shape with { Feedback = value }))
                ),
                Variants.Axis(
                    "free-sweeps",
                    "free sweeps",
                    2,
                    [1, 4, 8],
                    (options, value) =>
                        Network(options, network => network.Swept((int)value, network.Phases.NudgedSweeps))
                ),
                Variants.Axis(
                    "returns",
                    "steps n of a return",
                    5,
                    [1, 3, 10, 20],
                    (options, value) => options with { ReturnSteps = (int)value }
                ),
                Variants.Axis(
                    "target-rate",
                    "rate of the target network",
                    0.02,
                    [0.005, 0.01, 0.04, 0.08],
                    (options, value) => options with { TargetRate = value }
                ),
                Variants.Axis(
                    "period",
                    "steps from update to update",
                    4,
                    [1, 2, 8, 16],
                    (options, value) => options with { UpdatePeriod = (int)value }
                ),
                Variants.Axis(
                    "batch",
                    "transitions of an update",
                    64,
                    [16, 32, 128, 256],
                    (options, value) => options with { BatchSize = (int)value }
                ),
                Variants.Axis(
                    "hidden",
                    "hidden units",
                    64,
                    [16, 32, 128, 256],
                    (options, value) =>
                        Network(options, network => network.Shaped(shape => shape with { Hidden = [(int)value] }))
                ),
                Variants.Axis("reward-scale", "scale of rewards", 0.02, [0.005, 0.01, 0.04, 0.08], Scaled),
            ]
        );
}
