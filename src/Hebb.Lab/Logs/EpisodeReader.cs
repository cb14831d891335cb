using Hebb.Lab.Logs.Files;

namespace Hebb.Lab.Logs;

/// <summary>Reads the bytes of <c>episodes.csv</c>, line by line and cell by cell, and lets nothing pass that is not as written.</summary>
internal static class EpisodeReader
{
    private const NumberStyles Written =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The bytes that a head has at most: agents have some dozens of diagnostics.</summary>
    public const int MostOfHeader = 1 << 16;

    private const int FirstRow = 3;

    // Above, float64 holds not every whole number.
    private const double MostWhole = 1L << 53;

    /// <summary>Reads a file.</summary>
    /// <param name="acceptUnfinished">Whether a last line without its end is left out.</param>
    /// <exception cref="RecordException">It is not as it should be.</exception>
    public static EpisodeTable Read(string path, ReadOnlySpan<byte> bytes, bool acceptUnfinished)
    {
        var lines = bytes.Count((byte)'\n');
        var end = bytes.LastIndexOf((byte)'\n') + 1;
        if (end < bytes.Length && !acceptUnfinished)
        {
            throw new RecordException(
                $"{path}, line {lines + 1}: {LogBytes.Quoted(bytes[end..])} has no end; a line feed after every line is needed"
            );
        }

        if (lines < FirstRow - 1)
        {
            throw new RecordException(
                $"{path} does not begin as it should: it has {lines} whole lines; two lines of header are needed"
            );
        }

        bytes = bytes[..end];
        var header = EpisodeHeader.Read(path, TakeLine(ref bytes), TakeLine(ref bytes));
        var count = lines - FirstRow + 1;
        double[][] columns = [.. header.Columns.Select(_ => new double[count])];
        for (var row = 0; row < count; row++)
        {
            ReadRow(path, header.Columns, columns, row, TakeLine(ref bytes));
        }

        return new EpisodeTable(header, columns, count);
    }

    /// <summary>Whether the two lines of the head are there, whole.</summary>
    /// <param name="bytes">All that the file holds, or its beginning.</param>
    public static bool HasHeader(ReadOnlySpan<byte> bytes) => bytes.Count((byte)'\n') >= FirstRow - 1;

    /// <summary>Reads the head alone.</summary>
    /// <param name="bytes">Its beginning, with the whole head.</param>
    /// <exception cref="RecordException">It is not as it should be.</exception>
    public static EpisodeHeader ReadHeader(string path, ReadOnlySpan<byte> bytes) =>
        EpisodeHeader.Read(path, TakeLine(ref bytes), TakeLine(ref bytes));

    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = bytes[..end];
        bytes = bytes[(end + 1)..];
        return line;
    }

    private static void ReadRow(
        string path,
        ImmutableArray<string> names,
        double[][] columns,
        int row,
        ReadOnlySpan<byte> line
    )
    {
        ReadOnlySpan<byte> rest = line;
        for (var column = 0; column < columns.Length; column++)
        {
            var comma = rest.IndexOf((byte)',');
            if (comma < 0 != (column == columns.Length - 1))
            {
                var cells = line.Count((byte)',') + 1;
                throw new RecordException(
                    $"{path}, line {row + FirstRow}: {LogBytes.Quoted(line)} has {cells} cells; {columns.Length} are needed: {string.Join(',', names)}"
                );
            }

            ReadOnlySpan<byte> cell = comma < 0 ? rest : rest[..comma];
            rest = comma < 0 ? [] : rest[(comma + 1)..];
            if (Defect(column, cell, out columns[column][row]) is { } needed)
            {
                throw new RecordException(
                    $"{path}, line {row + FirstRow}, cell {column + 1} ({names[column]}): {LogBytes.Quoted(cell)}; {needed} is needed"
                );
            }
        }
    }

    // What is needed where a cell holds something else; null when it is as it should be.
    private static string? Defect(int column, ReadOnlySpan<byte> cell, out double value) =>
        column switch
        {
            0 => IsNumber(cell, out value) ? null : "a number",
            1 => IsNumber(cell, out value) && IsWhole(cell) && value <= int.MaxValue
                ? null
                : $"a whole number from 0 to {int.MaxValue}",
            2 => IsNumber(cell, out value) && value >= 0 && double.IsFinite(value)
                ? null
                : "a number of seconds from 0",
            3 => IsNumber(cell, out value) && IsWhole(cell) && value < MostWhole ? null : "a whole number from 0",
            _ => IsNothing(cell, out value) || IsNumber(cell, out value) ? null : "a number or nothing",
        };

    private static bool IsWhole(ReadOnlySpan<byte> cell) => !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool IsNothing(ReadOnlySpan<byte> cell, out double value)
    {
        value = double.NaN;
        return cell.IsEmpty;
    }

    private static bool IsNumber(ReadOnlySpan<byte> cell, out double value) =>
        PlainDecimal.TryRead(cell, out value)
        || (HasDigitsAroundPoint(cell) && double.TryParse(cell, Written, CultureInfo.InvariantCulture, out value));

    // The platform reads more than it writes: "1.", ".5", "+1".
    private static bool HasDigitsAroundPoint(ReadOnlySpan<byte> cell)
    {
        var point = cell.IndexOf((byte)'.');
        return cell is not ([] or [(byte)'+', ..])
            && (
                point < 0
                || (
                    point > 0
                    && point + 1 < cell.Length
                    && char.IsAsciiDigit((char)cell[point - 1])
                    && char.IsAsciiDigit((char)cell[point + 1])
                )
            );
    }
}
