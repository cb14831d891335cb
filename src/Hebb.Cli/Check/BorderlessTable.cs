using Hebb.Lab.Tables;
using Spectre.Console;

namespace Hebb.Cli.Check;

/// <summary>Tables without lines, whose columns stand two spaces apart.</summary>
internal static class BorderlessTable
{
    private const int Gap = 2;

    /// <summary>Makes a table without rows.</summary>
    /// <typeparam name="T">What a row is made of.</typeparam>
    /// <param name="columns">The columns.</param>
    public static Table Of<T>(IEnumerable<Column<T>> columns)
    {
        Table table = new Table().Border(TableBorder.None);
        foreach (Column<T> column in columns)
        {
            TableColumn shown = new TableColumn(Markup.Escape(column.Name)).NoWrap().Padding(0, 0, Gap, 0);
            table.AddColumn(column.Alignment is ColumnAlignment.Right ? shown.RightAligned() : shown);
        }

        return table;
    }
}
