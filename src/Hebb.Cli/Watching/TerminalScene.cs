using System.Text;
using Hebb.Environments.Scenes;
using Hebb.Lab.Scenes;

namespace Hebb.Cli.Watching;

/// <summary>
/// A scene in the cells of a terminal: each cell is a sign of Braille, two dots wide and four high, of one colour. Lines stay
/// thin and move smoothly; dots are about as wide as they are high.
/// </summary>
public static class TerminalScene
{
    private const int DotsAcross = 2;
    private const int DotsDown = 4;
    private const char NoDots = '\u2800';
    private const int Roles = (int)SceneColor.Warning + 1;

    // Which bit of the sign's number stands for a dot, row by row: the lowest row was added to Braille's six dots later.
    private static readonly int[] Bits = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

    /// <summary>The rows that a scene fills, with its proportions.</summary>
    /// <param name="mostRows">The most rows there is room for.</param>
    public static int RowsFor(Scene scene, int columns, int mostRows) =>
        Math.Clamp(
            (int)Math.Ceiling(scene.Height / scene.Width * columns * DotsAcross / DotsDown),
            1,
            Math.Max(1, mostRows)
        );

    /// <summary>Draws a scene, as large as fits.</summary>
    /// <param name="columns">Cells side by side; at least 1.</param>
    /// <param name="rows">Cells one above the other; at least 1.</param>
    /// <returns>The rows from the top, each of as many signs as there are columns, and what colours them.</returns>
    public static string[] Draw(Scene scene, int columns, int rows, SceneInk ink)
    {
        SceneRaster raster = SceneRaster.Draw(scene, DotsAcross * columns, DotsDown * rows);
        var cells = new (char Sign, SceneColor? Color)[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                cells[row, column] = Cell(raster, column, row);
            }
        }

        foreach (SceneText text in scene.Shapes.OfType<SceneText>())
        {
            Write(scene, text, raster, cells);
        }

        return [.. Enumerable.Range(0, rows).Select(row => Line(cells, row, ink))];
    }

    private static (char Sign, SceneColor? Color) Cell(SceneRaster raster, int column, int row)
    {
        Span<int> counts = stackalloc int[Roles];
        Span<int> signs = stackalloc int[Roles];
        for (var dot = 0; dot < Bits.Length; dot++)
        {
            var across = (DotsAcross * column) + (dot % DotsAcross);
            var down = (DotsDown * row) + (dot / DotsAcross);
            if (raster[across, down] is { } color && IsShown(color, across, down))
            {
                counts[(int)color]++;
                signs[(int)color] |= Bits[dot];
            }
        }

        // A cell has one colour: things hide what helps to read the scene, and that hides the ground.
        var things = 0;
        SceneColor? most = null;
        foreach (
            SceneColor color in (ReadOnlySpan<SceneColor>)
                [SceneColor.Warning, SceneColor.Goal, SceneColor.Accent, SceneColor.Fill, SceneColor.Ink]
        )
        {
            things |= signs[(int)color];
            most = counts[(int)color] > (most is { } other ? counts[(int)other] : 0) ? color : most;
        }

        if (things != 0)
        {
            return Sign(things, most);
        }

        foreach (SceneColor color in (ReadOnlySpan<SceneColor>)[SceneColor.Muted, SceneColor.Faint, SceneColor.Ground])
        {
            if (counts[(int)color] > 0)
            {
                return Sign(signs[(int)color], color);
            }
        }

        return (' ', null);
    }

    // The ground is dotted: filled it would outweigh all that stands on it.
    private static bool IsShown(SceneColor color, int across, int down) =>
        color switch
        {
            SceneColor.Paper => false,
            SceneColor.Ground => (across + (2 * down)) % 4 == 0,
            _ => true,
        };

    private static (char Sign, SceneColor? Color) Sign(int dots, SceneColor? color) => ((char)(NoDots + dots), color);

    private static void Write(Scene scene, SceneText text, SceneRaster raster, (char Sign, SceneColor? Color)[,] cells)
    {
        var (across, down) = raster.Place(scene, text.Place);
        var row = (int)Math.Floor((double)down / DotsDown);
        var column = (int)Math.Floor((double)across / DotsAcross);
        column -= text.Alignment switch
        {
            SceneAlignment.Left => 0,
            SceneAlignment.Centre => text.Text.Length / 2,
            _ => text.Text.Length,
        };
        if (row < 0 || row >= cells.GetLength(0))
        {
            return;
        }

        foreach (var sign in text.Text)
        {
            if (column >= 0 && column < cells.GetLength(1) && !char.IsControl(sign))
            {
                cells[row, column] = (sign, text.Color);
            }

            column++;
        }
    }

    private static string Line((char Sign, SceneColor? Color)[,] cells, int row, SceneInk ink)
    {
        var line = new StringBuilder();
        SceneColor? color = null;
        for (var column = 0; column < cells.GetLength(1); column++)
        {
            var cell = cells[row, column];
            if (cell.Color != color && cell.Sign != ' ')
            {
                color = cell.Color;
                line.Append(ink.Begin(color));
            }

            line.Append(cell.Sign);
        }

        return color is null ? line.ToString() : line.Append(ink.Begin(null)).ToString();
    }
}
