namespace Hebb.Lab.Records;

/// <summary>Files that are there whole or not at all, whatever stops the program while it writes them.</summary>
internal static class WholeFile
{
    /// <summary>What the name of a file that is still being written ends with.</summary>
    public const string PartialSuffix = ".partial";

    private const int BufferSize = 1 << 16;

    /// <summary>Writes beside the file, flushes to disk, then renames over it; what was written is deleted when it fails.</summary>
    /// <exception cref="IOException">It cannot be written; what was there before is still there.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var partial = path + PartialSuffix;
        FileStream file = Open(partial, FileOptions.None);
        try
        {
            using (var stream = new BufferedStream(new DiskStream(file), BufferSize))
            {
                write(stream);
                stream.Flush();
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            Discard(file, partial);
            throw;
        }
    }

    /// <summary>The same for content that arrives little by little.</summary>
    /// <exception cref="IOException">It cannot be written; what was there before is still there.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var partial = path + PartialSuffix;
        FileStream file = Open(partial, FileOptions.Asynchronous);
        try
        {
            await using (var stream = new BufferedStream(new DiskStream(file), BufferSize))
            {
                await write(stream);
                await stream.FlushAsync();
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            Discard(file, partial);
            throw;
        }
    }

    private static FileStream Open(string partial, FileOptions options) =>
        new(partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, options);

    // The buffer may have failed to empty itself, and left the file open. Where the folder is gone, nothing is left of it either.
    private static void Discard(FileStream file, string partial)
    {
        file.Dispose();
        if (File.Exists(partial))
        {
            File.Delete(partial);
        }
    }
}
