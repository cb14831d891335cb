using Hebb.Lab.Figures;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>The learning curves of one method over episodes: smoothed and thinned out.</summary>
internal static class LearningCurve
{
    /// <summary>Over how many episodes, up to and including its own, each point of a curve is a mean.</summary>
    public const int Smoothing = 20;

    /// <summary>The episodes, from 0, at which curves are given.</summary>
    /// <param name="episodes">How many episodes the longest run has; at least 1.</param>
    public static int[] Places(int episodes)
    {
        var count = Math.Min(episodes, CurveBand.MostPlaces);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(point => count == 1 ? 0 : (int)((long)point * (episodes - 1) / (count - 1))),
        ];
    }

    /// <summary>
    /// Smooths the returns of a method's runs and takes their mean over seeds. It ends with the shortest run: the seeds that play on
    /// would be others than before. The curves of single seeds go on to their ends.
    /// </summary>
    /// <param name="runs">Its runs; at least one, each of at least one episode.</param>
    /// <param name="places">Episodes from <see cref="Places"/>.</param>
    public static CurveBand Of(IReadOnlyList<MethodRun> runs, int[] places)
    {
        var shortest = runs.Min(run => run.Returns.Length);
        int[] shared = [.. places.Where(place => place < shortest)];
        double[][] smoothed = [.. runs.Select(run => Smooth(run.Returns.AsSpan()))];
        var common = CurveBand.Of(
            [.. shared.Select(place => place + 1.0)],
            [.. smoothed.Select(curve => Array.ConvertAll(shared, place => curve[place]))],
            [.. runs.Select(run => (double?)run.DivergedAtEpisode)]
        );
        return shared.Length == places.Length ? common : Continued(common, smoothed, runs, places);
    }

    private static CurveBand Continued(
        CurveBand common,
        double[][] smoothed,
        IReadOnlyList<MethodRun> runs,
        int[] places
    )
    {
        double[] Ended(double[] curve) => [.. curve, .. Enumerable.Repeat(double.NaN, places.Length - curve.Length)];
        double[] Alone(double[] shared, int seed)
        {
            var last = runs[seed].DivergedAtEpisode ?? int.MaxValue;
            var further = places[shared.Length..]
                .Select(place => place < Math.Min(smoothed[seed].Length, last) ? smoothed[seed][place] : double.NaN);
            return [.. shared, .. further];
        }

        return common with
        {
            Places = [.. places.Select(place => place + 1.0)],
            Mean = Ended(common.Mean),
            Low = Ended(common.Low),
            High = Ended(common.High),
            Seeds = [.. common.Seeds.Select(Alone)],
        };
    }

    private static double[] Smooth(ReadOnlySpan<double> returns)
    {
        var smoothed = new double[returns.Length];
        SlidingMean.Compute(returns, Smoothing, smoothed);
        return smoothed;
    }
}
