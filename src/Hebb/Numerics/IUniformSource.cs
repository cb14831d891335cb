using Hebb.Snapshots;

namespace Hebb.Numerics;

/// <summary>A stream of random numbers, uniform on the half-open interval from 0 to 1.</summary>
/// <remarks>
/// Sources are reproducible and not thread-safe: one belongs to one environment, policy or initialization.
/// Code that draws in an inner loop is generic over the source, so that the call is bound at compile time.
/// </remarks>
public interface IUniformSource : IStateful
{
    /// <summary>The next number: a multiple of 2^-53, at least 0 and below 1.</summary>
    double NextDouble();

    /// <summary>A number uniform from <paramref name="low"/> to below <paramref name="high"/>.</summary>
    /// <param name="high">The upper end. It is not checked: ends in the wrong order mirror the interval.</param>
    double NextUniform(double low, double high) => low + ((high - low) * NextDouble());
}
