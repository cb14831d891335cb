using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Hebb.Lab.Logs.Files;

namespace Hebb.Lab.Logs;

/// <summary>What the first two lines of <c>episodes.csv</c> say.</summary>
internal sealed record EpisodeHeader(DateTimeOffset Begun, string Environment, ImmutableArray<string> Columns)
{
    private const string Needed = "#{\"t_start\":SECONDS,\"env_id\":\"NAME\"} is needed";

    // The seconds from 0001 to 1970 and from 1970 to 10000, rounded inwards.
    private const double Earliest = -62135596800;
    private const double Latest = 253402300799;

    /// <summary>Reads them.</summary>
    /// <param name="first">The first line, without its end.</param>
    /// <param name="second">The second line, without its end.</param>
    /// <exception cref="RecordException">They are not as they should be.</exception>
    public static EpisodeHeader Read(string path, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        (DateTimeOffset begun, var environment) = Start(path, first);
        return new EpisodeHeader(begun, environment, Names(path, second));
    }

    private static (DateTimeOffset Begun, string Environment) Start(string path, ReadOnlySpan<byte> line)
    {
        try
        {
            if (line is [(byte)'#', .. var json])
            {
                using var document = JsonDocument.Parse(json.ToArray());
                var seconds = document.RootElement.GetProperty("t_start").GetDouble();
                var environment = document.RootElement.GetProperty("env_id").GetString();
                if (environment is not null && seconds is >= Earliest and <= Latest)
                {
                    return (DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(1000 * seconds)), environment);
                }
            }
        }
        catch (Exception exception)
            when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new RecordException($"{path}, line 1: {LogBytes.Quoted(line)}; {Needed}", exception);
        }

        throw new RecordException($"{path}, line 1: {LogBytes.Quoted(line)}; {Needed}");
    }

    private static ImmutableArray<string> Names(string path, ReadOnlySpan<byte> line)
    {
        ImmutableArray<string> names = [.. Encoding.UTF8.GetString(line).Split(',')];
        var fixedColumns = EpisodeRows.Columns;
        if (!Utf8.IsValid(line) || !names.Take(fixedColumns.Length).SequenceEqual(fixedColumns, StringComparer.Ordinal))
        {
            throw new RecordException(
                $"{path}, line 2: {LogBytes.Quoted(line)}; {string.Join(',', fixedColumns)} and the names of diagnostics are needed"
            );
        }

        for (var index = fixedColumns.Length; index < names.Length; index++)
        {
            if (!EpisodeRows.IsPlain(names[index]) || names.IndexOf(names[index], StringComparer.Ordinal) != index)
            {
                throw new RecordException(
                    $"{path}, line 2, cell {index + 1}: {LogBytes.Quoted(Encoding.UTF8.GetBytes(names[index]))}; a name without quotes and control characters that no other column has is needed"
                );
            }
        }

        return names;
    }
}
