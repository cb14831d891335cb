using CsvHelper;
using Parquet;
using Parquet.Schema;

namespace Hebb.Lab.Exports;

/// <summary>A column of a table on its way to a file: it gathers rows until they are written.</summary>
/// <param name="field">Its name and type, as Parquet has them.</param>
internal abstract class ExportColumn(DataField field)
{
    /// <summary>Its name and type.</summary>
    public DataField Field { get; } = field;

    /// <summary>Its name.</summary>
    public string Name => Field.Name;

    /// <summary>How many rows it holds.</summary>
    public abstract int Count { get; }

    /// <summary>Forgets its rows.</summary>
    public abstract void Clear();

    /// <summary>Writes its rows to a group of rows.</summary>
    public abstract Task Write(ParquetRowGroupWriter group);

    /// <summary>Writes one of its rows as a cell.</summary>
    public abstract void Write(CsvWriter table, int row);
}
