using System.Collections.Immutable;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>One number of an agent at several values.</summary>
/// <param name="Title">What the number is.</param>
/// <param name="Standard">The value that the agent has otherwise; one of the points.</param>
/// <param name="Points">The values in rising order, each with its agent.</param>
public sealed record SensitivityAxis(string Title, double Standard, ImmutableArray<SensitivityPoint> Points);
