using System.Globalization;
using Hebb.Lab.Figures;
using Hebb.Lab.Tables;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Studies.Chains;

/// <summary>The explosion of causal chains: memory and time of a learner over the steps of its chains, listed and factored.</summary>
public sealed class ChainFigure : Figure
{
    private const int PanelHeight = 520;
    private const int TitleSize = 28;
    private const int NoteSize = 19;
    private const int NoteLine = 26;

    private static readonly PixelPadding Padding = new(100, 20, 60, 50);
    private static readonly PanelGrid Grid = new(ChainPanel.All.Count, PanelHeight);

    private readonly IReadOnlyList<ChainFinding> _rows;
    private readonly IReadOnlyList<string> _note;

    /// <summary>Prepares the figure.</summary>
    /// <param name="options">What was measured.</param>
    /// <param name="findings">What was found; rows of levers are shown.</param>
    public ChainFigure(ChainsOptions options, IReadOnlyList<ChainFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        _rows = [.. findings.Where(finding => finding.Subject.IsRow)];
        _note = FigureText.Lines(Note(options, _rows), Grid.Width - (2 * Padding.Left), NoteSize);
    }

    /// <inheritdoc/>
    private protected override int Width => Grid.Width;

    /// <inheritdoc/>
    private protected override int Height => Grid.Height;

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        var left = Grid.Rectangle(0).Left + Padding.Left;
        var title = "A causal learner's chains: all of them in a list, and made of their steps";
        text.Write(title, new(left, 16), Alignment.UpperLeft, TitleSize, FigureColors.Text, bold: true);
        for (var line = 0; line < _note.Count; line++)
        {
            var place = new Pixel(left, 54 + (line * NoteLine));
            text.Write(_note[line], place, Alignment.UpperLeft, NoteSize, FigureColors.Note);
        }

        new FigureLegend(canvas, text).Draw(new Pixel(left, PanelGrid.Head - 14), Samples());
        foreach (var (index, panel) in ChainPanel.All.Index())
        {
            DrawPanel(canvas, text, panel, Grid.Rectangle(index));
        }
    }

    private IEnumerable<LegendSample> Samples()
    {
        const float Thick = 5;
        yield return new("listed, measured (full marks)", ChainPanel.ColorOf(ChainForm.Listed), Thick);
        if (_rows.Any(finding => !finding.IsMeasured))
        {
            yield return new("listed, would need (open marks)", ChainPanel.ComputedColor, Thick);
        }

        yield return new("factored, measured", ChainPanel.ColorOf(ChainForm.Factored), Thick);
    }

    private void DrawPanel(SKCanvas canvas, FigureText text, ChainPanel panel, PixelRect rectangle)
    {
        PixelRect data = rectangle.Contract(Padding);
        using (Plot plot = panel.Create(_rows, Padding))
        {
            PanelStyle.Draw(plot, canvas, rectangle);
        }

        var above = new Pixel(data.Left, data.Top - 14);
        text.Write(panel.Title, above, Alignment.LowerLeft, 20, FigureColors.Text, bold: true);
        var below = new Pixel(data.HorizontalCenter, data.Bottom + 44);
        text.Write("Steps of a chain", below, Alignment.MiddleCenter, 19, FigureColors.Text);
    }

    private static string Note(ChainsOptions options, IReadOnlyList<ChainFinding> rows)
    {
        var space = options.Subjects[0].Space;
        ChainAgreement agreement = ChainAgreement.Of(rows);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Rows of levers: each frees the next, and the last one the door. With {space.Positions} positions and {space.Colours} colours a step has {space.Relations} relations, so that there are {space.Relations}, {space.Relations}^2, {space.Relations}^3, ... chains. {Counted.Text(options.Seeds.Count, "row")} of each number of steps; listed or factored, {agreement.Same:N0} of {agreement.Actions:N0} actions are the same."
        );
    }
}
