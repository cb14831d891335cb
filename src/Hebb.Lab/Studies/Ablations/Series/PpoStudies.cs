using Hebb.Agents;
using Hebb.Agents.Ppo;
using Hebb.Catalogues;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>The studies of PPO by equilibrium propagation, which the report does not have.</summary>
internal static class PpoStudies
{
    private const string OneSided = "estimator.name=one-sided";

    private static readonly AgentVariants<PpoSettings> Variants = new(
        "ppo-ep",
        TunedPpo.Shallow.For,
        PolicyAgents.Create
    );

    /// <summary>The working agent, made of its settings as every variant is: the same as the catalogue's.</summary>
    public static AgentEntry Unchanged { get; } = Variants.With("ppo-ep-unchanged", "ppo-ep");

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
                Variants.With("ppo-ep-one-sided-plus", "one-sided nudging", OneSided),
                Variants.With(
                    "ppo-ep-one-sided-minus",
                    "one-sided nudging, beta negative",
                    OneSided,
                    "estimator.beta=-0.2"
                ),
                Variants.With("ppo-ep-random-sign", "one-sided nudging, random sign", "estimator.name=random-sign"),
                Variants.With(
                    "ppo-ep-one-sided-settled",
                    "one-sided nudging, 8 and 8 sweeps",
                    [OneSided, .. Sweeps(8, 8)]
                ),
                Variants.With("ppo-ep-sweeps-1-1", "1 free and 1 nudged sweep", Sweeps(1, 1)),
                Variants.With("ppo-ep-sweeps-5-3", "5 free and 3 nudged sweeps", Sweeps(5, 3)),
                Kappa(1),
                Kappa(2),
                Kappa(4),
                Kappa(16),
                Variants.With("ppo-ep-clamped-outputs", "outputs in [0, 1]", "outputActivation=hard-sigmoid"),
                Variants.With("ppo-ep-hard-sigmoid", "hard sigmoid hidden units", "activation=hard-sigmoid"),
                Variants.With("ppo-ep-raw", "raw observations", variant => variant, observesRaw: true),
                Variants.With(
                    "ppo-ep-constant",
                    "constant rate and clipping range",
                    "annealsLearningRate=false",
                    "annealsClip=false"
                ),
                CatalogueSet.Standard.Agents.Find("ppo") with
                {
                    Title = "the same by backprop = ppo",
                },
            ]
        );

    /// <summary>The working agent with each of its numbers varied.</summary>
    public static SensitivityStudy Sensitivity { get; } =
        Variants.Sensitivity(
            "ppo-sensitivity",
            new("learning-rate", "learning rate", 0.002, [0.0005, 0.001, 0.004, 0.008], "learningRate={0}"),
            new("beta", "nudging strength beta", 0.2, [0.05, 0.1, 0.4, 0.8], "beta={0}"),
            new("kappa", "readout scale kappa", 8, [1, 2, 4, 16, 32], "readoutScale={0}"),
            new("free-sweeps", "free sweeps", 2, [1, 4, 8], "freeSweeps={0}"),
            new("nudged-sweeps", "nudged sweeps", 2, [1, 4, 8], "nudgedSweeps={0}"),
            new("epochs", "epochs of a rollout", 8, [2, 4, 16, 32], "epochs={0}"),
            new("clip", "clipping range", 0.2, [0.05, 0.1, 0.4, 0.8], "clip={0}"),
            new("lambda", "lambda", 0.95, [0.5, 0.8, 0.9, 1], "lambda={0}"),
            new("gamma", "discount gamma", 0.99, [0.9, 0.95, 0.98, 0.995], "discount={0}"),
            new("hidden", "hidden units", 64, [16, 32, 128, 256], "hidden=[{0}]"),
            new("rollout", "steps of a rollout, in each of 8", 32, [8, 16, 64, 128]) { Set = Rollout }
        );

    private static AgentEntry Kappa(double kappa) =>
        Variants.With(
            FormattableString.Invariant($"ppo-ep-kappa-{kappa}"),
            FormattableString.Invariant($"readout scale kappa {kappa}, not 8"),
            FormattableString.Invariant($"readoutScale={kappa}")
        );

    private static string[] Sweeps(int free, int nudged) => [$"freeSweeps={free}", $"nudgedSweeps={nudged}"];

    private static PpoSettings Rollout(PpoSettings settings, double steps) =>
        settings with
        {
            Options = settings.Options with { RolloutSteps = (int)steps, Minibatch = 8 * (int)steps },
        };
}
