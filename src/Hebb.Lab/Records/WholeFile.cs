namespace Hebb.Lab.Records;

/// <summary>Files that are there whole or not at all, whatever stops the program while it writes them.</summary>
internal static class WholeFile
{
    /// <summary>What the name of a file that is still being written ends with.</summary>
    public const string PartialSuffix = ".partial";

    /// <summary>Writes beside the file, flushes to disk, then renames over it; what was written is deleted when it fails.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var partial = path + PartialSuffix;
        var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>The same for content that arrives little by little.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="write">Writes the content.</param>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var partial = path + PartialSuffix;
        var stream = new FileStream(
            partial,
            FileMode.Create,
            FileAccess.Write,
            FileShare.None,
            1 << 16,
            useAsync: true
        );
        try
        {
            await using (stream)
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
