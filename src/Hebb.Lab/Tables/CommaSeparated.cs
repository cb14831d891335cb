using CsvHelper;

namespace Hebb.Lab.Tables;

/// <summary>How tables are written as comma-separated values: UTF-8 and line feeds.</summary>
internal static class CommaSeparated
{
    /// <summary>The options of the writer.</summary>
    public static CsvWriterOptions Options { get; } = new() { NewLine = "\n" };
}
