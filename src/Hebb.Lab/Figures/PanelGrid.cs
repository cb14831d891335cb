using ScottPlot;

namespace Hebb.Lab.Figures;

/// <summary>Panels of one size in rows from left to right, in pixels below the head of their figure.</summary>
/// <param name="count">How many panels there are; at least 1.</param>
/// <param name="left">The room at the left of them, for what their axes show.</param>
internal sealed class PanelGrid(int count, int columns, int width, int height, int left = 70)
{
    /// <summary>The room around the data in each panel: for its title above, and for the numbers at the axes.</summary>
    public static PixelPadding Padding { get; } = new(55, 15, 35, 60);

    /// <summary>Panels of the usual width: one as wide as two, or two in a row, or three of many.</summary>
    /// <param name="count">How many panels there are; at least 1.</param>
    public static PanelGrid Of(int count, int height) =>
        count switch
        {
            1 => new PanelGrid(1, 1, 1400, height),
            <= 10 => new PanelGrid(count, 2, 700, height),
            _ => new PanelGrid(count, 3, 700, height),
        };

    /// <summary>Makes a panel with its place.</summary>
    /// <param name="place">Its place, from 0.</param>
    /// <param name="create">Makes its plot; null where there is nothing to be drawn.</param>
    /// <param name="title">What it shows, above its data.</param>
    /// <param name="outcome">What came out, small and below the title.</param>
    public FigurePanel Panel(
        int place,
        PixelPadding padding,
        Func<Plot>? create,
        string below = "",
        string beside = "",
        string title = "",
        string outcome = ""
    )
    {
        float from = left + (place % columns * width);
        float top = place / columns * height;
        return new FigurePanel(new PixelRect(from, from + width, top + height, top), padding, create)
        {
            Title = title,
            Outcome = outcome,
            Below = IsLowest(place) ? below : "",
            Beside = IsLeftmost(place) ? beside : "",
        };
    }

    /// <summary>Whether no panel lies below this one.</summary>
    /// <param name="place">Its place, from 0.</param>
    public bool IsLowest(int place) => place + columns >= count;

    /// <summary>Whether no panel lies to the left of this one.</summary>
    /// <param name="place">Its place, from 0.</param>
    public bool IsLeftmost(int place) => place % columns == 0;
}
