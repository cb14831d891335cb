using CsvHelper;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Exports;

/// <summary>A table as comma-separated values; a cell without a value is empty.</summary>
internal sealed class CommaSeparatedTable : ITableWriter
{
    private readonly ExportColumn[] _columns;
    private readonly CsvWriter _table;

    private CommaSeparatedTable(ExportColumn[] columns, CsvWriter table)
    {
        _columns = columns;
        _table = table;
    }

    /// <summary>Begins a file.</summary>
    public static Task<ITableWriter> Create(Stream stream, ExportColumn[] columns)
    {
        CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader([.. columns.Select(column => column.Name)]);
        return Task.FromResult<ITableWriter>(new CommaSeparatedTable(columns, table));
    }

    public Task WriteRows()
    {
        for (var row = 0; row < _columns[0].Count; row++)
        {
            foreach (ExportColumn column in _columns)
            {
                column.Write(_table, row);
            }

            _table.EndRecord();
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _table.Dispose();
        return ValueTask.CompletedTask;
    }
}
