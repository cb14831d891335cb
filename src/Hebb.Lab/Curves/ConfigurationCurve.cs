using Hebb.Lab.Catalogue;
using Hebb.Lab.Summaries;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Curves;

/// <summary>
/// The curves of one configuration: those of its seeds, and their mean where at least half of them have a value. The curve of a seed that
/// diverged ends there; what it measured afterwards counts in the mean, as in tables, until the last of the seeds has diverged.
/// </summary>
/// <param name="Seeds">The value of each seed there; not a number where it has none.</param>
internal sealed record ConfigurationCurve(ConfigurationRuns Configuration, double[] Places, double[][] Seeds)
{
    private const int Resamples = 300;
    private const ulong ResamplingSeed = 0;

    /// <summary>The places at most.</summary>
    public const int MostPlaces = 200;

    /// <summary>The first place that has a mean, and the one after the last.</summary>
    public Range Known { get; private init; }

    /// <summary>The interquartile mean over seeds.</summary>
    public double[] Mean { get; private init; } = [];

    /// <summary>The lower end of its 95 % interval; empty where there are too few seeds for one.</summary>
    public double[] Low { get; private init; } = [];

    /// <summary>The upper end.</summary>
    public double[] High { get; private init; } = [];

    /// <summary>Whether the interval is of enough seeds to be shown.</summary>
    public bool HasInterval => Seeds.Length >= Criteria.LeastForInterval;

    /// <summary>Whether no seed has more than one value: its mean is a point, however far that value holds.</summary>
    public bool IsPoint { get; private init; }

    /// <summary>Where seeds diverged, and their values there.</summary>
    public ImmutableArray<(double Place, double Value)> Crosses { get; private init; } = [];

    /// <summary>The mean at its end, by which configurations are ordered.</summary>
    public double Last => Mean.Length == 0 ? double.NegativeInfinity : Mean[^1];

    /// <summary>The places of the mean.</summary>
    public double[] MeanPlaces => Places[Known];

    /// <summary>Takes the mean of the curves of a configuration.</summary>
    /// <param name="curves">The curves of its runs; at least one.</param>
    public static ConfigurationCurve Of(ConfigurationRuns configuration, IReadOnlyList<RunCurve> curves)
    {
        var first = curves.Min(curve => curve.Places[0]);
        var last = curves.Max(curve => curve.End);
        double[] places = last > first ? Even(first, last) : [first];
        double[][] seeds = [.. curves.Select(curve => curve.At(places))];
        var allDiverged = curves.Max(curve => curve.Diverged is null ? double.PositiveInfinity : curve.Cut);
        var enough = (seeds.Length + 1) / 2;
        int[] known =
        [
            .. Enumerable
                .Range(0, places.Length)
                .Where(place =>
                    places[place] <= allDiverged && seeds.Count(seed => !double.IsNaN(seed[place])) >= enough
                ),
        ];
        var own = new ConfigurationCurve(configuration, places, [.. curves.Select(curve => curve.Before(places))])
        {
            IsPoint = curves.All(curve => curve.Values.Length == 1),
            Crosses = [.. curves.Select(curve => curve.Cross).OfType<(double, double)>()],
        };
        if (known.Length == 0)
        {
            return own;
        }

        var points = new (double Mean, BootstrapInterval Interval)[known[^1] - known[0] + 1];
        for (var point = 0; point < points.Length; point++)
        {
            // Over seconds one seed may end before another has its first value: then what was last known holds.
            points[point] = Point(seeds, known[0] + point) ?? points[point - 1];
        }

        return own with
        {
            Known = known[0]..(known[^1] + 1),
            Mean = [.. points.Select(point => point.Mean)],
            Low = own.HasInterval ? [.. points.Select(point => point.Interval.Low)] : [],
            High = own.HasInterval ? [.. points.Select(point => point.Interval.High)] : [],
        };
    }

    private static (double Mean, BootstrapInterval Interval)? Point(double[][] seeds, int place)
    {
        double[] values = [.. seeds.Select(seed => seed[place]).Where(value => !double.IsNaN(value))];
        return values.Length == 0
            ? null
            : (
                InterquartileMean.Of(values),
                seeds.Length < Criteria.LeastForInterval
                    ? default
                    : BootstrapInterval.OfInterquartileMean(values, Resamples, ResamplingSeed)
            );
    }

    private static double[] Even(double first, double last) =>
        [
            .. Enumerable
                .Range(0, MostPlaces)
                .Select(place => place == MostPlaces - 1 ? last : first + ((last - first) * place / (MostPlaces - 1))),
        ];
}
