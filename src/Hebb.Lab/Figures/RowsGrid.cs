using ScottPlot;

namespace Hebb.Lab.Figures;

/// <summary>
/// Where panels of named rows lie, in pixels: in columns that are filled from the top, names at the left of each panel, its title above.
/// </summary>
internal sealed class RowsGrid
{
    /// <summary>The room around the data in each panel: below for the numbers at the axis, at the right for a word.</summary>
    public static readonly PixelPadding Padding = new(10, 80, 44, 44);

    private const int Names = 440;
    private const int PanelWidth = 440;
    private const int RowHeight = 30;
    private const int Head = 150;
    private const int Foot = 40;
    private const int Gap = 26;

    private readonly PixelRect[] _rectangles;

    /// <summary>Lays panels out.</summary>
    /// <param name="columns">The rows of the panels of each column, from the top; at least one panel.</param>
    public RowsGrid(IReadOnlyList<IReadOnlyList<int>> columns)
    {
        var rectangles = new List<PixelRect>();
        var height = 0;
        foreach (var (column, panels) in columns.Index())
        {
            var top = Head;
            foreach (var rows in panels)
            {
                float left = (column * (Names + PanelWidth)) + Names;
                var bottom = top + (rows * RowHeight) + (int)(Padding.Top + Padding.Bottom);
                rectangles.Add(new PixelRect(left, left + PanelWidth, bottom, top));
                top = bottom + Gap;
            }

            height = Math.Max(height, top);
        }

        _rectangles = [.. rectangles];
        Width = (Math.Max(columns.Count, 1) * (Names + PanelWidth)) + 20;
        Height = height + Foot;
    }

    /// <summary>The width of the whole figure.</summary>
    public int Width { get; }

    /// <summary>The height of the whole figure.</summary>
    public int Height { get; }

    /// <summary>Where a panel lies, its padding included.</summary>
    /// <param name="panel">Its place, from 0: first those of the first column.</param>
    public PixelRect Rectangle(int panel) => _rectangles[panel];

    /// <summary>The height at which a row of a panel lies.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="row">Its place, from 0 at the top.</param>
    public float Middle(int panel, int row) => _rectangles[panel].Top + Padding.Top + ((row + 0.5f) * RowHeight);
}
