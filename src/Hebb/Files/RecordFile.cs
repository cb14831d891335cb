using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hebb.Files;

/// <summary>A record in a file of its own: JSON that is there whole or not at all.</summary>
internal static class RecordFile
{
    /// <summary>Reads it.</summary>
    /// <param name="defect">What is wrong with a record that could be read; null when nothing is.</param>
    /// <param name="refusal">The message where it cannot be used, of the reason in a line.</param>
    /// <exception cref="RecordException">It cannot be used.</exception>
    public static T Read<T>(string path, JsonTypeInfo<T> layout, Func<T, string?> defect, Func<string, string> refusal)
        where T : class => Read(path, layout, (record, _) => defect(record), refusal);

    /// <summary>Reads it.</summary>
    /// <param name="defect">What is wrong with a record that could be read, and its bytes; null when nothing is.</param>
    /// <param name="refusal">The message where it cannot be used, of the reason in a line.</param>
    /// <exception cref="RecordException">It cannot be used.</exception>
    public static T Read<T>(
        string path,
        JsonTypeInfo<T> layout,
        Func<T, byte[], string?> defect,
        Func<string, string> refusal
    )
        where T : class =>
        Guarded(
            () =>
            {
                var bytes = File.ReadAllBytes(path);
                T record = JsonSerializer.Deserialize(bytes, layout) ?? throw new JsonException("it is empty");
                return defect(record, bytes) is { } found ? throw new JsonException(found) : record;
            },
            refusal
        );

    /// <summary>Reads what may be damaged, or not there.</summary>
    /// <param name="refusal">The message where it cannot be used, of the reason in a line.</param>
    /// <exception cref="RecordException">It cannot be used.</exception>
    public static T Guarded<T>(Func<T> read, Func<string, string> refusal)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or InvalidOperationException
                        or ArgumentException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            throw new RecordException(refusal(Reason(exception)), exception);
        }
    }

    /// <summary>Writes it.</summary>
    public static void Write<T>(string path, T record, JsonTypeInfo<T> layout) =>
        WholeFile.Write(path, stream => IndentedJson.Write(stream, record, layout));

    /// <summary>Why a record cannot be read, as part of a line.</summary>
    /// <param name="exception">What the reader said; where in the file it stopped says little to people.</param>
    public static string Reason(Exception exception)
    {
        var line = RecordException.OneLine(exception);
        if (exception is JsonException json && OfKind(line, json.Path) is { } reason)
        {
            return reason;
        }

        var place = line.IndexOf(" Path: ", StringComparison.Ordinal);
        return exception is JsonException && place > 0 ? line[..place].TrimEnd('.') : line;
    }

    // The reader names types of the program, which mean nothing to people.
    private static string? OfKind(string line, string? path)
    {
        const string missing = "was missing required properties including: ";
        if (line.IndexOf(missing, StringComparison.Ordinal) is >= 0 and var names)
        {
            return $"without {line[(names + missing.Length)..].Split(". Path: ")[0]}";
        }

        var isOfKind =
            line.StartsWith("The JSON value could not be converted to ", StringComparison.Ordinal)
            || line.Contains(" on type '", StringComparison.Ordinal);
        return isOfKind
            ? $"{(path is { Length: > 2 } ? path[2..] : "all of it")} is of another kind than this program writes"
            : null;
    }
}
