namespace Hebb.Lab.Tables;

/// <summary>A table of texts for a terminal, without its layout.</summary>
public class TextTable
{
    private readonly List<(string Name, bool IsNumber)> _columns = [];
    private readonly List<(IReadOnlyList<string> Cells, bool? IsGood)> _rows = [];

    /// <summary>The columns: their heads, and whether their cells are written to the right.</summary>
    public IReadOnlyList<(string Name, bool IsNumber)> Columns => _columns;

    /// <summary>The rows: a cell for each column, and whether the last one is good or bad news.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Cells, bool? IsGood)> Rows => _rows;

    /// <summary>A table whose first column is a name and whose others are numbers.</summary>
    /// <typeparam name="T">What a row is made of.</typeparam>
    /// <param name="title">The head of the first column.</param>
    /// <param name="name">The name of a row.</param>
    /// <param name="columns">The other columns.</param>
    /// <param name="rows">The rows.</param>
    public static TextTable Of<T>(
        string title,
        Func<T, string> name,
        IReadOnlyList<(string Name, Func<T, string> Cell)> columns,
        IEnumerable<T> rows
    )
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var table = new TextTable();
        table.AddColumn(title, isNumber: false);
        table.Fill([("", name), .. columns], rows);
        return table;
    }

    /// <summary>A table of numbers.</summary>
    /// <typeparam name="T">What a row is made of.</typeparam>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    public static TextTable Of<T>(IReadOnlyList<(string Name, Func<T, string> Cell)> columns, IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var table = new TextTable();
        table.Fill(columns, rows);
        return table;
    }

    /// <summary>Adds a column.</summary>
    /// <param name="name">Its head.</param>
    /// <param name="isNumber">Whether its cells are written to the right.</param>
    public void AddColumn(string name, bool isNumber) => _columns.Add((name, isNumber));

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A cell for each column, an empty one is shown as a dash; or the first cells alone, then the others stay blank.</param>
    /// <param name="isGood">Whether the last cell is good or bad news; null for neither.</param>
    public void AddRow(IEnumerable<string> cells, bool? isGood = null) => _rows.Add(([.. cells], isGood));

    private void Fill<T>(IReadOnlyList<(string Name, Func<T, string> Cell)> columns, IEnumerable<T> rows)
    {
        foreach ((var name, _) in columns.Skip(_columns.Count))
        {
            AddColumn(name, isNumber: true);
        }

        foreach (T row in rows)
        {
            AddRow(columns.Select(column => column.Cell(row)));
        }
    }
}
