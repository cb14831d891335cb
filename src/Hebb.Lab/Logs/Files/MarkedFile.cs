using System.Security.Cryptography;
using Hebb.Lab.Records;

namespace Hebb.Lab.Logs.Files;

/// <summary>A file that is to begin with what it held at a mark, whatever was appended since.</summary>
internal static class MarkedFile
{
    /// <summary>Opens it.</summary>
    /// <exception cref="RecordException">It is missing, or cannot be opened.</exception>
    public static FileStream Open(string path, RunFile mark, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.Open, access, share, bufferSize: 0);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Defect(path, $"is missing: its checkpoint lists {mark.Bytes} bytes of it", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(
                $"{path} cannot be opened ({RecordException.OneLine(exception)}): make it readable and writable, and let no other program write it",
                exception
            );
        }
    }

    /// <summary>Reads it up to the mark, and refuses it where that is not what it held then.</summary>
    /// <param name="stream">The file, at its beginning.</param>
    /// <param name="hash">A new SHA-256; takes in what is read.</param>
    /// <exception cref="RecordException">It is shorter, or holds something else.</exception>
    public static void Verify(FileStream stream, RunFile mark, IncrementalHash hash, byte[] buffer)
    {
        if (mark.Bytes < 0 || stream.Length < mark.Bytes)
        {
            throw Defect(stream.Name, $"has {stream.Length} bytes: its checkpoint lists {mark.Bytes}");
        }

        for (var rest = mark.Bytes; rest > 0; )
        {
            var count = (int)Math.Min(buffer.Length, rest);
            stream.ReadExactly(buffer, 0, count);
            hash.AppendData(buffer, 0, count);
            rest -= count;
        }

        if (!mark.Has(hash.GetCurrentHash()))
        {
            throw Defect(stream.Name, $"differs in its first {mark.Bytes} bytes from those that its checkpoint lists");
        }
    }

    private static RecordException Defect(string path, string defect, Exception? cause = null) =>
        new($"{path} {defect}; delete {Path.GetDirectoryName(path)} to repeat the run", cause);
}
