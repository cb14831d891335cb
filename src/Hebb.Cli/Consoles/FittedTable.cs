using Hebb.Lab.Tables;
using Spectre.Console;

namespace Hebb.Cli.Consoles;

/// <summary>
/// A table of texts and numbers: on a terminal drawn as wide as it, without the columns that do not fit; elsewhere plain and
/// whole, columns two spaces apart, for people and for awk.
/// </summary>
internal sealed class FittedTable : TextTable
{
    private const int Gap = 2;

    /// <summary>Writes it.</summary>
    /// <param name="terminal">Where to.</param>
    public void Write(Terminal terminal) => Write(terminal, this);

    /// <summary>Writes a table.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="table">The table.</param>
    public static void Write(Terminal terminal, TextTable table)
    {
        string[][] rows = [.. table.Rows.Select(row => Shown(row.Cells, table.Columns.Count))];
        if (terminal.IsLive)
        {
            Draw(terminal.Console, table, rows);
        }
        else
        {
            PlainTable.Write(
                terminal.Lines,
                [
                    [.. table.Columns.Select(column => column.Name)],
                    .. rows,
                ],
                column => table.Columns[column].IsNumber
            );
        }
    }

    private static void Draw(IAnsiConsole console, TextTable source, string[][] rows)
    {
        int[] widths =
        [
            .. source.Columns.Select(
                (column, place) => rows.Select(row => row[place].Length).Append(column.Name.Length).Max()
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

            (var name, var isNumber) = source.Columns[shown];
            var column = new TableColumn(new Text(name, new Style(decoration: Decoration.Bold)));
            column.NoWrap().Padding(0, 0, Gap, 0);
            table.AddColumn(isNumber ? column.RightAligned() : column.LeftAligned());
        }

        foreach ((var row, (_, var isGood)) in rows.Zip(source.Rows))
        {
            string[] cells = [.. row.Take(shown).Select(Markup.Escape)];
            if (isGood is { } good && shown == row.Length)
            {
                cells[^1] = $"[{(good ? "green" : "red")}]{cells[^1]}[/]";
            }

            table.AddRow(cells);
        }

        console.Write(table);
    }

    // A row of a few cells alone is a heading: what follows stays blank.
    private static string[] Shown(IReadOnlyList<string> cells, int columns) =>
        [
            .. cells.Select(cell => cell.Length == 0 ? "-" : Clean(cell)),
            .. Enumerable.Repeat("", columns - cells.Count),
        ];

    // What stands in files must not reach the terminal as a command to it.
    private static string Clean(string cell) =>
        cell.Any(char.IsControl) ? string.Concat(cell.Select(sign => char.IsControl(sign) ? '?' : sign)) : cell;
}
