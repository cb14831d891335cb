using Hebb.Naming;

namespace Hebb.Lab.Records;

/// <summary>What is said of a path where nothing lies.</summary>
public static class NearestPath
{
    // Of a folder with more entries than people name themselves none is guessed.
    private const int Most = 10_000;

    /// <summary>The end of a sentence that asks for the path which may have been meant; empty where none is near.</summary>
    /// <param name="path">The path.</param>
    public static string Question(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Guess(path) is { } guess ? $"; did you mean {guess}?" : "";
    }

    // Each part that is not there is taken for the entry of the folder that is called most like it.
    private static string? Guess(string path)
    {
        try
        {
            var found = Path.GetPathRoot(path) ?? "";
            foreach (
                var part in path[found.Length..].Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)
            )
            {
                var next = Path.Combine(found, part);
                if (!Path.Exists(next))
                {
                    string[] names =
                    [
                        .. Directory
                            .EnumerateFileSystemEntries(found.Length == 0 ? "." : found)
                            .Take(Most)
                            .Select(entry => Path.GetFileName(entry)),
                    ];
                    if (NearestName.Guess(part, names) is not { } name)
                    {
                        return null;
                    }

                    next = Path.Combine(found, name);
                }

                found = next;
            }

            return found;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // A guess is for comfort: without it all else is said.
            return null;
        }
    }
}
