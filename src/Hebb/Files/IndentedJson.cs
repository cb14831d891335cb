using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Hebb.Files;

/// <summary>JSON in lines for people to read, with a line break at its end.</summary>
public static class IndentedJson
{
    // Nobody reads these files as part of a web page: letters, + and < may stand as they are.
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = Layout.Indented,
        NewLine = Layout.NewLine,
        Encoder = Layout.Encoder,
    };

    /// <summary>The text.</summary>
    /// <param name="node">The JSON.</param>
    public static string Text(JsonNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.ToJsonString(Options) + "\n";
    }

    /// <summary>Writes a record.</summary>
    /// <param name="stream">Where to; stays open.</param>
    internal static void Write<T>(Stream stream, T record, JsonTypeInfo<T> layout)
    {
        using var writer = new Utf8JsonWriter(stream, Layout);
        JsonSerializer.Serialize(writer, record, layout);
        writer.Flush();
        stream.WriteByte((byte)'\n');
    }
}
