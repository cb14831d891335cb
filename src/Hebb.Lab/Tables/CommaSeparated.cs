using System.Globalization;
using CsvHelper;

namespace Hebb.Lab.Tables;

/// <summary>How tables are written as comma-separated values: UTF-8, line feeds, numbers in the invariant culture.</summary>
internal static class CommaSeparated
{
    /// <summary>The options of the writer.</summary>
    public static CsvWriterOptions Options { get; } = new() { NewLine = "\n" };

    /// <summary>Writes a number, without rounding unless a format says so.</summary>
    /// <param name="table">The table.</param>
    /// <param name="number">The number.</param>
    /// <param name="format">Its format.</param>
    public static void WriteNumber<T>(this CsvWriter table, T number, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable => table.WriteField(number, format, CultureInfo.InvariantCulture);

    /// <summary>Writes a number, or nothing where there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="number">The number.</param>
    public static void WriteIfAny(this CsvWriter table, double? number)
    {
        if (number is { } value)
        {
            table.WriteNumber(value);
        }
        else
        {
            table.WriteField("");
        }
    }
}
