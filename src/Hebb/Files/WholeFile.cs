namespace Hebb.Files;

/// <summary>Files that are there whole or not at all, whatever stops the program while it writes them.</summary>
internal static class WholeFile
{
    /// <summary>What the name of a file that is still being written ends with.</summary>
    public const string PartialSuffix = PartialFile.Suffix;

    private const int BufferSize = 1 << 16;

    /// <summary>Writes beside the file, flushes to disk, then renames over it; what was written is deleted when it fails.</summary>
    /// <exception cref="IOException">It cannot be written; what was there before is still there.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        FileStream file = PartialFile.Create(path, FileOptions.None);
        try
        {
            using (var stream = new BufferedStream(new DiskStream(file), BufferSize))
            {
                write(stream);
                stream.Flush();
                file.Flush(flushToDisk: true);

                // Renamed while it is still locked: nobody takes it for one that was left.
                File.Move(file.Name, path, overwrite: true);
            }
        }
        catch
        {
            PartialFile.Discard(file);
            throw;
        }
    }

    /// <summary>The same for content that arrives little by little.</summary>
    /// <exception cref="IOException">It cannot be written; what was there before is still there.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        FileStream file = PartialFile.Create(path, FileOptions.Asynchronous);
        try
        {
            await using (var stream = new BufferedStream(new DiskStream(file), BufferSize))
            {
                await write(stream);
                await stream.FlushAsync();
                file.Flush(flushToDisk: true);
                File.Move(file.Name, path, overwrite: true);
            }
        }
        catch
        {
            PartialFile.Discard(file);
            throw;
        }
    }
}
