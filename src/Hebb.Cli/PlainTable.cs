namespace Hebb.Cli;

/// <summary>Tables in plain text: columns as wide as their widest cell, two spaces apart, for people and for awk.</summary>
internal static class PlainTable
{
    private const string Gap = "  ";

    /// <summary>Writes a table.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rows">Its rows, of equally many cells each; at least one.</param>
    public static void Write(TextWriter output, string[][] rows)
    {
        var widths = Enumerable
            .Range(0, rows[0].Length)
            .Select(column => rows.Max(row => row[column].Length))
            .ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join(Gap, row.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd());
        }
    }
}
