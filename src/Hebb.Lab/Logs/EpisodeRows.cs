using System.Text;
using System.Text.Json;
using Hebb.Lab.Logs.Files;

namespace Hebb.Lab.Logs;

/// <summary>
/// The layout of <c>episodes.csv</c>, that of stable-baselines3's Monitor: a first line with <c>t_start</c> (seconds since 1970) and
/// <c>env_id</c> in JSON after a hash, the names of the columns, then a row for each episode with its return <c>r</c>, its length
/// <c>l</c> and the seconds <c>t</c> from the start to its end; here also <c>env_steps</c>, and the agent's diagnostics, empty where
/// there was nothing to measure.
/// </summary>
internal static class EpisodeRows
{
    // The fixed cells, with the longest of numbers, and the commas and the line feed.
    private const int FixedBytes = DecimalText.LongestSeconds + (4 * DecimalText.LongestNumber);

    /// <summary>The columns that every file has, in front.</summary>
    public static ImmutableArray<string> Columns { get; } = ["r", "l", "t", "env_steps"];

    /// <summary>The two lines that a file begins with.</summary>
    /// <exception cref="ArgumentException">Two columns would have one name, or a name needs quotes in such a file.</exception>
    public static byte[] Header(DateTimeOffset begun, string environmentName, ImmutableArray<string> diagnosticNames)
    {
        string[] columns = [.. Columns, .. diagnosticNames];
        if (Array.Find(columns, name => !IsPlain(name)) is { } odd)
        {
            throw new ArgumentException(
                $"diagnosticNames: {JsonEncodedText.Encode(odd)}; a name without commas, quotes and line ends is needed",
                nameof(diagnosticNames)
            );
        }

        if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Length)
        {
            throw new ArgumentException(
                $"diagnosticNames: {string.Join(", ", diagnosticNames)}; names that differ from one another and from {string.Join(", ", Columns)} are needed",
                nameof(diagnosticNames)
            );
        }

        using var stream = new MemoryStream();
        stream.WriteByte((byte)'#');
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("t_start", begun.ToUnixTimeMilliseconds() / 1000m);
            json.WriteString("env_id", environmentName);
            json.WriteEndObject();
        }

        stream.Write(Encoding.UTF8.GetBytes($"\n{string.Join(',', columns)}\n"));
        return stream.ToArray();
    }

    /// <summary>No row is longer than this.</summary>
    public static int LongestRow(int diagnostics) => FixedBytes + (diagnostics * DecimalText.LongestNumber);

    /// <summary>Writes a row.</summary>
    /// <param name="row">Where to; at least <see cref="LongestRow"/> bytes.</param>
    /// <param name="episodeReturn">The sum of the episode's rewards.</param>
    /// <param name="seconds">The seconds from the start of the run to its end.</param>
    /// <param name="environmentSteps">The steps of all the run's environments together when it ended.</param>
    /// <param name="diagnostics">The diagnostics, not a number where there was nothing to measure.</param>
    /// <returns>How many bytes.</returns>
    public static int Format(
        Span<byte> row,
        double episodeReturn,
        int length,
        double seconds,
        long environmentSteps,
        ReadOnlySpan<double> diagnostics
    )
    {
        var count = DecimalText.Shortest(row, episodeReturn);
        row[count++] = (byte)',';
        count += DecimalText.Whole(row[count..], length);
        row[count++] = (byte)',';
        count += DecimalText.Microseconds(row[count..], seconds);
        row[count++] = (byte)',';
        count += DecimalText.Whole(row[count..], environmentSteps);
        foreach (var value in diagnostics)
        {
            row[count++] = (byte)',';
            count += double.IsNaN(value) ? 0 : DecimalText.Shortest(row[count..], value);
        }

        row[count++] = (byte)'\n';
        return count;
    }

    /// <summary>Whether a name can stand in the second line as it is.</summary>
    public static bool IsPlain(string name) =>
        name.Length > 0 && !name.Any(letter => letter is ',' or '"' || char.IsControl(letter));
}
