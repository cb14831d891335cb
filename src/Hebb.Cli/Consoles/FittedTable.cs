using Hebb.Lab.Tables;
using Spectre.Console;

namespace Hebb.Cli.Consoles;

/// <summary>
/// Writes tables of texts and numbers, every cell of them: on a terminal in blocks of columns that are no wider than it, or, where a
/// column is too wide for that, a line for each cell; elsewhere plain, columns two spaces apart, for people and for awk.
/// </summary>
internal static class FittedTable
{
    private const int Gap = 2;

    /// <summary>Writes a table.</summary>
    public static void Write(this TextTable table, Terminal terminal)
    {
        if (!terminal.IsLive)
        {
            table.WritePlain(terminal.Lines);
            return;
        }

        string[][] rows = Shown(table);
        int[] widths = Widths(table, rows);
        var blocks = TableBlocks.Of(
            Named(table, rows),
            Array.ConvertAll(widths, width => width + Gap),
            terminal.Console.Profile.Width
        );
        if (blocks is null)
        {
            Stack(terminal.Lines, table, rows);
            return;
        }

        foreach (var (place, block) in blocks.Index())
        {
            if (place > 0)
            {
                terminal.Lines.WriteLine();
            }

            Draw(terminal.Console, table, rows, block);
        }
    }

    /// <summary>Writes a table plain and whole.</summary>
    public static void WritePlain(this TextTable table, TextWriter output)
    {
        string[][] rows = Shown(table);
        int[] widths = Widths(table, rows);
        foreach (var row in rows.Prepend([.. table.Columns.Select(column => column.Name)]))
        {
            var cells = row.Select((cell, place) => Padded(cell, widths[place], table.Columns[place].IsNumber));
            output.WriteLine(string.Join(new string(' ', Gap), cells).TrimEnd());
        }
    }

    private static void Draw(IAnsiConsole console, TextTable source, string[][] rows, int[] block)
    {
        Table table = new Table().Border(TableBorder.None);
        foreach (var place in block)
        {
            (var name, var isNumber) = source.Columns[place];
            var column = new TableColumn(new Text(name, new Style(decoration: Decoration.Bold)));
            column.NoWrap().Padding(0, 0, Gap, 0);
            table.AddColumn(isNumber ? column.RightAligned() : column.LeftAligned());
        }

        foreach ((var row, (var given, var isGood)) in rows.Zip(source.Rows))
        {
            string[] cells =
            [
                .. IsHeading(source, given)
                    ? Enumerable.Repeat("", block.Length - 1).Prepend(row[0])
                    : block.Select(place => row[place]),
            ];
            cells = Array.ConvertAll(cells, Markup.Escape);
            if (isGood is { } good && block[^1] == row.Length - 1)
            {
                cells[^1] = $"[{(good ? "green" : "red")}]{cells[^1]}[/]";
            }

            table.AddRow(cells);
        }

        console.Write(table);
    }

    // The terminal breaks what is longer than it; the text stays one.
    private static void Stack(TextWriter output, TextTable table, string[][] rows)
    {
        foreach (var (place, (row, (given, _))) in rows.Zip(table.Rows).Index())
        {
            if (place > 0)
            {
                output.WriteLine();
            }

            if (IsHeading(table, given))
            {
                output.WriteLine(row[0]);
                continue;
            }

            foreach (var (column, cell) in table.Columns.Zip(row))
            {
                output.WriteLine($"{column.Name}: {cell.Trim()}");
            }
        }
    }

    // The rows that have a name, each with the heading that it stands under.
    private static List<(string Heading, IReadOnlyList<string> Cells)> Named(TextTable table, string[][] rows)
    {
        var named = new List<(string, IReadOnlyList<string>)>();
        var heading = "";
        foreach ((var row, (var given, _)) in rows.Zip(table.Rows))
        {
            if (IsHeading(table, given))
            {
                heading = row[0];
            }
            else
            {
                named.Add((heading, row));
            }
        }

        return named;
    }

    private static bool IsHeading(TextTable table, IReadOnlyList<string> given) => given.Count < table.Columns.Count;

    // A heading stands alone in its row: what follows it stays blank.
    private static string[][] Shown(TextTable table) =>
        [
            .. table.Rows.Select(row =>
                (string[])[.. row.Cells.Select(Clean), .. Enumerable.Repeat("", table.Columns.Count - row.Cells.Count)]
            ),
        ];

    // In the cells of a terminal, of which some signs take two.
    private static int[] Widths(TextTable table, string[][] rows) =>
        [
            .. table.Columns.Select(
                (column, place) =>
                    rows.Select(row => row[place].GetCellWidth()).Append(column.Name.GetCellWidth()).Max()
            ),
        ];

    private static string Padded(string cell, int width, bool isNumber)
    {
        var blanks = new string(' ', Math.Max(0, width - cell.GetCellWidth()));
        return isNumber ? blanks + cell : cell + blanks;
    }

    // What stands in files must not reach the terminal as a command to it.
    private static string Clean(string cell) =>
        cell.Any(char.IsControl) ? string.Concat(cell.Select(sign => char.IsControl(sign) ? '?' : sign)) : cell;
}
