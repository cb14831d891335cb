using Hebb.Agents.Settings;
using Hebb.Catalogues;
using Hebb.Learning;

namespace Hebb.Agents.Approximators;

/// <summary>Which settings of a network are possible together, and with what it is to learn.</summary>
internal static class ApproximatorRules
{
    private static readonly string[] EitherSign = ["one-sided", "continual"];

    /// <summary>Refuses what is not possible together.</summary>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentException">It is not possible; the message begins with the setting's name.</exception>
    public static void Require(ApproximatorOptions options)
    {
        EstimatorEntry estimator = EstimatorCatalogue.Find(options.Estimator);
        if (estimator.Settings.Contains(EstimatorSetting.Beta))
        {
            var mayBeNegative = EitherSign.Contains(estimator.Name, StringComparer.Ordinal);
            SettingRules.Refuse(
                options.Beta == 0 || (options.Beta < 0 && !mayBeNegative) || !double.IsFinite(options.Beta),
                nameof(options.Beta),
                options.Beta,
                mayBeNegative
                    ? $"a number other than 0 is needed with the estimator {estimator.Name}"
                    : $"a number above 0 is needed with the estimator {estimator.Name}"
            );
        }

        SettingRules.Refuse(
            string.Equals(estimator.Name, "backprop-through-sweeps", StringComparison.Ordinal)
                && !string.Equals(options.Relaxation, "fixed-point", StringComparison.Ordinal),
            nameof(options.Relaxation),
            options.Relaxation,
            $"fixed-point is needed with the estimator {estimator.Name}, which differentiates plain sweeps"
        );
        SettingRules.Refuse(
            estimator.Costs is EstimatorCosts.Analytic && !options.Activation.IsAnalytic,
            nameof(options.Activation),
            options.Activation.Name,
            $"one that is analytic, such as tanh, is needed with the estimator {estimator.Name}"
        );
        SettingRules.Refuse(
            estimator.Costs is EstimatorCosts.Analytic && !options.OutputActivation.IsAnalytic,
            nameof(options.OutputActivation),
            options.OutputActivation.Name,
            $"one that is analytic, such as linear, is needed with the estimator {estimator.Name}"
        );
    }

    /// <summary>Refuses an estimator that cannot learn from a cost whose targets are no values of the outputs.</summary>
    /// <param name="options">The settings of the network.</param>
    /// <param name="part">What the network is called in messages, such as <c>Actor</c>.</param>
    /// <param name="learned">What it learns, in words.</param>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public static void RequireAnyCost(ApproximatorOptions options, string part, string learned) =>
        SettingRules.Refuse(
            EstimatorCatalogue.Find(options.Estimator).Costs is not EstimatorCosts.Any,
            $"{part}.{nameof(options.Estimator)}",
            options.Estimator,
            $"one that learns {learned} is needed: {string.Join(", ", EstimatorCatalogue.All.Where(entry => entry.Costs is EstimatorCosts.Any).Select(entry => entry.Name))}"
        );
}
