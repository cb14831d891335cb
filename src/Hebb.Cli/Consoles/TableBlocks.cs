namespace Hebb.Cli.Consoles;

/// <summary>
/// How the columns of a table share the width of a terminal: side by side where they fit, otherwise in blocks below each other. Every
/// further block begins with the columns that tell the rows apart.
/// </summary>
internal static class TableBlocks
{
    /// <summary>The columns of each block, from the top; null where a column does not fit beside the names of the rows.</summary>
    /// <param name="rows">The cells of each row, with what stands above it.</param>
    /// <param name="widths">What each column takes up, the gap after it included.</param>
    /// <param name="width">The width of the terminal.</param>
    public static IReadOnlyList<int[]>? Of(
        IReadOnlyList<(string Heading, IReadOnlyList<string> Cells)> rows,
        IReadOnlyList<int> widths,
        int width
    )
    {
        if (widths.Sum() <= width)
        {
            return
            [
                [.. Enumerable.Range(0, widths.Count)],
            ];
        }

        int[] names = Names(rows, widths.Count);
        var beside = width - names.Sum(column => widths[column]);
        if (beside < 0)
        {
            return null;
        }

        var blocks = new List<List<int>> { new() };
        var left = width;
        for (var column = 0; column < widths.Count; column++)
        {
            if (blocks.Count > 1 && names.Contains(column))
            {
                continue;
            }

            if (widths[column] > left)
            {
                blocks.Add([.. names]);
                left = beside;
                if (names.Contains(column))
                {
                    continue;
                }

                if (widths[column] > left)
                {
                    return null;
                }
            }

            blocks[^1].Add(column);
            left -= widths[column];
        }

        return [.. blocks.Select(block => block.ToArray())];
    }

    // A column that tells no two rows apart which others before it do not is none of them; the first is where none does.
    private static int[] Names(IReadOnlyList<(string Heading, IReadOnlyList<string> Cells)> rows, int columns)
    {
        string[] keys = [.. rows.Select(row => row.Heading)];
        var told = Distinct(keys);

        // Headings stand in the first column, which is as wide as they are.
        List<int> names = Array.Exists(keys, key => key.Length > 0) ? [0] : [];
        for (var column = 0; column < columns && told < rows.Count; column++)
        {
            string[] longer = [.. keys.Select((key, row) => $"{key}\n{rows[row].Cells[column]}")];
            if (Distinct(longer) is var more && more > told)
            {
                (keys, told) = (longer, more);
                names = [.. names.Union([column])];
            }
        }

        return names.Count > 0 ? [.. names] : [0];
    }

    private static int Distinct(string[] keys) => keys.Distinct(StringComparer.Ordinal).Count();
}
