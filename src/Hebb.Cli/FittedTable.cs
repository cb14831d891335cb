using Hebb.Lab.Tables;
using Spectre.Console;

namespace Hebb.Cli;

/// <summary>
/// A table of texts and numbers: on a terminal drawn as wide as it, without the columns that do not fit; elsewhere plain and
/// whole, columns two spaces apart, for people and for awk.
/// </summary>
internal sealed class FittedTable
{
    private const int Gap = 2;

    private readonly (string Name, bool IsNumber)[] _columns;
    private readonly string[][] _rows;

    private FittedTable((string Name, bool IsNumber)[] columns, string[][] rows)
    {
        _columns = columns;
        _rows = rows;
    }

    /// <summary>Makes a table; a cell without a value is shown as a dash.</summary>
    /// <typeparam name="T">What a row is made of.</typeparam>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    public static FittedTable Of<T>(IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) =>
        new(
            [.. columns.Select(column => (column.Name, column.Alignment is ColumnAlignment.Right))],
            [.. rows.Select(row => (string[])[.. columns.Select(column => Clean(column.Text(row)))])]
        );

    /// <summary>Writes it.</summary>
    /// <param name="terminal">Where to.</param>
    public void Write(Terminal terminal)
    {
        if (terminal.IsLive)
        {
            Draw(terminal.Console);
        }
        else
        {
            WritePlain(terminal.Lines);
        }
    }

    /// <summary>Writes it plain and whole.</summary>
    /// <param name="output">Where to.</param>
    public void WritePlain(TextWriter output)
    {
        string[][] lines =
        [
            [.. _columns.Select(column => column.Name)],
            .. _rows,
        ];
        int[] widths = [.. _columns.Select((_, place) => lines.Max(line => line[place].Length))];
        foreach (var line in lines)
        {
            var cells = line.Select(
                (cell, place) => _columns[place].IsNumber ? cell.PadLeft(widths[place]) : cell.PadRight(widths[place])
            );
            output.WriteLine(string.Join(new string(' ', Gap), cells).TrimEnd());
        }
    }

    private void Draw(IAnsiConsole console)
    {
        int[] widths =
        [
            .. _columns.Select(
                (column, place) => _rows.Select(row => row[place].Length).Append(column.Name.Length).Max()
            ),
        ];
        Table table = new Table().Border(TableBorder.None);
        var shown = 0;
        for (var left = console.Profile.Width; shown < widths.Length; shown++)
        {
            left -= widths[shown] + Gap;
            if (left < 0 && shown > 0)
            {
                break;
            }

            (var name, var isNumber) = _columns[shown];
            var column = new TableColumn(new Text(name, new Style(decoration: Decoration.Bold)));
            column.NoWrap().Padding(0, 0, Gap, 0);
            table.AddColumn(isNumber ? column.RightAligned() : column.LeftAligned());
        }

        foreach (var row in _rows)
        {
            table.AddRow([.. row.Take(shown).Select(Markup.Escape)]);
        }

        console.Write(table);
    }

    // What stands in files must not reach the terminal as a command to it.
    private static string Clean(string cell) =>
        cell.Any(char.IsControl) ? string.Concat(cell.Select(sign => char.IsControl(sign) ? '?' : sign)) : cell;
}
