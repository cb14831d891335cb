using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Optimizers;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;
using Hebb.Settings;

namespace Hebb.Agents.Approximators;

/// <summary>A network of an agent: its shape, its start, and how it settles and learns.</summary>
public sealed record ApproximatorOptions : IValidatedSettings
{
    /// <summary>Its shape and its start.</summary>
    public NetworkSettings Network { get; init; } = new();

    /// <summary>How a cost becomes a gradient.</summary>
    public EstimatorSettings Estimator { get; init; } = new SymmetricSettings();

    /// <summary>How the network settles.</summary>
    [SettingsPart("relaxation")]
    public RelaxationSettings Relaxation { get; init; } = new FixedPointSettings();

    /// <summary>How long it settles.</summary>
    [SettingsPart("relaxation")]
    public PhaseSettings Phases { get; init; } = new();

    /// <summary>How gradients become steps.</summary>
    public OptimizerSettings Optimizer { get; init; } = new AdamSettings();

    /// <summary>The same with another estimator, which keeps what the two have in common, such as the nudging strength.</summary>
    public ApproximatorOptions Estimated(EstimatorSettings estimator) =>
        this with
        {
            Estimator = SettingRecord.Carried(Estimator, estimator),
        };

    /// <summary>The same with another nudging strength, where its estimator has one.</summary>
    public ApproximatorOptions Nudged(double strength) => this with { Estimator = Estimator.WithStrength(strength) };

    /// <summary>The same with other sweeps.</summary>
    /// <param name="free">Those of the free phase.</param>
    /// <param name="nudged">Those of a nudged phase.</param>
    public ApproximatorOptions Swept(int free, int nudged) =>
        this with
        {
            Phases = Phases with { FreeSweeps = free, NudgedSweeps = nudged },
        };

    /// <summary>The same with another learning rate.</summary>
    public ApproximatorOptions Paced(double learningRate) =>
        this with
        {
            Optimizer = Optimizer with { LearningRate = learningRate },
        };

    /// <summary>The same with another network.</summary>
    /// <param name="change">Changes the network.</param>
    public ApproximatorOptions Shaped(Func<NetworkSettings, NetworkSettings> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Network = change(Network) };
    }

    /// <inheritdoc/>
    public void Validate()
    {
        SettingRules.Refuse(
            Estimator.NeedsPlainSweeps && !Relaxation.IsPlain,
            "Relaxation.Name",
            Relaxation.Name,
            $"fixed-point is needed with the estimator {Estimator.Name}, which differentiates plain sweeps"
        );
        if (Estimator.Costs is EstimatorCosts.Analytic)
        {
            SettingRules.Refuse(
                !Network.Activation.IsAnalytic,
                "Network.Activation",
                Network.Activation.Name,
                $"one that is analytic, such as tanh, is needed with the estimator {Estimator.Name}"
            );
            SettingRules.Refuse(
                !Network.OutputActivation.IsAnalytic,
                "Network.OutputActivation",
                Network.OutputActivation.Name,
                $"one that is analytic, such as linear, is needed with the estimator {Estimator.Name}"
            );
        }
    }

    /// <summary>Refuses an estimator that cannot learn from a cost whose targets are no values of the outputs.</summary>
    /// <param name="part">What the network is called in messages, such as <c>Actor</c>.</param>
    /// <exception cref="ArgumentException">It cannot.</exception>
    internal void RequireAnyCost(string part, string learned) =>
        SettingRules.Refuse(
            Estimator.Costs is not EstimatorCosts.Any,
            $"{part}.Estimator.Name",
            Estimator.Name,
            $"one that learns {learned} is needed, such as symmetric or backprop"
        );
}
