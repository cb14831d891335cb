using Hebb.Agents;
using Hebb.Lab.Records;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Figures;

/// <summary>The learning curves of one method, ready to be drawn: smoothed, thinned out, with a band over seeds.</summary>
/// <param name="Method">The method.</param>
/// <param name="Episodes">The episodes, from 1, at which the curves are given.</param>
/// <param name="Mean">The interquartile mean over seeds there.</param>
/// <param name="Low">The lower end of its 95 % bootstrap interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Seeds">The curve of each seed, of the first <see cref="MostSeeds"/>.</param>
internal sealed record LearningCurve(
    ReportMethod Method,
    double[] Episodes,
    double[] Mean,
    double[] Low,
    double[] High,
    double[][] Seeds
)
{
    /// <summary>Over how many episodes, up to and including its own, each point of a curve is a mean.</summary>
    public const int Smoothing = 20;

    /// <summary>The single seeds that are drawn, at most: more would be a grey surface, and a large file.</summary>
    public const int MostSeeds = 40;

    // Enough for every bend of a smoothed curve, few enough for a picture of vectors.
    private const int Points = 200;
    private const int Resamples = 300;
    private const ulong ResamplingSeed = 0;

    /// <summary>Smooths the returns of a method's runs and takes their mean over seeds.</summary>
    /// <param name="method">The method.</param>
    /// <param name="runs">Its runs, of equally many episodes; at least one.</param>
    public static LearningCurve Of(ReportMethod method, IReadOnlyList<RunRecord> runs)
    {
        var episodes = runs[0].Returns.Length;
        var places = Places(episodes);
        double[][] seeds = [.. runs.Select(run => Thin(Smooth(run.Returns.AsSpan()), places))];

        var mean = new double[places.Length];
        var low = new double[places.Length];
        var high = new double[places.Length];
        var values = new double[seeds.Length];
        for (var place = 0; place < places.Length; place++)
        {
            for (var seed = 0; seed < seeds.Length; seed++)
            {
                values[seed] = seeds[seed][place];
            }

            // One seed of resampling for all places: the band is that of whole curves, and does not flicker.
            mean[place] = InterquartileMean.Of(values);
            (low[place], high[place]) = BootstrapInterval.OfInterquartileMean(values, Resamples, ResamplingSeed);
        }

        return new LearningCurve(
            method,
            [.. places.Select(place => place + 1.0)],
            mean,
            low,
            high,
            seeds[..Math.Min(seeds.Length, MostSeeds)]
        );
    }

    private static int[] Places(int episodes)
    {
        var count = Math.Min(episodes, Points);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(point => count == 1 ? 0 : (int)((long)point * (episodes - 1) / (count - 1))),
        ];
    }

    private static double[] Smooth(ReadOnlySpan<double> returns)
    {
        var smoothed = new double[returns.Length];
        SlidingMean.Compute(returns, Smoothing, smoothed);
        return smoothed;
    }

    private static double[] Thin(double[] curve, int[] places) => Array.ConvertAll(places, place => curve[place]);
}
