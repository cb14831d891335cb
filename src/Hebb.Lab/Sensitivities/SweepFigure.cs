using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Numerics.Statistics;
using ScottPlot;

namespace Hebb.Lab.Sensitivities;

/// <summary>
/// How the scores of a sweep depend on each setting that it varied: a panel a setting, that which explains most of the variance
/// first; every trial a dot, and the interquartile mean of each level with its 95 % interval.
/// </summary>
public sealed class SweepFigure : PanelFigure
{
    private static readonly PixelPadding Padding = new(56, 24, 62, 74);

    private readonly SweepSensitivity _sweep;

    /// <summary>Prepares the figure.</summary>
    public SweepFigure(SweepSensitivity sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        _sweep = sweep;
        Title =
            $"{sweep.Name}: {Counted.Text(sweep.Trials.Length, "trial")}{(sweep.Environment is { } name ? $" in {name}" : "")}";
        Note = Spread();
        Legend = [.. Samples()];
        var grid = new PanelGrid(sweep.Axes.Length, sweep.Axes.Length <= 4 ? 2 : 3, width: 520, height: 400);
        Panels =
        [
            .. sweep.Axes.Select(
                (axis, place) =>
                    grid.Panel(
                        place,
                        Padding,
                        () => SweepPanel.Create(axis, sweep),
                        beside: sweep.Metric.Axis,
                        title: axis.Path,
                        outcome: Share(axis)
                    )
            ),
        ];
    }

    private IEnumerable<LegendSample> Samples()
    {
        var levels = _sweep.Axes.SelectMany(axis => axis.Levels).Select(level => level.Score);
        yield return new(IntervalText.Legend("interquartile mean of trials", levels, "trials"), FigureColors.Mean, 7);
        yield return new("a trial", FigureColors.Seed, 7);
        if (_sweep.Trials.Any(trial => trial.IsStopped))
        {
            yield return new("a trial that was stopped early", SweepPanel.StoppedColor, 7);
        }

        if (_sweep.Trials.Any(trial => trial.IsBroken))
        {
            yield return new(
                "failed or diverged (without a score: at the lower edge)",
                FigureColors.Threshold,
                2.5f,
                IsCross: true
            );
        }
    }

    private string Share(SweepAxis axis) =>
        axis.Share is { } share
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Math.Max(0, share.Adjusted):0 %} of the variance, p = {share.Chance:0.0000}; best less worst: {(axis.Span is { } span ? FittedDecimals.Text(span, _sweep.Scores) : "-")}"
            )
            : "too few trials to tell its share of the variance";

    // How far the scores lie apart, which is how sensitive the method is to what was varied, all in all.
    private string Spread()
    {
        double[] scores = [.. _sweep.Scores];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_sweep.Metric.Title}, mean over seeds. Best trial {Text(scores[^1])}, median {Text(Percentile.OfSorted(scores, 0.5))}, lowest quarter below {Text(Percentile.OfSorted(scores, 0.25))}, worst {Text(scores[0])}."
        );

        string Text(double score) => FittedDecimals.Text(score, scores);
    }
}
