namespace Hebb.Learning.Exact;

/// <summary>Estimates by <see cref="CentralDifferences"/>.</summary>
public sealed record CentralDifferencesSettings : EstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "central-differences";

    /// <inheritdoc/>
    public override string Description => "every parameter moved both ways: slow, and the judge of all others";

    /// <inheritdoc/>
    public override bool IsExact => true;

    /// <inheritdoc/>
    public override bool IsSlow => true;

    /// <summary>How far a parameter is moved each way. In float32 smaller steps than this drown in rounding.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double DifferenceStep { get; init; } = 0.01;

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) =>
        new CentralDifferences(phases.Free, DifferenceStep);
}
