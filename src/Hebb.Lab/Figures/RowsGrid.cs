using ScottPlot;

namespace Hebb.Lab.Figures;

/// <summary>
/// Panels of named rows, in pixels below the head of their figure: blocks of panels side by side, names at their left, one block below
/// the other.
/// </summary>
internal sealed class RowsGrid(int names, params int[] widths)
{
    /// <summary>The size of names.</summary>
    public const int NameSize = 17;

    /// <summary>The height of a row.</summary>
    public const int RowHeight = 30;

    /// <summary>The room at the left of the figure.</summary>
    public const int Margin = 30;

    private const int Gap = 26;

    private readonly Dictionary<int, float> _tops = [];

    /// <summary>Makes the panels of a block below those of before.</summary>
    /// <param name="title">Its title, above the names.</param>
    /// <param name="rows">The names, from the top.</param>
    /// <param name="panels">The room around the data of each panel, and what makes its plot.</param>
    /// <param name="column">The column of blocks, from 0.</param>
    public FigurePanel[] Block(
        string title,
        IReadOnlyList<(string Name, Color Color)> rows,
        IReadOnlyList<(PixelPadding Padding, Func<Plot> Create)> panels,
        int column = 0
    )
    {
        var top = _tops.GetValueOrDefault(column);
        var height = panels.Max(panel => panel.Padding.Top + panel.Padding.Bottom) + (rows.Count * RowHeight);
        _tops[column] = top + height + Gap;
        float left = (column * (names + widths.Sum())) + names;
        var block = new FigurePanel[panels.Count];
        for (var place = 0; place < block.Length; place++)
        {
            var rectangle = new PixelRect(left, left + widths[place], top + height, top);
            block[place] = new FigurePanel(rectangle, panels[place].Padding, panels[place].Create);
            left += widths[place];
        }

        block[0] = block[0] with { BlockTitle = title, Names = rows, NamesWidth = names - Margin };
        return block;
    }
}
