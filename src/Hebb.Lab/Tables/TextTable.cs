namespace Hebb.Lab.Tables;

/// <summary>A table of texts for a terminal, without its layout.</summary>
/// <param name="Columns">The columns: their heads, and whether their cells are written to the right.</param>
/// <param name="Rows">The rows: a cell for each column, or a heading alone; and whether the last cell is good or bad news.</param>
public sealed record TextTable(
    IReadOnlyList<(string Name, bool IsNumber)> Columns,
    IReadOnlyList<(IReadOnlyList<string> Cells, bool? IsGood)> Rows
)
{
    /// <summary>Makes a table; a cell without a value is a dash.</summary>
    /// <typeparam name="T">What a row is made of.</typeparam>
    /// <param name="isGood">Whether the last cell of a row is good or bad news, null for neither; null for no news at all.</param>
    /// <param name="heading">What stands above the rows that have it in common; null for no headings.</param>
    public static TextTable Of<T>(
        IReadOnlyList<Column<T>> columns,
        IEnumerable<T> rows,
        Func<T, bool?>? isGood = null,
        Func<T, string>? heading = null
    )
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        T[] all = [.. rows];
        string[][] texts = [.. columns.Select(column => column.Texts(all))];
        var made = new List<(IReadOnlyList<string> Cells, bool? IsGood)>();
        foreach (
            var group in Enumerable
                .Range(0, all.Length)
                .GroupBy(row => heading?.Invoke(all[row]), StringComparer.Ordinal)
        )
        {
            if (group.Key is { } above)
            {
                made.Add(([above], null));
            }

            made.AddRange(
                group.Select(row =>
                    ((IReadOnlyList<string>)[.. texts.Select(column => column[row])], isGood?.Invoke(all[row]))
                )
            );
        }

        return new([.. columns.Select(column => (column.Name, column.Alignment is ColumnAlignment.Right))], made);
    }
}
