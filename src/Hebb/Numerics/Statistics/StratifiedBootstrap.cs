namespace Hebb.Numerics.Statistics;

/// <summary>
/// Intervals of statistics of several tasks together: values are drawn anew within each task alone, so that every resample
/// holds as many values of each as there are.
/// </summary>
/// <remarks>Source: Agarwal et al. 2021; their strata are tasks, and the values the scores of seeds.</remarks>
public static class StratifiedBootstrap
{
    /// <summary>The interquartile mean of the values of all tasks together.</summary>
    /// <param name="strata">The values of each task, comparable between tasks; at least one task, each of at least one value.</param>
    /// <exception cref="ArgumentException">There is no task, a task has no value, or a value is NaN.</exception>
    public static double InterquartileMeanOf(IReadOnlyList<double[]> strata) =>
        InterquartileMean.Of([.. Checked(strata).SelectMany(values => values)]);

    /// <summary>The interval of that mean. Of one task it is <see cref="BootstrapInterval.OfInterquartileMean"/>, to the bit.</summary>
    /// <param name="strata">The values of each task, comparable between tasks; at least one task, each of at least one value.</param>
    /// <param name="resamples">How many times to draw; at least 1, 2000 for a table.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="confidence">The part of the means that the interval holds; above 0 and below 1.</param>
    /// <exception cref="ArgumentException">There is no task, a task has no value, or a value is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static BootstrapInterval OfInterquartileMean(
        IReadOnlyList<double[]> strata,
        int resamples,
        ulong seed,
        double confidence = 0.95
    )
    {
        BootstrapInterval.Require(resamples, confidence);
        (var pooled, var places) = Pool(Checked(strata));
        var counts = new int[pooled.Length];
        var means = new double[resamples];
        var random = new Pcg64(seed);
        foreach (ref var mean in means.AsSpan())
        {
            Array.Clear(counts);
            foreach (var stratum in places)
            {
                for (var draw = 0; draw < stratum.Length; draw++)
                {
                    counts[stratum[random.NextInteger(stratum.Length)]]++;
                }
            }

            mean = InterquartileMean.OfCounts(pooled, counts);
        }

        return BootstrapInterval.Of(means, confidence);
    }

    private static IReadOnlyList<double[]> Checked(IReadOnlyList<double[]> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        return strata.Count > 0 && strata.All(values => values is { Length: > 0 })
            ? strata
            : throw new ArgumentException(
                "Every task needs at least one value, and there is at least one.",
                nameof(strata)
            );
    }

    // All values in ascending order, and where the sorted values of each stratum have their places among them.
    private static (double[] Pooled, int[][] Places) Pool(IReadOnlyList<double[]> strata)
    {
        var pooled = new double[strata.Sum(values => values.Length)];
        var owners = new int[pooled.Length];
        var next = 0;
        foreach (var (stratum, values) in strata.Index())
        {
            Order.Sort(values, pooled.AsSpan(next, values.Length));
            owners.AsSpan(next, values.Length).Fill(stratum);
            next += values.Length;
        }

        Array.Sort(pooled, owners);
        var places = Array.ConvertAll([.. strata], values => new int[values.Length]);
        var filled = new int[strata.Count];
        foreach (var (place, owner) in owners.Index())
        {
            places[owner][filled[owner]++] = place;
        }

        return (pooled, places);
    }
}
