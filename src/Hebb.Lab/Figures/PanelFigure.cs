using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>
/// A figure of panels: a title, a note and a legend above them. A figure says what these are; where they are drawn, and how, is written
/// here and in <see cref="FigurePanel"/> once.
/// </summary>
public abstract class PanelFigure : Figure
{
    private const int Top = 20;
    private const int TitleSize = 28;
    private const int TitleLine = 36;
    private const int NoteSize = 19;
    private const int NoteLine = 26;
    private const int RightMargin = 30;

    /// <summary>What the figure shows; broken into lines where it is long.</summary>
    private protected string Title { get; init; } = "";

    /// <summary>What a reader has to know; broken into lines where it is long.</summary>
    private protected string Note { get; init; } = "";

    /// <summary>What the colours and lines are.</summary>
    private protected IReadOnlyList<LegendSample> Legend { get; init; } = [];

    /// <summary>The panels; at least one.</summary>
    private protected IReadOnlyList<FigurePanel> Panels { get; init; } = [];

    /// <summary>The room for the words above panels that are narrower.</summary>
    private protected int LeastWidth { get; init; }

    /// <inheritdoc/>
    private protected sealed override int Width =>
        (int)Math.Max(LeastWidth, Panels.Max(panel => panel.Rectangle.Right) + RightMargin);

    /// <inheritdoc/>
    private protected sealed override int Height => (int)(HeadHeight + Panels.Max(panel => panel.Bottom));

    // Where the words begin: above the data, or above the names at the left of them.
    private float Left => Panels[0].Names.Count > 0 ? RowsGrid.Margin : Panels[0].Data.Left;

    private float HeadWidth => Width - Left - RightMargin;

    private IReadOnlyList<string> TitleLines => FigureText.Lines(Title, HeadWidth, TitleSize, bold: true);

    private IReadOnlyList<string> NoteLines => FigureText.Lines(Note, HeadWidth, NoteSize);

    private int LegendTop => Top + (TitleLines.Count * TitleLine) + (NoteLines.Count * NoteLine) + 15;

    private int HeadHeight => LegendTop + new FigureLegend(Legend, HeadWidth).Height + 25;

    /// <inheritdoc/>
    private protected sealed override void Draw(SKCanvas canvas, FigureText text)
    {
        float y = Top;
        foreach (var line in TitleLines)
        {
            text.Write(line, new(Left, y), Alignment.UpperLeft, TitleSize, FigureColors.Text, bold: true);
            y += TitleLine;
        }

        y += 6;
        foreach (var line in NoteLines)
        {
            text.Write(line, new(Left, y), Alignment.UpperLeft, NoteSize, FigureColors.Note);
            y += NoteLine;
        }

        new FigureLegend(Legend, HeadWidth).Draw(canvas, text, new(Left, LegendTop));
        var head = HeadHeight;
        foreach (FigurePanel panel in Panels)
        {
            FigurePanel lower = panel.Lower(head);
            lower.Draw(canvas, text);
            DrawMore(canvas, text, lower);
        }
    }

    /// <summary>Draws what a figure has beside a panel and others do not.</summary>
    private protected virtual void DrawMore(SKCanvas canvas, FigureText text, FigurePanel panel) { }
}
