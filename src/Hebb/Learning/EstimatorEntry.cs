using Hebb.Learning.Exact;

namespace Hebb.Learning;

/// <summary>One estimator of the catalogue: what is known of it, and how to make it.</summary>
/// <param name="Name">The name in configurations, tables and on the command line.</param>
/// <param name="Description">One line on what it is.</param>
/// <param name="Settings">What it can be told; it ignores the other options.</param>
/// <param name="Create">Makes one; throws <see cref="ArgumentException"/> where an option is not possible.</param>
public sealed record EstimatorEntry(
    string Name,
    string Description,
    IReadOnlyList<EstimatorSetting> Settings,
    Func<EstimatorOptions, IGradientEstimator> Create
)
{
    /// <summary>
    /// Whether what it trains is the <see cref="FeedforwardTwin"/>, which predicts by one pass, rather than a network that
    /// settles.
    /// </summary>
    public bool IsFeedforward { get; init; }

    /// <summary>Which costs it can learn from.</summary>
    public EstimatorCosts Costs { get; init; }
}
