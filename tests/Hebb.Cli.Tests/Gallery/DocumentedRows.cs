namespace Hebb.Cli.Tests.Gallery;

/// <summary>Rows of the tables that pages of the documentation have: what was measured is said there, and only repeated elsewhere.</summary>
internal static class DocumentedRows
{
    /// <summary>The tables of a section that have rows with given names, with these rows alone, each below the heading that it has there.</summary>
    /// <param name="argument">The page, after <c>#</c> the heading of the section, after a colon the names, separated by semicolons.</param>
    public static string Of(string argument)
    {
        string[] parts = argument.Split(": ", 2);
        string[] place = parts[0].Split('#', 2);
        string[] names = parts[1].Split("; ");
        List<string> result = [];
        foreach ((var heading, var table) in Tables(place[0], place[1]))
        {
            string[] rows =
            [
                .. table.Skip(2).Where(row => names.Contains(NameOf(table[0], row), StringComparer.Ordinal)),
            ];
            if (rows.Length > 0)
            {
                result.Add(
                    $"*{heading}* ([{place[0]}](../../{place[0]}))\n\n{string.Join('\n', [.. table.Take(2), .. rows])}"
                );
            }
        }

        return string.Join("\n\n", result);
    }

    /// <summary>The line of a table of gradients.md for an estimator, as a table.</summary>
    /// <param name="estimator">Its name.</param>
    public static string Gradients(string estimator)
    {
        string[] lines = File.ReadAllLines(Path.Combine(GalleryPage.Documentation, "gradients.md"));
        IEnumerable<string> rows = lines
            .SkipWhile(line => line.Trim() != estimator)
            .Skip(1)
            .TakeWhile(line => line.StartsWith("      ", StringComparison.Ordinal))
            .Select(line =>
                line.Trim().Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
            .Select(cells =>
                $"| {cells[0]} | {cells[1]} | {cells[2]} | {cells[4]} | {cells[5]} | {cells[6]} | {cells[7]} | {cells[9]} |"
            );
        return "| topology | order, theory | measured | error | worst | cosine | angle | verdict |\n|---|--:|--:|--:|--:|--:|--:|---|\n"
            + string.Join('\n', rows);
    }

    /// <summary>How far an exact estimator is from another exact one, by topology.</summary>
    /// <param name="estimator">Its name.</param>
    public static string Exact(string estimator)
    {
        string[] lines = File.ReadAllLines(Path.Combine(GalleryPage.Documentation, "gradients.md"));
        var start = Array.FindIndex(
            lines,
            line => line.Contains("topology             recurrent-backprop", StringComparison.Ordinal)
        );
        var column = Array.IndexOf(Cells(lines[start]), estimator);
        IEnumerable<string> rows = lines
            .Skip(start + 1)
            .Select(Cells)
            .TakeWhile(cells => cells.Length == 5)
            .Select(cells => $"| {cells[0]} | {cells[column]} |");
        return "| topology | worst relative distance |\n|---|--:|\n" + string.Join('\n', rows);

        static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // Where no column is called method, names are in the first.
    private static string NameOf(string head, string row)
    {
        var column = Array.FindIndex(head.Split('|'), cell => cell.Trim() == "method");
        return row.Split('|')[Math.Max(1, column)]
            .Replace("`", "", StringComparison.Ordinal)
            .Trim()
            .TrimStart('=')
            .Trim();
    }

    // The tables of a section, each with the nearest heading above it.
    private static IEnumerable<(string Heading, string[] Table)> Tables(string page, string section)
    {
        string[] lines = File.ReadAllLines(Path.Combine(GalleryPage.Documentation, page));
        var depth = 0;
        var heading = "";
        for (var line = 0; line < lines.Length; line++)
        {
            if (lines[line].StartsWith('#'))
            {
                heading = lines[line].TrimStart('#').Trim();
                var level = lines[line].TakeWhile(letter => letter == '#').Count();
                depth =
                    heading == section ? level
                    : level <= depth ? 0
                    : depth;
            }
            else if (depth > 0 && lines[line].StartsWith('|'))
            {
                string[] table = [.. lines.Skip(line).TakeWhile(row => row.StartsWith('|'))];
                line += table.Length - 1;
                yield return (heading, table);
            }
        }
    }
}
