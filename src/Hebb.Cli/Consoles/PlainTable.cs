namespace Hebb.Cli.Consoles;

/// <summary>Tables in plain text: columns as wide as their widest cell, two spaces apart, for people and for awk.</summary>
internal static class PlainTable
{
    private const string Gap = "  ";

    /// <summary>Writes a table.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rows">Its rows, of equally many cells each; at least one.</param>
    /// <param name="isNumber">Whether the cells of a column are written to the right; null where those of none are.</param>
    public static void Write(TextWriter output, string[][] rows, Func<int, bool>? isNumber = null)
    {
        var widths = Enumerable
            .Range(0, rows[0].Length)
            .Select(column => rows.Max(row => row[column].Length))
            .ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(
                string.Join(
                        Gap,
                        row.Select(
                            (cell, column) =>
                                isNumber?.Invoke(column) == true
                                    ? cell.PadLeft(widths[column])
                                    : cell.PadRight(widths[column])
                        )
                    )
                    .TrimEnd()
            );
        }
    }
}
