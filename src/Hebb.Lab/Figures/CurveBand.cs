using Hebb.Lab.Summaries;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Figures;

/// <summary>
/// Curves of several seeds, ready to be drawn: their mean with a band, and the single ones. The curve of a seed that diverged ends there;
/// the seed counts in the mean until the last of them has diverged, where the mean ends too.
/// </summary>
/// <param name="Places">Where the curves are given, from left to right.</param>
/// <param name="Mean">Their interquartile mean; not a number where it has ended.</param>
/// <param name="Low">The lower end of its 95 % bootstrap interval; not a number where there are too few seeds for one.</param>
/// <param name="Seeds">The curve of each seed, of the first <see cref="MostSeeds"/>; not a number where it has ended.</param>
/// <param name="Crosses">Where seeds diverged, and their values there.</param>
internal sealed record CurveBand(
    double[] Places,
    double[] Mean,
    double[] Low,
    double[] High,
    double[][] Seeds,
    ImmutableArray<(double Place, double Value)> Crosses
)
{
    /// <summary>The single seeds that are drawn, at most: more would be a grey surface, and a large file.</summary>
    public const int MostSeeds = 40;

    /// <summary>The places at most: enough for every bend of a smoothed curve, few enough for a picture of vectors.</summary>
    public const int MostPlaces = 200;

    private const int Resamples = 300;
    private const ulong ResamplingSeed = 0;

    /// <summary>Whether the band is of enough seeds to be shown.</summary>
    public bool HasBand => Seeds.Length >= Criteria.LeastForInterval;

    /// <summary>Takes the mean of curves over seeds.</summary>
    /// <param name="seeds">The curve of each seed there; at least one.</param>
    /// <param name="diverged">Where each of them diverged; null where it did not.</param>
    public static CurveBand Of(double[] places, double[][] seeds, double?[] diverged)
    {
        var mean = new double[places.Length];
        var low = new double[places.Length];
        var high = new double[places.Length];
        var values = new double[seeds.Length];
        double[] ends = Array.ConvertAll(diverged, end => Math.Max(end ?? double.PositiveInfinity, places[0]));
        for (var place = 0; place < places.Length; place++)
        {
            for (var seed = 0; seed < seeds.Length; seed++)
            {
                values[seed] = seeds[seed][place];
            }

            // One seed of resampling for all places: the band is that of whole curves, and does not flicker.
            var isOver = places[place] > ends.Max();
            mean[place] = isOver ? double.NaN : InterquartileMean.Of(values);
            (low[place], high[place]) =
                isOver || seeds.Length < Criteria.LeastForInterval
                    ? new BootstrapInterval(double.NaN, double.NaN)
                    : BootstrapInterval.OfInterquartileMean(values, Resamples, ResamplingSeed);
        }

        double[][] cut =
        [
            .. seeds.Zip(
                ends,
                (seed, end) => seed.Zip(places, (value, place) => place > end ? double.NaN : value).ToArray()
            ),
        ];
        return new CurveBand(
            places,
            mean,
            low,
            high,
            cut[..Math.Min(cut.Length, MostSeeds)],
            [.. cut.Zip(ends).Where(one => double.IsFinite(one.Second)).Select(one => Last(places, one.First))]
        );
    }

    private static (double Place, double Value) Last(double[] places, double[] curve)
    {
        var last = Array.FindLastIndex(curve, double.IsFinite);
        return (places[last], curve[last]);
    }
}
