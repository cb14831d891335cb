using System.Globalization;
using Hebb.Lab.Figures;
using Hebb.Lab.Tables;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>
/// Why deep networks need weak feedback: equilibria, the residual of training's free phase and the angle of gradients, over the
/// largest gamma sigma^2 of a network, from where on two layers can hold each other where they are.
/// </summary>
public sealed class LandscapeFigure : Figure
{
    private const int PanelWidth = 560;
    private const int PanelHeight = 500;
    private const int LeftMargin = 50;
    private const int RightMargin = 30;
    private const int HeadTop = 20;
    private const int TitleLine = 38;
    private const int NoteLine = 26;
    private const int NoteSize = 19;
    private const int LegendLine = 40;
    private const int Foot = 40;

    private static readonly PixelPadding Padding = new(70, 20, 50, 50);

    private readonly IReadOnlyList<LandscapeFinding> _findings;
    private readonly IReadOnlyList<string> _note;

    /// <summary>Prepares the figure.</summary>
    /// <param name="options">What was measured.</param>
    /// <param name="findings">What was found.</param>
    public LandscapeFigure(LandscapeCheckOptions options, IReadOnlyList<LandscapeFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        _findings = findings;
        _note = FigureText.Lines(Note(options), (3 * PanelWidth) - Padding.Left, NoteSize);
    }

    /// <inheritdoc/>
    private protected override int Width => LeftMargin + (3 * PanelWidth) + RightMargin;

    /// <inheritdoc/>
    private protected override int Height => Head + PanelHeight + Foot;

    private int Head => HeadTop + TitleLine + (_note.Count * NoteLine) + LegendLine;

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        var left = LeftMargin + Padding.Left;
        text.Write(
            "Why deep networks need weak feedback",
            new(left, HeadTop),
            Alignment.UpperLeft,
            28,
            FigureColors.Text,
            bold: true
        );
        for (var line = 0; line < _note.Count; line++)
        {
            var place = new Pixel(left, HeadTop + TitleLine + (line * NoteLine) + 4);
            text.Write(_note[line], place, Alignment.UpperLeft, NoteSize, FigureColors.Note);
        }

        var depths = _findings.Select(finding => finding.Case.Depth).Distinct().Order().ToArray();
        new FigureLegend(canvas, text).Draw(
            new Pixel(left, Head - 12),
            depths.Select(depth => new LegendSample(
                Counted.Text(depth, "hidden layer"),
                LandscapePanel.ColorOf(depth),
                10
            ))
        );
        foreach (var (index, panel) in LandscapePanel.All.Index())
        {
            DrawPanel(canvas, text, panel, index);
        }
    }

    private void DrawPanel(SKCanvas canvas, FigureText text, LandscapePanel panel, int index)
    {
        float from = LeftMargin + (index * PanelWidth);
        var rectangle = new PixelRect(from, from + PanelWidth, Head + PanelHeight, Head);
        PixelRect data = rectangle.Contract(Padding);
        using (Plot plot = panel.Create(_findings, Padding))
        {
            PanelStyle.Draw(plot, canvas, rectangle);
        }

        var above = new Pixel(data.Left, data.Top - 12);
        text.Write(panel.Title, above, Alignment.LowerLeft, 20, FigureColors.Text, bold: true);
        var below = new Pixel(data.HorizontalCenter, data.Bottom + 40);
        text.Write("largest gamma sigma(W)^2", below, Alignment.MiddleCenter, 19, FigureColors.Text);
    }

    private static string Note(LandscapeCheckOptions options) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Each mark is an actor with {LandscapeAgent.Units} tanh units a hidden layer and feedback gamma of {string.Join(", ", options.Feedbacks.Select(LandscapeCheckOptions.Text))}; {Counted.Text(options.Seeds, "seed")} of each. Open marks: before learning. Full marks: after {options.Steps:#,0} steps of PPO by equilibrium propagation on {LandscapeAgent.Environment}. Dashed: gamma sigma^2 = 1."
        );
}
