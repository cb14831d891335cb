using CsvHelper;
using Parquet;
using Parquet.Schema;

namespace Hebb.Lab.Exports;

/// <summary>A column of texts; an empty one is none.</summary>
internal sealed class TextColumn(string name) : ExportColumn(new DataField<string>(name))
{
    private readonly List<string?> _rows = [];

    public override int Count => _rows.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="value">The text; null for none.</param>
    public void Add(string? value) => _rows.Add(string.IsNullOrEmpty(value) ? null : value);

    public override void Clear() => _rows.Clear();

    public override Task Write(ParquetRowGroupWriter group) => group.WriteAsync(Field, _rows!);

    public override void Write(CsvWriter table, int row) => table.WriteField(_rows[row] ?? "");
}
