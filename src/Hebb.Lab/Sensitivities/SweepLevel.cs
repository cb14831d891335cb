using Hebb.Lab.Summaries;

namespace Hebb.Lab.Sensitivities;

/// <summary>A value of a setting, or a range of its values, with what trials there came to.</summary>
/// <param name="Name">The value or range.</param>
/// <param name="Middle">The median of its values; null where they are no numbers.</param>
/// <param name="Lowest">The lowest.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Trials">How many trials with a score there are.</param>
/// <param name="Score">The interquartile mean of their scores with its interval.</param>
public sealed record SweepLevel(
    string Name,
    double? Middle,
    double? Lowest,
    double? Highest,
    int Trials,
    Estimate? Score
);
