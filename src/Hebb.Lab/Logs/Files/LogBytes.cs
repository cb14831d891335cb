using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hebb.Lab.Records;

namespace Hebb.Lab.Logs.Files;

/// <summary>Logs as they are read: whole, and also while they are still written.</summary>
internal static class LogBytes
{
    private const int LongestQuotation = 40;

    /// <summary>Reads a file, which somebody else may be appending to.</summary>
    /// <param name="most">At most how many bytes of it; all where nothing is said.</param>
    /// <exception cref="RecordException">It cannot be read.</exception>
    public static byte[] Read(string path, int? most = null)
    {
        try
        {
            using var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 0
            );
            var count = Math.Min(stream.Length, most ?? long.MaxValue);
            if (count > Array.MaxLength)
            {
                throw new RecordException($"{path} has {count} bytes: at most {Array.MaxLength} can be read");
            }

            // What is appended while it is read is for the next time.
            var bytes = new byte[count];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path} cannot be read: {RecordException.OneLine(exception)}", exception);
        }
    }

    /// <summary>The same; nothing where there is no such file.</summary>
    /// <param name="most">At most how many bytes of it; all where nothing is said.</param>
    /// <exception cref="RecordException">It cannot be read.</exception>
    public static byte[] ReadIfThere(string path, int? most = null) => File.Exists(path) ? Read(path, most) : [];

    /// <summary>Refuses a file that does not hold what a record says.</summary>
    /// <exception cref="RecordException">It holds something else.</exception>
    public static void Require(string path, ReadOnlySpan<byte> bytes, RunFile known)
    {
        if (bytes.Length != known.Bytes)
        {
            throw new RecordException($"{path} has {bytes.Length} bytes; {known.Bytes} are needed, as its record says");
        }

        if (!known.Has(SHA256.HashData(bytes)))
        {
            throw new RecordException($"{path} does not match its record: its SHA-256 differs");
        }
    }

    /// <summary>A part of a file as part of a message: on one line, and cut where it is long.</summary>
    public static string Quoted(ReadOnlySpan<byte> bytes)
    {
        var isLong = bytes.Length > LongestQuotation;
        var text = Encoding.UTF8.GetString(isLong ? bytes[..LongestQuotation] : bytes);
        return $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value}{(isLong ? "..." : "")}\"";
    }
}
