using System.Text;

namespace Hebb.Lab.Tables;

/// <summary>Tables of a page in Markdown: words to the left, numbers to the right.</summary>
internal static class MarkdownTable
{
    /// <summary>Appends a table of numbers.</summary>
    /// <typeparam name="T">What a row is made of.</typeparam>
    /// <param name="page">The page.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    public static void Append<T>(
        StringBuilder page,
        IReadOnlyList<(string Name, Func<T, string> Cell)> columns,
        IReadOnlyList<T> rows
    )
    {
        AppendRow(page, columns.Select(column => column.Name));
        AppendRow(page, columns.Select(_ => "--:"));
        foreach (T row in rows)
        {
            AppendRow(page, columns.Select(column => column.Cell(row)));
        }
    }

    /// <summary>Appends a table whose first column is a name.</summary>
    /// <typeparam name="T">What a row is made of.</typeparam>
    /// <param name="page">The page.</param>
    /// <param name="title">The head of the first column.</param>
    /// <param name="name">The name of a row.</param>
    /// <param name="columns">The other columns.</param>
    /// <param name="rows">The rows.</param>
    public static void Append<T>(
        StringBuilder page,
        string title,
        Func<T, string> name,
        IReadOnlyList<(string Name, Func<T, string> Cell)> columns,
        IReadOnlyList<T> rows
    )
    {
        AppendRow(page, [title, .. columns.Select(column => column.Name)]);
        AppendRow(page, ["---", .. columns.Select(_ => "--:")]);
        foreach (T row in rows)
        {
            AppendRow(page, [name(row), .. columns.Select(column => column.Cell(row))]);
        }
    }

    // A vertical bar would end the cell.
    private static void AppendRow(StringBuilder page, IEnumerable<string> cells) =>
        page.Append("| ")
            .AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))
            .Append(" |\n");
}
