using System.Globalization;
using CsvHelper;

namespace Hebb.Lab.Tables;

/// <summary>How tables are written as comma-separated values: UTF-8, line feeds, numbers in the invariant culture.</summary>
internal static class CommaSeparated
{
    /// <summary>The options of the writer.</summary>
    public static CsvWriterOptions Options { get; } = new() { NewLine = "\n" };

    /// <summary>Writes a number, without rounding unless a format says so.</summary>
    public static void WriteNumber<T>(this CsvWriter table, T number, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable => table.WriteField(number, format, CultureInfo.InvariantCulture);
}
