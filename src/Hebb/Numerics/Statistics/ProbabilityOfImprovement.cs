namespace Hebb.Numerics.Statistics;

/// <summary>
/// How probable it is that a run of one method does better than a run of another: P(X &gt; Y), the mean over all pairs of
/// runs of 1 where the first is above the second, and of 1/2 where they are equal.
/// </summary>
/// <remarks>
/// Source: Agarwal et al. 2021; it is the statistic of Mann and Whitney, U / (m n). Of several tasks it is the mean over
/// them. It asks for the order of values alone, and so is the same of any rising function of them.
/// </remarks>
public static class ProbabilityOfImprovement
{
    /// <summary>The probability, in one task.</summary>
    /// <param name="values">The values of the one method; at least one.</param>
    /// <param name="others">Those of the other; at least one.</param>
    /// <returns>From 0 to 1; 1/2 where neither is better.</returns>
    /// <exception cref="ArgumentException">There is no value, or one of them is NaN.</exception>
    public static double Of(double[] values, double[] others) => Of([values], [others]);

    /// <summary>The mean of the probabilities over tasks.</summary>
    /// <param name="values">The values of the one method in each task; at least one task, each of at least one value.</param>
    /// <param name="others">Those of the other, in the same tasks.</param>
    /// <exception cref="ArgumentException">There is no value, one of them is NaN, or the tasks are not equally many.</exception>
    public static double Of(IReadOnlyList<double[]> values, IReadOnlyList<double[]> others) =>
        Pairs(values, others).Average(pair => pair.Observed);

    /// <summary>The interval of that mean: the values of each method in each task are drawn anew.</summary>
    /// <param name="values">The values of the one method in each task; at least one task, each of at least one value.</param>
    /// <param name="others">Those of the other, in the same tasks.</param>
    /// <param name="resamples">How many times to draw; at least 1, 2000 for a table.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="confidence">The part of the means that the interval holds; above 0 and below 1.</param>
    /// <exception cref="ArgumentException">There is no value, one of them is NaN, or the tasks are not equally many.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static BootstrapInterval Interval(
        IReadOnlyList<double[]> values,
        IReadOnlyList<double[]> others,
        int resamples,
        ulong seed,
        double confidence = 0.95
    )
    {
        BootstrapInterval.Require(resamples, confidence);
        RankedPair[] pairs = Pairs(values, others);
        var means = new double[resamples];
        var random = new Pcg64(seed);
        foreach (ref var mean in means.AsSpan())
        {
            foreach (RankedPair pair in pairs)
            {
                mean += pair.Draw(random) / pairs.Length;
            }
        }

        return BootstrapInterval.Of(means, confidence);
    }

    private static RankedPair[] Pairs(IReadOnlyList<double[]> values, IReadOnlyList<double[]> others)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(others);
        return values.Count == others.Count && values.Count > 0
            ? [.. values.Zip(others, (some, rest) => new RankedPair(some, rest))]
            : throw new ArgumentException(
                $"The tasks are {values.Count} of the one and {others.Count} of the other: equally many are needed, at least one.",
                nameof(others)
            );
    }
}
