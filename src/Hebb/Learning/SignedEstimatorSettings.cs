using Hebb.Settings;

namespace Hebb.Learning;

/// <summary>An estimator whose strength of nudging may be of either sign.</summary>
public abstract record SignedEstimatorSettings : NudgedEstimatorSettings, IValidatedSettings
{
    /// <summary>The nudging strength, of either sign; not 0.</summary>
    [Range(-double.MaxValue, double.MaxValue)]
    public override double Beta { get; init; } = 0.2;

    /// <inheritdoc/>
    public void Validate() =>
        SettingRules.Refuse(
            Beta == 0,
            nameof(Beta),
            Beta,
            $"a number other than 0 is needed with the estimator {Name}"
        );
}
