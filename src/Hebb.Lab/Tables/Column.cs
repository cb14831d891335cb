namespace Hebb.Lab.Tables;

/// <summary>A column of a table in a file, on a page or on a terminal.</summary>
/// <typeparam name="T">What a row is made of.</typeparam>
/// <param name="Cell">The text of a row's cell; empty where a row has no value.</param>
/// <param name="Alignment">Where cells stand, in tables for people.</param>
public sealed record Column<T>(string Name, Func<T, string> Cell, ColumnAlignment Alignment = ColumnAlignment.Left)
{
    /// <summary>The text of a row's cell, in tables for people: a dash where a row has no value.</summary>
    public string Text(T row) => Cell(row) is { Length: > 0 } cell ? cell : "-";
}
