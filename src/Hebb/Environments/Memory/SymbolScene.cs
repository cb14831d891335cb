using Hebb.Environments.Scenes;

namespace Hebb.Environments.Memory;

/// <summary>Symbols in a row, each in a frame with a word below it, and lines of writing under them.</summary>
internal static class SymbolScene
{
    private const int MostCells = 12;
    private const int LeastCells = 8;
    private const double Cell = 1;
    private const double Distance = 1.25;
    private const double Frame = 0.06;
    private const double SymbolHeight = 0.5;
    private const double LetterHeight = 0.24;
    private const double LineHeight = 0.4;

    /// <summary>Draws it.</summary>
    /// <param name="cells">The symbols, from left to right; of more than twelve the last ones are left out.</param>
    /// <param name="words">The lines of writing.</param>
    public static Scene Draw(IReadOnlyCollection<SymbolCell> cells, params ReadOnlySpan<string> words)
    {
        List<SceneShape> shapes = [];
        var isWhole = cells.Count <= MostCells;
        SymbolCell[] shown = isWhole
            ? [.. cells]
            : [.. cells.Take(MostCells - 1), new SymbolCell("...", "", SceneColor.Muted)];
        for (var index = 0; index < shown.Length; index++)
        {
            shapes.AddRange(Draw(shown[index], index * Distance));
        }

        for (var line = 0; line < words.Length; line++)
        {
            var place = new ScenePoint(0, -1 - (line * LineHeight));
            shapes.Add(new SceneText(place, words[line], LetterHeight, SceneAlignment.Left, SceneColor.Muted));
        }

        var width = Math.Max(shown.Length, LeastCells) * Distance;
        var below = 1 + (words.Length * LineHeight);
        return new Scene(-0.25, -below, width + 0.25, below + Cell + 0.25, [.. shapes]);
    }

    private static IEnumerable<SceneShape> Draw(SymbolCell cell, double left)
    {
        var middle = new ScenePoint(left + (Cell / 2), Cell / 2);
        yield return new SceneRectangle(left, 0, Cell, Cell, cell.Color) { CornerRadius = 0.1 };
        yield return new SceneRectangle(left + Frame, Frame, Cell - (2 * Frame), Cell - (2 * Frame), SceneColor.Paper)
        {
            CornerRadius = 0.07,
        };
        yield return new SceneText(middle, cell.Symbol, SymbolHeight, SceneAlignment.Centre, SceneColor.Ink);
        yield return new SceneText(
            middle.Moved(0, -0.85),
            cell.Label,
            LetterHeight,
            SceneAlignment.Centre,
            SceneColor.Muted
        );
    }
}

/// <summary>A symbol in a frame.</summary>
/// <param name="Symbol">A sign or two.</param>
/// <param name="Label">A short word below it; empty for none.</param>
/// <param name="Color">The colour of its frame.</param>
internal readonly record struct SymbolCell(string Symbol, string Label, SceneColor Color);
