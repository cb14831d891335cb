namespace Hebb.Lab.Records;

/// <summary>
/// The directory of one run that is made in one go: new or empty when the run takes hold of it, held by one process.
/// </summary>
public sealed class RunDirectory : IDisposable
{
    private readonly FileStream _held;

    private RunDirectory(string path, FileStream held)
    {
        Path = path;
        _held = held;
    }

    /// <summary>The directory, as it was given.</summary>
    public string Path { get; }

    /// <summary>Refuses a path that could not be opened, without making or changing anything.</summary>
    /// <param name="path">The directory; it need not exist.</param>
    /// <exception cref="RecordException">It is a file, or holds something, such as an earlier run.</exception>
    public static void Check(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (File.Exists(path))
        {
            throw new RecordException($"{path} is a file: a directory is needed");
        }

        try
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(IsForeign))
            {
                throw new RecordException(
                    $"{path} is not empty, and what it holds would be overwritten: choose a new directory"
                );
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path} cannot be read: {RecordException.OneLine(exception)}", exception);
        }
    }

    /// <summary>Takes hold of a directory.</summary>
    /// <param name="path">The directory, empty; it is made where it is missing.</param>
    /// <exception cref="RecordException">
    /// It is a file, holds something, is in use by another process, or cannot be written.
    /// </exception>
    public static RunDirectory Open(string path)
    {
        Check(path);
        try
        {
            Directory.CreateDirectory(path);
            return new RunDirectory(path, DirectoryLock.Hold(path));
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException && !SystemFailure.Is(exception))
        {
            throw new RecordException($"{path} cannot be written: {RecordException.OneLine(exception)}", exception);
        }
    }

    /// <summary>The path of a file in the directory.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, whole or not at all.</summary>
    public void WriteFile(string name, Action<Stream> write) => WholeFile.Write(PathOf(name), write);

    /// <summary>Lets the directory go.</summary>
    public void Dispose() => _held.Dispose();

    // A run that was stopped before it had anything to keep leaves its lock, and perhaps the beginning of a file.
    private static bool IsForeign(string entry) =>
        !string.Equals(System.IO.Path.GetFileName(entry), DirectoryLock.Name, StringComparison.Ordinal)
        && !entry.EndsWith(WholeFile.PartialSuffix, StringComparison.Ordinal);
}
