using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>A panel of a figure, with the words around it.</summary>
/// <param name="Rectangle">Where it lies, its padding included, in pixels below the figure's head.</param>
/// <param name="Create">Makes its plot; null where there is nothing to be drawn.</param>
internal sealed record FigurePanel(PixelRect Rectangle, PixelPadding Padding, Func<Plot>? Create)
{
    private const int TitleLine = 24;
    private const int KeySize = 17;
    private const int KeySample = 40;

    /// <summary>The height of a line of the legend of a panel.</summary>
    public const int KeyLine = 25;

    /// <summary>What it shows, above its data.</summary>
    public string Title { get; init; } = "";

    /// <summary>What came out, small and below the title.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>A legend of its own, between its title and its data: a line for each curve, with what came of it at the right.</summary>
    public IReadOnlyList<(LegendSample Sample, string Outcome, bool IsBold)> Key { get; init; } = [];

    /// <summary>For how many lines of such a legend there is room, so that the titles of panels lie side by side.</summary>
    public int KeyRoom { get; init; }

    /// <summary>What its horizontal axis is.</summary>
    public string Below { get; init; } = "";

    /// <summary>What its vertical axis is.</summary>
    public string Beside { get; init; } = "";

    /// <summary>What is said in its place where there is nothing to be drawn.</summary>
    public string Missing { get; init; } = "";

    /// <summary>The title of it and the panels beside it, above the names.</summary>
    public string BlockTitle { get; init; } = "";

    /// <summary>The names of its rows at its left, from the top.</summary>
    public IReadOnlyList<(string Name, Color Color)> Names { get; init; } = [];

    /// <summary>The room for names.</summary>
    public int NamesWidth { get; init; }

    /// <summary>A word for each row at the right of its data, from the top.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Where its data lie.</summary>
    public PixelRect Data => Rectangle.Contract(Padding);

    /// <summary>How far down it and the words below it reach.</summary>
    public float Bottom => Below.Length > 0 ? Math.Max(Data.Bottom + 95, Rectangle.Bottom) : Rectangle.Bottom + 20;

    /// <summary>It, further down.</summary>
    public FigurePanel Lower(float pixels) =>
        this with
        {
            Rectangle = new(Rectangle.Left, Rectangle.Right, Rectangle.Bottom + pixels, Rectangle.Top + pixels),
        };

    /// <summary>Draws it and its words.</summary>
    public void Draw(SKCanvas canvas, FigureText text)
    {
        if (Create is null)
        {
            text.Write(Missing, Data.Center, Alignment.MiddleCenter, 22, FigureColors.Note);
        }
        else
        {
            using Plot plot = Create();
            PanelStyle.Apply(plot, Padding);
            PanelStyle.Draw(plot, canvas, Rectangle);
        }

        var width = Rectangle.Right - Data.Left;
        DrawKey(canvas, text);
        var y = Data.Top - (Outcome.Length > 0 ? 31 : 10) - (KeyRoom * KeyLine);
        foreach (var line in FigureText.Lines(Title, width, 20, bold: true).Reverse())
        {
            var fitted = FigureText.Fitted(line, width, 20);
            text.Write(fitted, new(Data.Left, y), Alignment.LowerLeft, 20, FigureColors.Text, bold: true);
            y -= TitleLine;
        }

        text.Write(Outcome, new(Data.Left, Data.Top - 9), Alignment.LowerLeft, 17, FigureColors.Note);
        var below = new Pixel(Data.HorizontalCenter, Data.Bottom + 57);
        text.Write(Below, below, Alignment.MiddleCenter, 20, FigureColors.Text);
        var beside = new Pixel(Data.Left - 88, Data.VerticalCenter);
        text.Write(Beside, beside, Alignment.MiddleCenter, 20, FigureColors.Text, rotation: -90);
        DrawRows(text);
    }

    private void DrawKey(SKCanvas canvas, FigureText text)
    {
        foreach (var (row, (sample, outcome, isBold)) in Key.Index())
        {
            var y = Data.Top - 8 - ((KeyRoom - row - 0.5f) * KeyLine);
            sample.Draw(canvas, new(Data.Left, y), KeySample);
            var name = new Pixel(Data.Left + KeySample + 10, y);
            text.Write(sample.Name, name, Alignment.MiddleLeft, KeySize, FigureColors.Text, isBold);
            text.Write(outcome, new(Data.Right, y), Alignment.MiddleRight, KeySize, FigureColors.Text, isBold);
        }
    }

    private void DrawRows(FigureText text)
    {
        var title = new Pixel(Rectangle.Left - NamesWidth, Data.Top - (Title.Length > 0 ? 40 : 10));
        text.Write(BlockTitle, title, Alignment.LowerLeft, 20, FigureColors.Text, bold: true);
        foreach (var (row, (name, color)) in Names.Index())
        {
            var fitted = FigureText.Fitted(name, NamesWidth, RowsGrid.NameSize);
            text.Write(fitted, new(Rectangle.Left, Middle(row)), Alignment.MiddleRight, RowsGrid.NameSize, color);
        }

        foreach (var (row, word) in Words.Index())
        {
            text.Write(word, new(Data.Right + 10, Middle(row)), Alignment.MiddleLeft, 16, FigureColors.Note);
        }
    }

    private float Middle(int row) => Data.Top + ((row + 0.5f) * RowsGrid.RowHeight);
}
