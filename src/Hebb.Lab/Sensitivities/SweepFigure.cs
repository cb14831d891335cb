using System.Globalization;
using Hebb.Lab.Figures;
using Hebb.Lab.Tables;
using Hebb.Numerics.Statistics;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Sensitivities;

/// <summary>
/// How the scores of a sweep hang on each setting that it varied: a panel a setting, that which explains most of the variance
/// first; every trial a dot, and the interquartile mean of each level with its 95 % interval.
/// </summary>
public sealed class SweepFigure : Figure
{
    private const int PanelWidth = 520;
    private const int PanelHeight = 400;
    private const int LeftMargin = 66;
    private const int NoteTop = 62;
    private const int NoteLine = 27;
    private const int NoteSize = 19;
    private const int Foot = 16;
    private const int LeastColumns = 2;
    private const int MostColumns = 3;
    private const int TitleSize = 19;

    private static readonly PixelPadding Padding = new(56, 24, 62, 74);

    private readonly SweepSensitivity _sweep;
    private readonly int _columns;
    private readonly FlowLegend _legend;
    private readonly IReadOnlyList<string> _note;

    /// <summary>Prepares the figure.</summary>
    /// <param name="sweep">The sweep.</param>
    public SweepFigure(SweepSensitivity sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        _sweep = sweep;
        _columns = Math.Clamp(sweep.Axes.Length <= 4 ? LeastColumns : MostColumns, LeastColumns, MostColumns);
        List<LegendSample> samples =
        [
            new("interquartile mean of trials, 95 % interval", FigureColors.Mean, 7),
            new("a trial", FigureColors.Seed, 7),
        ];
        if (sweep.Trials.Any(trial => trial.IsStopped))
        {
            samples.Add(new("a trial that was stopped early", SweepPanel.StoppedColor, 7));
        }

        if (sweep.Trials.Any(trial => trial.IsBroken))
        {
            samples.Add(new("failed or diverged (without a score: at the lower edge)", FigureColors.Threshold, 7));
        }

        _legend = new FlowLegend(samples, Width - 60);
        _note = FigureText.Lines(Spread(), Width - 60, NoteSize);
    }

    /// <inheritdoc/>
    private protected override int Width => LeftMargin + (_columns * PanelWidth) + 20;

    /// <inheritdoc/>
    private protected override int Height =>
        Head + ((_sweep.Axes.Length + _columns - 1) / _columns * PanelHeight) + Foot;

    private int LegendTop => NoteTop + (_note.Count * NoteLine) + 6;

    private int Head => LegendTop + _legend.Height + 14;

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        var title =
            $"{_sweep.Name}: {Counted.Text(_sweep.Trials.Length, "trial")}{(_sweep.Environment is { } name ? $" in {name}" : "")}";
        text.Write(
            FigureText.Fitted(title, Width - 60, 30),
            new Pixel(30, 20),
            Alignment.UpperLeft,
            28,
            FigureColors.Text,
            bold: true
        );
        foreach (var (line, words) in _note.Index())
        {
            text.Write(
                words,
                new Pixel(30, NoteTop + (line * NoteLine)),
                Alignment.UpperLeft,
                NoteSize,
                FigureColors.Note
            );
        }

        _legend.Draw(canvas, text, new Pixel(30, LegendTop));
        foreach (var (place, axis) in _sweep.Axes.Index())
        {
            float left = LeftMargin + (place % _columns * PanelWidth);
            float top = Head + (place / _columns * PanelHeight);
            var rectangle = new PixelRect(left, left + PanelWidth, top + PanelHeight, top);
            using (Plot plot = SweepPanel.Create(axis, _sweep, Padding))
            {
                PanelStyle.Draw(plot, canvas, rectangle);
            }

            var area = rectangle.Contract(Padding);
            var above = new Pixel(area.Left, area.Top - 34);
            var path = FigureText.Fitted(axis.Path, area.Width, TitleSize + 1);
            text.Write(path, above, Alignment.LowerLeft, TitleSize, FigureColors.Text, bold: true);
            text.Write(Share(axis), new Pixel(area.Left, area.Top - 10), Alignment.LowerLeft, 16, FigureColors.Note);
            if (place % _columns == 0)
            {
                var beside = new Pixel(left - 30, (area.Top + area.Bottom) / 2);
                text.Write(_sweep.Metric.Axis, beside, Alignment.MiddleCenter, 20, FigureColors.Text, rotation: -90);
            }
        }
    }

    private static string Share(SweepAxis axis) =>
        axis.Share is { } share
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Math.Max(0, share.Adjusted):0 %} of the variance, p = {share.Chance:0.0000}; best less worst: {axis.Span:0.#}"
            )
            : "too few trials to tell its share of the variance";

    // How far the scores lie apart, which is how sensitive the method is to what was varied, all in all.
    private string Spread()
    {
        double[] scores = [.. _sweep.Scores];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_sweep.Metric.Title}, mean over seeds. Best trial {scores[^1]:0.#}, median {Percentile.OfSorted(scores, 0.5):0.#}, lowest quarter below {Percentile.OfSorted(scores, 0.25):0.#}, worst {scores[0]:0.#}."
        );
    }
}
