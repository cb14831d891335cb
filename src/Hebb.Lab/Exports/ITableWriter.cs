namespace Hebb.Lab.Exports;

/// <summary>Writes a table group of rows by group of rows.</summary>
internal interface ITableWriter : IAsyncDisposable
{
    /// <summary>Writes the rows that the columns hold.</summary>
    Task WriteRows();
}
