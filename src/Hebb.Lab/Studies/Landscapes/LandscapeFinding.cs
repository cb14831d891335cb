using Hebb.Analysis;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>What the energy of an agent's actor looked like.</summary>
/// <param name="Steps">The environment steps that it had learned for; 0 before learning.</param>
/// <param name="LastReturn">The mean return of the last 100 episodes, or of all where there were fewer; null where there was none.</param>
/// <param name="SolvedAt">The step at which the mean return of 100 episodes first reached the environment's threshold; null where it did not.</param>
public sealed record LandscapeFinding(
    LandscapeCase Case,
    long Steps,
    double? LastReturn,
    long? SolvedAt,
    Landscape Landscape
)
{
    /// <summary>
    /// Whether all that is compared is a number: it is not where the network diverged, or where its gradient is 0 or not finite
    /// beside an exact one.
    /// </summary>
    public bool IsMeasured =>
        double.IsFinite(Landscape.Residual)
        && double.IsFinite(Landscape.LargestFeedback)
        && (
            !Landscape.Gradient.IsExact
            || (
                double.IsFinite(Landscape.Gradient.Agreement.Degrees)
                && double.IsFinite(Landscape.Gradient.Agreement.NormRatio)
            )
        );
}

/// <summary>An agent whose actor's energy is looked at.</summary>
/// <param name="Depth">Its hidden layers.</param>
/// <param name="Feedback">gamma.</param>
public sealed record LandscapeCase(int Depth, double Feedback, ulong Seed);
