namespace Hebb.Environments;

/// <summary>The returns that are possible in an environment, by its rules: between them scores of several become comparable.</summary>
/// <param name="Lowest">The lowest return of an episode.</param>
/// <param name="Highest">The highest.</param>
public readonly record struct ReturnRange(double Lowest, double Highest)
{
    /// <summary>A return as its part of the range: 0 for the lowest, 1 for the highest.</summary>
    /// <param name="value">The return.</param>
    public double Normalised(double value) => (value - Lowest) / (Highest - Lowest);
}
