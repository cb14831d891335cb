using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Figures;

/// <summary>Curves of several seeds, ready to be drawn: their mean with a band, and the single ones.</summary>
/// <param name="Places">Where the curves are given, from left to right.</param>
/// <param name="Low">The lower end of its 95 % bootstrap interval.</param>
/// <param name="Seeds">The curve of each seed, of the first <see cref="MostSeeds"/>.</param>
internal sealed record CurveBand(double[] Places, double[] Mean, double[] Low, double[] High, double[][] Seeds)
{
    /// <summary>The single seeds that are drawn, at most: more would be a grey surface, and a large file.</summary>
    public const int MostSeeds = 40;

    /// <summary>The places at most: enough for every bend of a smoothed curve, few enough for a picture of vectors.</summary>
    public const int MostPlaces = 200;

    private const int Resamples = 300;
    private const ulong ResamplingSeed = 0;

    /// <summary>Takes the mean of curves over seeds.</summary>
    /// <param name="seeds">The curve of each seed there; at least one.</param>
    public static CurveBand Of(double[] places, double[][] seeds)
    {
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

        return new CurveBand(places, mean, low, high, seeds[..Math.Min(seeds.Length, MostSeeds)]);
    }
}
