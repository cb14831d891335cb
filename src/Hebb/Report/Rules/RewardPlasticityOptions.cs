namespace Hebb.Report.Rules;

/// <summary>The constants of <see cref="RewardPlasticity{T}"/>.</summary>
/// <param name="LearningRate">alpha, the factor that the report's proportionality hides; positive.</param>
/// <param name="TraceDecay">eta of eq. (9), in [0, 1).</param>
/// <param name="AverageDecay">gamma of eqs. (10) and (11), in [0, 1).</param>
/// <param name="Biases">What the biases do.</param>
internal readonly record struct RewardPlasticityOptions(
    double LearningRate,
    double TraceDecay,
    double AverageDecay,
    BiasRule Biases
);

/// <summary>How the biases learn in <see cref="RewardPlasticity{T}"/>.</summary>
public enum BiasRule
{
    /// <summary>As the weights: eq. (8) as it stands, without the negation that the report's section 5.1 tells of.</summary>
    AsWeights,

    /// <summary>
    /// As the report's code: the sign is turned around (section 5.1 says so too), and the average is multiplied by the trace's effective
    /// length n_t = eta n_{t-1} + 1, which makes the two terms comparable: delta b = alpha (-r_t e_t + n_t s_t a_t).
    /// </summary>
    Negated,
}
