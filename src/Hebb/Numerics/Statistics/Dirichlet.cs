namespace Hebb.Numerics.Statistics;

/// <summary>
/// Draws probabilities from a Dirichlet distribution: as independent gamma variates over their sum. The gamma variates are drawn
/// by rejection, Marsaglia and Tsang, "A simple method for generating gamma variables" (2000).
/// </summary>
public static class Dirichlet
{
    private const double Squeeze = 0.0331;

    /// <summary>Draws probabilities.</summary>
    /// <param name="concentrations">The concentration of each outcome, positive; at least one.</param>
    /// <param name="probabilities">Receives as many numbers from 0 to 1 that sum to 1.</param>
    /// <exception cref="ArgumentException">A concentration is not positive, or the lengths differ.</exception>
    public static void Draw(Pcg64 random, ReadOnlySpan<double> concentrations, Span<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (concentrations.IsEmpty || concentrations.Length != probabilities.Length)
        {
            throw new ArgumentException(
                $"{concentrations.Length} concentrations and room for {probabilities.Length} probabilities; as many are needed, at least 1.",
                nameof(probabilities)
            );
        }

        var sum = 0.0;
        for (var outcome = 0; outcome < concentrations.Length; outcome++)
        {
            probabilities[outcome] = Gamma(random, concentrations[outcome]);
            sum += probabilities[outcome];
        }

        for (var outcome = 0; outcome < probabilities.Length; outcome++)
        {
            probabilities[outcome] /= sum;
        }
    }

    private static double Gamma(Pcg64 random, double shape)
    {
        if (!(shape > 0) || !double.IsFinite(shape))
        {
            throw new ArgumentException($"A concentration is {shape}; positive numbers are needed.", nameof(shape));
        }

        // Below 1 the method does not hold: a variate of one more, times a power of a uniform one, has the shape asked for.
        if (shape < 1)
        {
            return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = random.NextGaussian();
            var root = 1 + (c * normal);
            if (root <= 0)
            {
                continue;
            }

            var cube = root * root * root;
            var uniform = 1 - random.NextDouble();
            var square = normal * normal;
            if (
                uniform < 1 - (Squeeze * square * square)
                || Math.Log(uniform) < (0.5 * square) + (d * (1 - cube + Math.Log(cube)))
            )
            {
                return d * cube;
            }
        }
    }
}
