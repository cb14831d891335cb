using CsvHelper;
using Parquet;
using Parquet.Schema;

namespace Hebb.Lab.Exports;

/// <summary>A column of numbers, truth values or times.</summary>
/// <typeparam name="T">What its values are.</typeparam>
/// <param name="field">Its name and type, as Parquet has them.</param>
/// <param name="format">How a value is written as text; null for its shortest exact form.</param>
internal sealed class ValueColumn<T>(DataField field, string? format = null) : ExportColumn(field)
    where T : struct
{
    private readonly List<T?> _rows = [];

    /// <summary>Makes a column of the type's usual form.</summary>
    public ValueColumn(string name)
        : this(new DataField<T?>(name)) { }

    public override int Count => _rows.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="value">The value; null for none.</param>
    public void Add(T? value) => _rows.Add(value);

    public override void Clear() => _rows.Clear();

    public override Task Write(ParquetRowGroupWriter group) =>
        group.WriteAsync<T>(Field, new ReadOnlyMemory<T?>([.. _rows]));

    public override void Write(CsvWriter table, int row) =>
        table.WriteField(
            _rows[row] switch
            {
                null => "",
                true => "true",
                false => "false",
                IFormattable value => value.ToString(format, CultureInfo.InvariantCulture),
                var value => value.ToString() ?? "",
            }
        );
}
