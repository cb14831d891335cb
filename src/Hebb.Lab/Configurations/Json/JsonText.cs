using System.Text;
using System.Text.Json;
using Hebb.Configurations;
using Hebb.Lab.Records;

namespace Hebb.Lab.Configurations.Json;

/// <summary>
/// Reads JSON for people to write: comments and commas at the end of lists are allowed, names that stand twice are not, and every
/// value is remembered with its line.
/// </summary>
internal static class JsonText
{
    private const int MostBytes = 1 << 20;
    private const int MostDepth = 64;

    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = MostDepth,
    };

    /// <summary>Reads a file that holds an object.</summary>
    /// <exception cref="RecordException">It cannot be read: a line that names it.</exception>
    public static (JsonObject Root, JsonLines Lines) ReadFile(string path)
    {
        try
        {
            return Parse(BytesOf(path));
        }
        catch (SettingException exception)
        {
            throw new RecordException($"{path}: {exception.Message}", exception);
        }
        catch (JsonException exception)
        {
            var line = FormattableString.Invariant($"{path}:{(exception.LineNumber ?? 0) + 1}");
            throw new RecordException($"{line}: {Problem(exception)}", exception);
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or UnauthorizedAccessException
                        or NotSupportedException
                        or ArgumentException
                        or InvalidOperationException
            )
        {
            throw new RecordException($"{path}: it cannot be read ({RecordException.OneLine(exception)})", exception);
        }
    }

    /// <summary>Reads an experiment that is part of the program.</summary>
    public static (JsonObject Root, JsonLines Lines) ReadOwn(string name)
    {
        using Stream stream = typeof(JsonText).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Parse(bytes);
    }

    private static byte[] BytesOf(string path)
    {
        if (Directory.Exists(path))
        {
            throw new SettingException("", "it is a directory; a file is needed");
        }

        if (!File.Exists(path))
        {
            throw new SettingException("", $"there is no such file{NearestPath.Question(path)}");
        }

        using FileStream file = File.OpenRead(path);
        var bytes = new byte[MostBytes + 1];
        var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count <= MostBytes
            ? bytes[..count]
            : throw new SettingException("", $"it is too large; at most {MostBytes} bytes are read");
    }

    private static (JsonObject Root, JsonLines Lines) Parse(byte[] bytes)
    {
        ReadOnlySpan<byte> text = bytes;
        if (text.StartsWith(Encoding.UTF8.Preamble))
        {
            text = text[Encoding.UTF8.Preamble.Length..];
        }

        if (!System.Text.Unicode.Utf8.IsValid(text))
        {
            throw new SettingException("", "it is not UTF-8");
        }

        if (text.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new SettingException("", "it is empty; an object with settings is needed");
        }

        var lines = new LineCounter(text);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(text, Options);
        reader.Read();
        JsonNode? root = Node(ref reader, ref lines, places, "");
        if (reader.Read())
        {
            throw new SettingException("", "something follows the settings; nothing is needed");
        }

        return (SettingsFile.ObjectOf(root, ""), new JsonLines(places));
    }

    private static JsonNode? Node(
        ref Utf8JsonReader reader,
        ref LineCounter lines,
        Dictionary<string, int> places,
        string path
    )
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Fields(ref reader, ref lines, places, path);
            case JsonTokenType.StartArray:
                var array = new JsonArray();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                {
                    var place = FormattableString.Invariant($"{path}[{array.Count}]");
                    places[place] = lines.At(reader.TokenStartIndex);
                    array.Add(Node(ref reader, ref lines, places, place));
                }

                return array;
            case JsonTokenType.String:
                return JsonValue.Create(reader.GetString());
            default:
                return JsonNode.Parse(ref reader);
        }
    }

    private static JsonObject Fields(
        ref Utf8JsonReader reader,
        ref LineCounter lines,
        Dictionary<string, int> places,
        string path
    )
    {
        var fields = new JsonObject();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var place = SettingText.Join(path, name);
            var line = lines.At(reader.TokenStartIndex);
            if (fields.ContainsKey(name))
            {
                throw new SettingException(
                    place,
                    FormattableString.Invariant($"it stands twice, again in line {line}; once is needed")
                );
            }

            places[place] = line;
            reader.Read();
            fields[name] = Node(ref reader, ref lines, places, place);
        }

        return fields;
    }

    // The library's messages end with the place, and speak to programmers of options.
    private static string Problem(JsonException exception)
    {
        var line = RecordException.OneLine(exception);
        var place = line.IndexOf(" LineNumber:", StringComparison.Ordinal);
        line = (place < 0 ? line : line[..place]).TrimEnd('.');
        return $"it is not JSON ({line})";
    }

    private ref struct LineCounter(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private int _place;
        private int _line = 1;

        public int At(long place)
        {
            _line += _text[_place..(int)place].Count((byte)'\n');
            _place = (int)place;
            return _line;
        }
    }
}
