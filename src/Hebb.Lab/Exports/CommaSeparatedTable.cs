using CsvHelper;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Exports;

/// <summary>A table as comma-separated values; a cell without a value is empty.</summary>
internal sealed class CommaSeparatedTable(ExportColumn[] columns, CsvWriter table) : ITableWriter
{
    /// <summary>Begins a file.</summary>
    public static Task<ITableWriter> Create(Stream stream, ExportColumn[] columns)
    {
        CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader([.. columns.Select(column => column.Name)]);
        return Task.FromResult<ITableWriter>(new CommaSeparatedTable(columns, table));
    }

    public Task WriteRows()
    {
        for (var row = 0; row < columns[0].Count; row++)
        {
            foreach (ExportColumn column in columns)
            {
                column.Write(table, row);
            }

            table.EndRecord();
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        table.Dispose();
        return ValueTask.CompletedTask;
    }
}
