using System.Globalization;
using Hebb.Lab.Figures;
using Hebb.Lab.Logs;
using Hebb.Lab.Tables;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Supervised;

/// <summary>
/// The course of one supervised run: at the left the mean cost of an example over epochs, at the right the accuracy,
/// each of the training and of the test examples.
/// </summary>
public sealed class SupervisedFigure : Figure
{
    private const int PanelWidth = 690;
    private const int PanelGap = 30;
    private const int PanelHeight = 500;
    private const int LeftMargin = 40;
    private const int RightMargin = 30;
    private const int TitleSize = 28;
    private const int TitleLine = 36;
    private const int NoteSize = 19;
    private const int NoteLine = 26;
    private const int HeadTop = 20;
    private const int LegendHeight = 60;
    private const int Foot = 56;

    private static readonly PixelPadding Padding = new(75, 15, 35, 60);

    private readonly IReadOnlyList<string> _title;
    private readonly IReadOnlyList<string> _settings;
    private readonly IReadOnlyList<EpochRecord> _epochs;

    /// <summary>Prepares the figure.</summary>
    /// <param name="title">The dataset, the network and the estimator; broken into lines where it is long.</param>
    /// <param name="settings">The settings of the run, below the title; broken into lines where it is long.</param>
    /// <param name="epochs">The epochs, in their order; at least one. Numbers that are not finite are left out.</param>
    /// <exception cref="ArgumentException">There is no epoch.</exception>
    public SupervisedFigure(string title, string settings, IReadOnlyList<EpochRecord> epochs)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(epochs);
        if (epochs.Count == 0)
        {
            throw new ArgumentException("epochs is empty; at least one is needed", nameof(epochs));
        }

        _title = FigureText.Lines(title, TextWidth, TitleSize, bold: true);
        _settings = FigureText.Lines(settings, TextWidth, NoteSize);
        _epochs = [.. epochs];
    }

    /// <inheritdoc/>
    private protected override int Width => LeftMargin + (2 * PanelWidth) + PanelGap + RightMargin;

    /// <inheritdoc/>
    private protected override int Height => Head + PanelHeight + Foot;

    private static float DataLeft => LeftMargin + Padding.Left;

    private static float TextWidth => (2 * PanelWidth) + PanelGap - Padding.Left - Padding.Right;

    private int LegendTop => HeadTop + (_title.Count * TitleLine) + (_settings.Count * NoteLine);

    private int Head => LegendTop + LegendHeight;

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        DrawHead(canvas, text);
        var cost = new SupervisedPanel(_epochs, epoch => epoch.TrainingCost, epoch => epoch.TestCost);
        DrawPanel(canvas, text, 0, cost.CreateCost(Padding), "Cost of an example", CostOutcome());
        var accuracy = new SupervisedPanel(
            _epochs,
            epoch => 100 * epoch.TrainingAccuracy,
            epoch => 100 * epoch.TestAccuracy
        );
        DrawPanel(canvas, text, 1, accuracy.CreatePercentage(Padding), "Accuracy", AccuracyOutcome());
        DrawAxisLabels(text, cost.IsLogarithmic);
    }

    private static PixelRect Rectangle(int panel, int top)
    {
        float left = LeftMargin + (panel * (PanelWidth + PanelGap));
        return new PixelRect(left, left + PanelWidth, top + PanelHeight, top);
    }

    private void DrawHead(SKCanvas canvas, FigureText text)
    {
        float y = HeadTop;
        foreach (var line in _title)
        {
            text.Write(line, new(DataLeft, y), Alignment.UpperLeft, TitleSize, FigureColors.Text, bold: true);
            y += TitleLine;
        }

        foreach (var line in _settings)
        {
            text.Write(line, new(DataLeft, y + 4), Alignment.UpperLeft, NoteSize, FigureColors.Note);
            y += NoteLine;
        }

        LegendSample[] samples =
        [
            new("training examples", FigureColors.Training, SupervisedPanel.LineWidth),
            new("test examples", FigureColors.Test, SupervisedPanel.LineWidth),
        ];
        new FigureLegend(canvas, text).Draw(new(DataLeft, y + 30), samples);
    }

    private void DrawPanel(SKCanvas canvas, FigureText text, int panel, Plot plot, string title, string outcome)
    {
        PixelRect rectangle = Rectangle(panel, Head);
        using (plot)
        {
            PanelStyle.Draw(plot, canvas, rectangle);
        }

        PixelRect data = rectangle.Contract(Padding);
        var place = new Pixel(data.Left, data.Top - 31);
        text.Write(title, place, Alignment.LowerLeft, 20, FigureColors.Text, bold: true);
        text.Write(outcome, new(data.Left, data.Top - 9), Alignment.LowerLeft, 17, FigureColors.Note);
    }

    private void DrawAxisLabels(FigureText text, bool costIsLogarithmic)
    {
        string[] beside = [costIsLogarithmic ? "Mean cost, logarithmic" : "Mean cost", "Classified right, in %"];
        for (var panel = 0; panel < beside.Length; panel++)
        {
            PixelRect data = Rectangle(panel, Head).Contract(Padding);
            var left = new Pixel(data.Left - 75, data.VerticalCenter);
            text.Write(beside[panel], left, Alignment.MiddleCenter, 20, FigureColors.Text, rotation: -90);
            var below = new Pixel(data.HorizontalCenter, data.Bottom + 54);
            text.Write("Epoch", below, Alignment.MiddleCenter, 20, FigureColors.Text);
        }
    }

    private string CostOutcome()
    {
        EpochRecord last = _epochs[^1];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{After(last)}: {last.TrainingCost:G4} training, {last.TestCost:G4} test"
        );
    }

    private string AccuracyOutcome()
    {
        EpochRecord last = _epochs[^1];
        EpochRecord best = _epochs.MaxBy(epoch => epoch.TestAccuracy)!;
        var outcome = string.Create(
            CultureInfo.InvariantCulture,
            $"{After(last)}: {100 * last.TrainingAccuracy:0.00} % training, {100 * last.TestAccuracy:0.00} % test"
        );
        return best.TestAccuracy > last.TestAccuracy
            ? outcome
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $" (best {100 * best.TestAccuracy:0.00} %, epoch {best.Epoch})"
                )
            : outcome;
    }

    private static string After(EpochRecord epoch) => $"After {Counted.Text(epoch.Epoch, "epoch")}";
}
