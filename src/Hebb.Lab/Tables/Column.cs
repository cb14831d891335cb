namespace Hebb.Lab.Tables;

/// <summary>A column of a table in a file, on a page or on a terminal.</summary>
/// <typeparam name="T">What a row is made of.</typeparam>
/// <param name="Cell">The text of a row's cell; empty where a row has no value.</param>
/// <param name="Alignment">Where cells stand, in tables for people.</param>
public sealed record Column<T>(string Name, Func<T, string> Cell, ColumnAlignment Alignment = ColumnAlignment.Left)
{
    /// <summary>What writes its cells in a table for people where that depends on all of its rows; null where it does not.</summary>
    internal Func<IReadOnlyList<T>, Func<T, string>>? Fit { get; init; }

    /// <summary>The text of a row's cell, in tables for people: a dash where a row has no value.</summary>
    public string Text(T row) => Dashed(Cell(row));

    /// <summary>The texts of the cells of all rows, in tables for people.</summary>
    /// <param name="isSparse">Whether a cell without a value stays empty, instead of a dash.</param>
    public string[] Texts(IReadOnlyList<T> rows, bool isSparse = false)
    {
        Func<T, string> cell = Fit?.Invoke(rows) ?? Cell;
        return [.. rows.Select(row => isSparse ? cell(row) : Dashed(cell(row)))];
    }

    private static string Dashed(string cell) => cell.Length > 0 ? cell : "-";
}
