namespace Hebb.Lab.Records;

/// <summary>The directory of one run that is made in one go: new or empty before the run takes hold of it.</summary>
public static class RunDirectory
{
    /// <summary>Refuses a path that could not be used, without making or changing anything.</summary>
    /// <param name="path">The directory; it need not exist.</param>
    /// <exception cref="RecordException">It is a file, or holds something, such as an earlier run.</exception>
    public static void Check(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (File.Exists(path))
        {
            throw new RecordException($"{path} is a file: a directory is needed");
        }

        bool IsInUse() => Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(IsForeign);
        if (RecordException.Guarded(path, "read", IsInUse))
        {
            throw new RecordException(
                $"{path} is not empty, and what it holds would be overwritten: choose a new directory"
            );
        }
    }

    // A run that was stopped before it had anything to keep leaves its lock, and perhaps the beginning of a file.
    private static bool IsForeign(string entry) =>
        !string.Equals(Path.GetFileName(entry), DirectoryLock.Name, StringComparison.Ordinal)
        && !entry.EndsWith(WholeFile.PartialSuffix, StringComparison.Ordinal);
}
