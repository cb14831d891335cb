using System.Buffers.Text;
using System.Text;
using Hebb.Lab.Records;

namespace Hebb.Lab.Catalogue;

/// <summary>
/// What a run wrote of its episodes, column by column, be it finished or not: a last row that is still being written is left
/// out.
/// </summary>
/// <param name="Names">The columns: <c>r</c>, <c>l</c>, <c>t</c>, <c>env_steps</c>, and what the agent measured.</param>
/// <param name="Columns">Their values, a row an episode; not a number where nothing was measured.</param>
public sealed record RunSeries(IReadOnlyList<string> Names, IReadOnlyList<double[]> Columns)
{
    /// <summary>The file.</summary>
    public const string FileName = "episodes.csv";

    /// <summary>How many episodes there are.</summary>
    public int Count => Columns.Count == 0 ? 0 : Columns[0].Length;

    /// <summary>A column; null where there is none of the name.</summary>
    /// <param name="name">Its name.</param>
    public double[]? Find(string name)
    {
        for (var column = 0; column < Names.Count; column++)
        {
            if (string.Equals(Names[column], name, StringComparison.Ordinal))
            {
                return Columns[column];
            }
        }

        return null;
    }

    /// <summary>Reads the episodes of a run; of one that has not begun to write them, none.</summary>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="RecordException">They cannot be read.</exception>
    public static RunSeries Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return Parse(Content(path));
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path} cannot be read: {RecordException.OneLine(exception)}", exception);
        }
    }

    /// <summary>The names of a run's columns alone; of one that has not begun to write them, none.</summary>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="RecordException">They cannot be read.</exception>
    public static IReadOnlyList<string> ReadNames(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(path))
            {
                return [];
            }

            using var reader = new StreamReader(Open(path), Encoding.UTF8);
            var line = reader.ReadLine();
            line = line?.StartsWith('#') == true ? reader.ReadLine() : line;
            return line is { Length: > 0 } names ? names.Split(',') : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path} cannot be read: {RecordException.OneLine(exception)}", exception);
        }
    }

    private static byte[] Content(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using FileStream stream = Open(path);
        var content = new byte[stream.Length];
        return content[..stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)];
    }

    // Whoever plays the run has it open to write.
    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static RunSeries Parse(byte[] bytes)
    {
        ReadOnlySpan<byte> content = bytes.AsSpan(0, bytes.AsSpan().LastIndexOf((byte)'\n') + 1);
        if (content.StartsWith("#"u8))
        {
            Line(ref content);
        }

        if (content.IsEmpty)
        {
            return new RunSeries([], []);
        }

        var names = Encoding.UTF8.GetString(Line(ref content)).Split(',');
        List<double>[] columns = Array.ConvertAll(names, _ => new List<double>());
        while (!content.IsEmpty)
        {
            ReadOnlySpan<byte> line = Line(ref content);
            foreach (var (place, column) in columns.Index())
            {
                var end = line.IndexOf((byte)',');
                var isLast = place == columns.Length - 1;
                if (isLast != end < 0)
                {
                    throw new FormatException($"row {columns[0].Count} has not {columns.Length} cells");
                }

                column.Add(Number(isLast ? line : line[..end]));
                line = isLast ? [] : line[(end + 1)..];
            }
        }

        return new RunSeries(names, [.. columns.Select(column => column.ToArray())]);
    }

    private static ReadOnlySpan<byte> Line(ref ReadOnlySpan<byte> content)
    {
        var end = content.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = content[..end].TrimEnd((byte)'\r');
        content = content[(end + 1)..];
        return line;
    }

    private static double Number(ReadOnlySpan<byte> cell) =>
        cell.IsEmpty ? double.NaN
        : Utf8Parser.TryParse(cell, out double number, out var used) && used == cell.Length ? number
        : throw new FormatException($"'{Encoding.UTF8.GetString(cell)}' is no number");
}
