using Hebb.Lab.Figures;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>The learning curves of one method over episodes: smoothed and thinned out.</summary>
internal static class LearningCurve
{
    /// <summary>Over how many episodes, up to and including its own, each point of a curve is a mean.</summary>
    public const int Smoothing = 20;

    /// <summary>Smooths the returns of a method's runs and takes their mean over seeds.</summary>
    /// <param name="runs">Its runs, of equally many episodes; at least one.</param>
    public static CurveBand Of(IReadOnlyList<MethodRun> runs)
    {
        var places = Places(runs[0].Returns.Length);
        return CurveBand.Of(
            [.. places.Select(place => place + 1.0)],
            [.. runs.Select(run => Thin(Smooth(run.Returns.AsSpan()), places))],
            [.. runs.Select(run => (double?)run.DivergedAtEpisode)]
        );
    }

    private static int[] Places(int episodes)
    {
        var count = Math.Min(episodes, CurveBand.MostPlaces);
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
