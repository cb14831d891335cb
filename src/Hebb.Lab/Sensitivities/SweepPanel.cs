using Hebb.Lab.Figures;
using Hebb.Numerics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Sensitivities;

/// <summary>The scores of a sweep over one setting that it varied.</summary>
internal static class SweepPanel
{
    private const float TrialSize = 8;
    private const int MostLetters = 14;
    private const double LeastTickGap = 0.16;

    /// <summary>The colour of a trial that was stopped early.</summary>
    public static Color StoppedColor { get; } = Color.FromHex("#C9A227");

    /// <summary>Makes the panel.</summary>
    public static Plot Create(SweepAxis axis, SweepSensitivity sweep)
    {
        var plot = new Plot();
        double[] scores = [.. sweep.Scores];
        var margin = Math.Max(0.06 * (scores[^1] - scores[0]), 0.5);
        (var low, var high) = (scores[0] - margin, scores[^1] + margin);
        Func<int, double?> placeOf = axis.IsNumber ? trial => Scaled(axis, axis.Values[trial]?.Number) : Strips(axis);
        AddTrials(plot, sweep, placeOf, low + (0.35 * margin));
        AddLevels(plot, axis);
        if (axis.IsNumber)
        {
            SetNumbers(plot, axis);
        }
        else
        {
            SetNames(plot, axis);
        }

        plot.Axes.SetLimitsY(low, high);
        plot.Axes.Left.TickGenerator = PanelStyle.Numbers("#,##0.###");
        return plot;
    }

    private static double? Scaled(SweepAxis axis, double? number) =>
        number is { } value ? (axis.IsLogarithmic ? Math.Log10(value) : value) : null;

    // Side by side as far as chance has it, so that equal scores of one strip do not hide each other.
    private static Func<int, double?> Strips(SweepAxis axis)
    {
        var random = new Pcg64(0);
        double[] shifts = [.. axis.Values.Select(_ => random.NextUniform(-0.22, 0.22))];
        string[] names = [.. axis.Levels.Select(level => level.Name)];
        return trial =>
            axis.Values[trial] is { } value && Array.IndexOf(names, value.Text) is >= 0 and var strip
                ? strip + shifts[trial]
                : null;
    }

    private static void AddTrials(Plot plot, SweepSensitivity sweep, Func<int, double?> placeOf, double edge)
    {
        foreach (var (place, trial) in sweep.Trials.Index())
        {
            if (placeOf(place) is not { } x || (trial.Score is null && !trial.IsBroken))
            {
                continue;
            }

            Color color =
                trial.IsBroken ? FigureColors.Threshold
                : trial.IsStopped ? StoppedColor.WithAlpha(0.75)
                : FigureColors.Seed;
            MarkerShape shape = trial.IsBroken ? MarkerShape.Eks : MarkerShape.FilledCircle;
            ScottPlot.Plottables.Marker marker = plot.Add.Marker(
                x,
                trial.Score ?? edge,
                shape,
                TrialSize + (trial.IsBroken ? 2 : 0),
                color
            );
            marker.MarkerStyle.LineWidth = trial.IsBroken ? 2.5f : 0;
        }
    }

    private static void AddLevels(Plot plot, SweepAxis axis)
    {
        (double X, SweepLevel Level)[] known =
        [
            .. axis
                .Levels.Index()
                .Where(one => one.Item.Score.HasValue)
                .Select(one => (axis.IsNumber ? Scaled(axis, one.Item.Middle)!.Value : one.Index, one.Item)),
        ];
        double[] means = [.. known.Select(one => one.Level.Score!.Value.Mean)];
        if (axis.IsNumber)
        {
            PanelStyle.AddLine(plot, [.. known.Select(one => one.X)], means, FigureColors.Band, 3);
        }

        foreach (var (x, level) in known)
        {
            PanelStyle.AddUprightInterval(plot, x, level.Score!.Value, FigureColors.Mean);
        }
    }

    private static void SetNumbers(Plot plot, SweepAxis axis)
    {
        double[] numbers = [.. axis.Values.Select(value => value?.Number).OfType<double>()];
        (var lowest, var highest) = (numbers.Min(), numbers.Max());
        (var left, var right) = (Scaled(axis, lowest)!.Value, Scaled(axis, highest)!.Value);
        var room = right > left ? 0.06 * (right - left) : Math.Max(0.5 * Math.Abs(left), 0.5);
        plot.Axes.SetLimitsX(left - room, right + room);
        double[] own =
        [
            .. axis.Levels.Where(level => level.Lowest == level.Highest).Select(level => level.Middle!.Value),
        ];
        if (own.Length > 0 && own.Length == axis.Levels.Length)
        {
            plot.Axes.Bottom.TickGenerator = Generator(axis, Apart(axis, own, right - left));
        }
        else if (axis.IsLogarithmic)
        {
            var around = LogarithmicTicks
                .Around(lowest, highest)
                .Where(tick => Math.Log10(tick) >= left - room && Math.Log10(tick) <= right + room)
                .OrderByDescending(IsPowerOfTen);
            plot.Axes.Bottom.TickGenerator = Generator(axis, Apart(axis, around, right - left));
        }
        else
        {
            plot.Axes.Bottom.TickGenerator = PanelStyle.Numbers("#,##0.######", 6);
        }
    }

    private static bool IsPowerOfTen(double number) =>
        Math.Abs(Math.Log10(number) - Math.Round(Math.Log10(number))) < 1e-9;

    private static NumericManual Generator(SweepAxis axis, double[] ticks) =>
        new(
            Array.ConvertAll(ticks, tick => Scaled(axis, tick)!.Value),
            Array.ConvertAll(ticks, tick => tick.ToString("G4", CultureInfo.InvariantCulture))
        );

    // Those that have room: the numbers beside the axis must not run into each other.
    private static double[] Apart(SweepAxis axis, IEnumerable<double> ticks, double width)
    {
        var kept = new List<double>();
        foreach (var tick in ticks)
        {
            if (
                kept.All(other =>
                    Math.Abs(Scaled(axis, tick)!.Value - Scaled(axis, other)!.Value) >= LeastTickGap * width
                )
            )
            {
                kept.Add(tick);
            }
        }

        return [.. kept.Order()];
    }

    private static void SetNames(Plot plot, SweepAxis axis)
    {
        plot.Axes.SetLimitsX(-0.5, Math.Max(axis.Levels.Length, 1) - 0.5);
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. axis.Levels.Select((_, place) => (double)place)],
            [
                .. axis.Levels.Select(level =>
                    level.Name.Length > MostLetters ? $"{level.Name[..(MostLetters - 1)]}\u2026" : level.Name
                ),
            ]
        );
    }
}
