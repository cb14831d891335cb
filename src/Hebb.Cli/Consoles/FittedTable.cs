using Hebb.Lab.Tables;
using Spectre.Console;

namespace Hebb.Cli.Consoles;

/// <summary>
/// Writes tables of texts and numbers: on a terminal drawn as wide as it, without the columns that do not fit; elsewhere plain
/// and whole, columns two spaces apart, for people and for awk.
/// </summary>
internal static class FittedTable
{
    private const int Gap = 2;

    /// <summary>Writes a table.</summary>
    public static void Write(this TextTable table, Terminal terminal)
    {
        if (terminal.IsLive)
        {
            Draw(terminal.Console, table);
        }
        else
        {
            table.WritePlain(terminal.Lines);
        }
    }

    /// <summary>Writes a table plain and whole.</summary>
    public static void WritePlain(this TextTable table, TextWriter output)
    {
        string[][] rows = Shown(table);
        int[] widths = Widths(table, rows);
        foreach (var row in rows.Prepend([.. table.Columns.Select(column => column.Name)]))
        {
            var cells = row.Select(
                (cell, place) =>
                    table.Columns[place].IsNumber ? cell.PadLeft(widths[place]) : cell.PadRight(widths[place])
            );
            output.WriteLine(string.Join(new string(' ', Gap), cells).TrimEnd());
        }
    }

    private static void Draw(IAnsiConsole console, TextTable source)
    {
        string[][] rows = Shown(source);
        int[] widths = Widths(source, rows);
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

    // A heading stands alone in its row: what follows it stays blank.
    private static string[][] Shown(TextTable table) =>
        [
            .. table.Rows.Select(row =>
                (string[])[.. row.Cells.Select(Clean), .. Enumerable.Repeat("", table.Columns.Count - row.Cells.Count)]
            ),
        ];

    private static int[] Widths(TextTable table, string[][] rows) =>
        [
            .. table.Columns.Select(
                (column, place) => rows.Select(row => row[place].Length).Append(column.Name.Length).Max()
            ),
        ];

    // What stands in files must not reach the terminal as a command to it.
    private static string Clean(string cell) =>
        cell.Any(char.IsControl) ? string.Concat(cell.Select(sign => char.IsControl(sign) ? '?' : sign)) : cell;
}
