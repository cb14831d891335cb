using Hebb.Lab.Figures;
using Hebb.Lab.Logs;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using ScottPlot;

namespace Hebb.Lab.Curves;

/// <summary>
/// What runs measured as they learned: a panel for each environment, a colour for each configuration, the interquartile mean
/// over seeds with its 95 % interval before the single seeds. With many configurations only the highest have their own colours.
/// </summary>
public sealed class RunCurvesFigure : PanelFigure
{
    private const double LeastPart = 0.33;

    private static readonly PixelPadding WithoutTitle = new(55, 15, 35, 24);

    private readonly RunCurves _curves;
    private readonly CurvesOfTask[] _tasks;

    /// <summary>Prepares the figure.</summary>
    public RunCurvesFigure(RunCurves curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        _curves = curves;
        string[] colored =
        [
            .. curves
                .Curves.GroupBy(curve => curve.Configuration.Label, StringComparer.Ordinal)
                .Index()
                .OrderByDescending(one =>
                    curves.Count > ConfigurationColors.Most ? one.Item.Max(curve => curve.Last) : -one.Index
                )
                .Take(ConfigurationColors.Most)
                .Select(one => one.Item.Key),
        ];
        _tasks =
        [
            .. curves
                .Curves.GroupBy(curve => curve.Configuration.Environment, StringComparer.Ordinal)
                .Select(task => new CurvesOfTask(task.Key, [.. task], colored, Threshold(task.Key, [.. task]))),
        ];
        var measured = MeasurementTitle.Of(curves.Measured);
        var isOne = _tasks.Length == 1;
        Title = isOne ? $"{measured} in {_tasks[0].Environment}" : measured;
        Note = NoteOf();
        Legend = [.. Samples(colored)];
        var grid = PanelGrid.Of(_tasks.Length, height: 560);
        Panels =
        [
            .. _tasks.Select(
                (task, place) =>
                    grid.Panel(
                        place,
                        isOne ? WithoutTitle : PanelGrid.Padding,
                        () => RunCurvesPanel.Create(task),
                        below: curves.AxisTitle,
                        beside: measured,
                        title: isOne ? "" : task.Environment
                    )
            ),
        ];
    }

    private string NoteOf()
    {
        var smooth =
            _curves.Smooth > 1
                ? $"The mean over {_curves.Smooth} {(_curves.Measured == TensorBoardTags.MeanReward ? "evaluations" : "episodes")}. "
                : "";
        var unfinished = _curves.Unfinished > 0 ? $" {Counted.Text(_curves.Unfinished, "run")} not finished." : "";
        return $"{smooth}{OfMeans()}{unfinished}".Trim();
    }

    // Of one seed each there is neither a mean nor an interval.
    private string OfMeans()
    {
        if (_curves.Curves.All(curve => curve.Seeds.Length == 1))
        {
            return "";
        }

        bool[] known = [.. _curves.Curves.Select(curve => curve.HasInterval)];
        var interval =
            !known.Contains(true) ? ""
            : known.Contains(false) ? $"; 95 % bootstrap interval from {Criteria.LeastForInterval} seeds on"
            : "; 95 % bootstrap interval";
        return $"Interquartile mean over seeds, as far as half of them have run{interval}.";
    }

    private IEnumerable<LegendSample> Samples(string[] colored)
    {
        foreach (var (place, label) in colored.Index())
        {
            var runs = _tasks
                .SelectMany(task => task.Curves)
                .Where(curve => curve.Configuration.Label == label)
                .Sum(curve => curve.Seeds.Length);
            var seeds = string.Create(CultureInfo.InvariantCulture, $"{label} ({Counted.Text(runs, "run")})");
            yield return new LegendSample(seeds, ConfigurationColors.Of(place), 4);
        }

        var rest = _tasks
            .SelectMany(task => task.Curves)
            .Count(curve => !colored.Contains(curve.Configuration.Label, StringComparer.Ordinal));
        if (rest > 0)
        {
            yield return new LegendSample($"{rest} others, lower at their end", ConfigurationColors.Rest, 2);
        }

        if (_curves.Curves.Any(curve => curve.Crosses.Length > 0))
        {
            yield return LegendSample.Diverged;
        }

        if (_tasks.FirstOrDefault(task => task.Threshold.HasValue) is { } task0)
        {
            var solved =
                _tasks.Length == 1
                    ? string.Create(CultureInfo.InvariantCulture, $"solved: {task0.Threshold}")
                    : "solved";
            yield return new LegendSample(solved, FigureColors.Note, 2, Dashed: true);
        }
    }

    // Not where the curves would lie flat at the bottom for its sake.
    private double? Threshold(string environment, ConfigurationCurve[] curves)
    {
        var solvedAt = _curves.Measured is "r" or TensorBoardTags.MeanReward
            ? curves[0].Configuration.Runs[0].Threshold
            : null;
        double[] heights = [.. curves.SelectMany(curve => curve.Seeds).SelectMany(seed => seed).Where(double.IsFinite)];
        (var low, var high) = (heights.Min(), heights.Max());
        return high - low >= LeastPart * (Math.Max(high, solvedAt ?? high) - Math.Min(low, solvedAt ?? low))
            ? solvedAt
            : null;
    }
}
