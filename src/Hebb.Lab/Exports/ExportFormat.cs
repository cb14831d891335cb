namespace Hebb.Lab.Exports;

/// <summary>A format that tables are exported to.</summary>
public sealed class ExportFormat
{
    private ExportFormat(string ending, Func<Stream, ExportColumn[], Task<ITableWriter>> create)
    {
        Ending = ending;
        Create = create;
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [new(".parquet", ParquetTable.Create), new(".csv", CommaSeparatedTable.Create)];

    /// <summary>What the names of such files end with.</summary>
    public string Ending { get; }

    /// <summary>Begins a file.</summary>
    internal Func<Stream, ExportColumn[], Task<ITableWriter>> Create { get; }

    /// <summary>The format of a file; null where its name ends otherwise.</summary>
    public static ExportFormat? Of(string path) =>
        All.FirstOrDefault(format => path.EndsWith(format.Ending, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Writes a table group of rows by group of rows.</summary>
internal interface ITableWriter : IAsyncDisposable
{
    /// <summary>Writes the rows that the columns hold.</summary>
    Task WriteRows();
}
