using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Ppo;
using Hebb.Catalogues;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Networks.Activations;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>The studies of PPO by equilibrium propagation, which the report does not have.</summary>
public static class PpoStudies
{
    private static readonly AgentVariants<PpoSettings> Variants = new(
        "ppo-ep",
        TunedPpo.Shallow.For,
        PolicyAgents.Create
    );

    /// <summary>The working agent, made of its settings as every variant is: the same as the catalogue's.</summary>
    public static AgentEntry Unchanged { get; } = Variants.With("ppo-ep-unchanged", "ppo-ep", variant => variant);

    /// <summary>The working agent without one part, or with another.</summary>
    public static RowsStudy Without { get; } =
        new(
            "ppo",
            "PPO by EP: one thing changed in ppo-ep",
            [
                Variants.Origin with
                {
                    Title = "ppo-ep, as it is",
                },
                Variants.With("ppo-ep-one-sided-plus", "one-sided nudging", Estimated(new OneSidedSettings())),
                Variants.With("ppo-ep-one-sided-minus", "one-sided nudging, beta negative", Reversed),
                Variants.With(
                    "ppo-ep-random-sign",
                    "one-sided nudging, random sign",
                    Estimated(new RandomSignSettings())
                ),
                Variants.With(
                    "ppo-ep-one-sided-settled",
                    "one-sided nudging, 8 and 8 sweeps",
                    variant => Swept(Estimated(new OneSidedSettings())(variant), 8, 8)
                ),
                Variants.With("ppo-ep-sweeps-1-1", "1 free and 1 nudged sweep", variant => Swept(variant, 1, 1)),
                Variants.With("ppo-ep-sweeps-5-3", "5 free and 3 nudged sweeps", variant => Swept(variant, 5, 3)),
                Kappa(1),
                Kappa(2),
                Kappa(4),
                Kappa(16),
                Variants.With(
                    "ppo-ep-clamped-outputs",
                    "outputs in [0, 1]",
                    variant =>
                        Network(
                            variant,
                            network => network.Shaped(shape => shape with { OutputActivation = Activation.HardSigmoid })
                        )
                ),
                Variants.With(
                    "ppo-ep-hard-sigmoid",
                    "hard sigmoid hidden units",
                    variant =>
                        Network(
                            variant,
                            network => network.Shaped(shape => shape with { Activation = Activation.HardSigmoid })
                        )
                ),
                Variants.With("ppo-ep-raw", "raw observations", variant => variant, observesRaw: true),
                Variants.With(
                    "ppo-ep-constant",
                    "constant rate and clipping range",
                    variant =>
                        Options(variant, options => options with { AnnealsLearningRate = false, AnnealsClip = false })
                ),
                CatalogueSet.Standard.Agents.Find("ppo") with
                {
                    Title = "the same by backprop = ppo",
                },
            ]
        );

    /// <summary>The working agent with each of its numbers varied.</summary>
    public static SensitivityStudy Sensitivity { get; } =
        new(
            "ppo-sensitivity",
            "ppo-ep: one number varied at a time",
            [
                Variants.Axis(
                    "learning-rate",
                    "learning rate",
                    0.002,
                    [0.0005, 0.001, 0.004, 0.008],
                    (variant, value) => Network(variant, network => network.Paced(value))
                ),
                Variants.Axis(
                    "beta",
                    "nudging strength beta",
                    0.2,
                    [0.05, 0.1, 0.4, 0.8],
                    (variant, value) => Network(variant, network => network.Nudged(value))
                ),
                Variants.Axis(
                    "kappa",
                    "readout scale kappa",
                    8,
                    [1, 2, 4, 16, 32],
                    (variant, value) => Options(variant, options => options with { ReadoutScale = value })
                ),
                Variants.Axis(
                    "free-sweeps",
                    "free sweeps",
                    2,
                    [1, 4, 8],
                    (variant, value) =>
                        Network(variant, network => network.Swept((int)value, network.Phases.NudgedSweeps))
                ),
                Variants.Axis(
                    "nudged-sweeps",
                    "nudged sweeps",
                    2,
                    [1, 4, 8],
                    (variant, value) =>
                        Network(variant, network => network.Swept(network.Phases.FreeSweeps, (int)value))
                ),
                Variants.Axis(
                    "epochs",
                    "epochs of a rollout",
                    8,
                    [2, 4, 16, 32],
                    (variant, value) => Options(variant, options => options with { Epochs = (int)value })
                ),
                Variants.Axis(
                    "clip",
                    "clipping range",
                    0.2,
                    [0.05, 0.1, 0.4, 0.8],
                    (variant, value) => Options(variant, options => options with { Clip = value })
                ),
                Variants.Axis(
                    "lambda",
                    "lambda",
                    0.95,
                    [0.5, 0.8, 0.9, 1],
                    (variant, value) => Options(variant, options => options with { Lambda = value })
                ),
                Variants.Axis(
                    "gamma",
                    "discount gamma",
                    0.99,
                    [0.9, 0.95, 0.98, 0.995],
                    (variant, value) => Options(variant, options => options with { Discount = value })
                ),
                Variants.Axis(
                    "hidden",
                    "hidden units",
                    64,
                    [16, 32, 128, 256],
                    (variant, value) =>
                        Network(variant, network => network.Shaped(shape => shape with { Hidden = [(int)value] }))
                ),
                Variants.Axis(
                    "rollout",
                    "steps of a rollout, in each of 8",
                    32,
                    [8, 16, 64, 128],
                    (variant, value) =>
                        Options(
                            variant,
                            options => options with { RolloutSteps = (int)value, Minibatch = 8 * (int)value }
                        )
                ),
            ]
        );

    private static AgentEntry Kappa(double kappa) =>
        Variants.With(
            FormattableString.Invariant($"ppo-ep-kappa-{kappa}"),
            FormattableString.Invariant($"readout scale kappa {kappa}, not 8"),
            variant => Options(variant, options => options with { ReadoutScale = kappa })
        );

    private static Func<PpoSettings, PpoSettings> Estimated(EstimatorSettings estimator) =>
        variant => Network(variant, network => network.Estimated(estimator));

    private static PpoSettings Reversed(PpoSettings variant) =>
        Network(
            Estimated(new OneSidedSettings())(variant),
            network => network.Nudged(-((OneSidedSettings)network.Estimator).Beta)
        );

    private static PpoSettings Swept(PpoSettings variant, int free, int nudged) =>
        Network(variant, network => network.Swept(free, nudged));

    private static PpoSettings Options(PpoSettings variant, Func<PpoOptions, PpoOptions> change) =>
        variant with
        {
            Options = change(variant.Options),
        };

    private static PpoSettings Network(PpoSettings variant, Func<ApproximatorOptions, ApproximatorOptions> change) =>
        variant.Both(change);
}
