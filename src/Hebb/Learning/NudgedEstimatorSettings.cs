namespace Hebb.Learning;

/// <summary>An estimator that compares states nudged by a strength beta.</summary>
public abstract record NudgedEstimatorSettings : EstimatorSettings
{
    /// <summary>The nudging strength.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public virtual double Beta { get; init; } = 0.2;

    /// <inheritdoc/>
    public override double LargestStrength => double.PositiveInfinity;

    /// <inheritdoc/>
    public override EstimatorSettings WithStrength(double strength) => this with { Beta = strength };
}
