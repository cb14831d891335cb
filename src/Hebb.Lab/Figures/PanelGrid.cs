using ScottPlot;

namespace Hebb.Lab.Figures;

/// <summary>Where the parts of the figure lie, in pixels: a head, panels in rows from left to right, a foot.</summary>
/// <param name="count">How many panels there are; at least 1.</param>
/// <param name="panelHeight">The height of each.</param>
internal sealed class PanelGrid(int count, int panelHeight = PanelGrid.UsualHeight)
{
    /// <summary>The height of a panel where several stand below each other.</summary>
    public const int UsualHeight = 315;

    private const int PanelWidth = 700;
    private const int LeftMargin = 70;
    private const int RightMargin = 30;
    private const int Foot = 60;

    /// <summary>The height of the part above the panels.</summary>
    public const int Head = 152;

    /// <summary>The room around the data in each panel: for its title above, and for the numbers at the axes.</summary>
    public static PixelPadding Padding { get; } = new(55, 15, 35, 60);

    /// <summary>The columns of the grid.</summary>
    public int Columns { get; } =
        count switch
        {
            1 => 1,
            <= 10 => 2,
            _ => 3,
        };

    /// <summary>The rows of the grid.</summary>
    public int Rows => (count + Columns - 1) / Columns;

    /// <summary>The width of the whole figure. One panel gets the width of two, for the sake of the text above it.</summary>
    public int Width => LeftMargin + (Math.Max(Columns, 2) * PanelWidth) + RightMargin;

    /// <summary>The height of the whole figure.</summary>
    public int Height => Head + (Rows * panelHeight) + Foot;

    /// <summary>Where a panel lies.</summary>
    /// <param name="panel">Its place, from 0.</param>
    public PixelRect Rectangle(int panel)
    {
        var width = (float)(Width - LeftMargin - RightMargin) / Columns;
        var left = LeftMargin + (panel % Columns * width);
        float top = Head + (panel / Columns * panelHeight);
        return new PixelRect(left, left + width, top + panelHeight, top);
    }

    /// <summary>Whether no panel lies below this one.</summary>
    /// <param name="panel">Its place, from 0.</param>
    public bool IsLowest(int panel) => panel + Columns >= count;

    /// <summary>Whether no panel lies to the left of this one.</summary>
    /// <param name="panel">Its place, from 0.</param>
    public bool IsLeftmost(int panel) => panel % Columns == 0;
}
