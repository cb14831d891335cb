namespace Hebb.Files;

/// <summary>
/// The file beside another that is written in its place and renamed when it is whole. Its name cannot be foreseen and it is made anew,
/// so no link that somebody has planted is followed, and two that write the same file do not meet. It is locked for as long as it is
/// written: one without a lock was left by a process that was killed, and is deleted by the next that writes the same file.
/// </summary>
internal static class PartialFile
{
    /// <summary>What its name ends with.</summary>
    public const string Suffix = ".partial";

    private const int Attempts = 8;
    private const int RandomLetters = 8;

    /// <summary>Makes it, and deletes what killed processes have left of such files.</summary>
    /// <param name="path">The file that it is to become.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static FileStream Create(string path, FileOptions options)
    {
        DeleteLeft(path);
        for (var attempt = 1; ; attempt++)
        {
            var partial = $"{path}.{Path.GetRandomFileName().AsSpan(0, RandomLetters)}{Suffix}";
            FileStream file;
            try
            {
                file = new FileStream(
                    partial,
                    FileMode.CreateNew,
                    FileAccess.Write,
                    FileShare.Delete,
                    bufferSize: 0,
                    options
                );
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Another process looks whether it was left, or a name was there.
                continue;
            }

            // Between its making and its lock another process may have taken it for one that was left.
            if (attempt == Attempts || File.Exists(partial))
            {
                return file;
            }

            file.Dispose();
        }
    }

    /// <summary>Closes and deletes it. Where its folder is gone, nothing is left of it either.</summary>
    /// <param name="file">The file; the buffer above it may have failed to empty itself, and left it open.</param>
    public static void Discard(FileStream file)
    {
        file.Dispose();
        if (File.Exists(file.Name))
        {
            File.Delete(file.Name);
        }
    }

    /// <summary>Whether a file is one that is to become another, or was.</summary>
    /// <param name="name">Its name, without a folder.</param>
    /// <param name="whole">The name of the other.</param>
    public static bool IsOf(string name, string whole)
    {
        if (!name.StartsWith(whole, StringComparison.Ordinal) || !name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return false;
        }

        // Earlier versions wrote without the random letters.
        var between = name[whole.Length..^Math.Min(Suffix.Length, name.Length - whole.Length)];
        return between.Length == 0
            || (
                between.Length == RandomLetters + 1
                && between[0] == '.'
                && between.Skip(1).All(char.IsAsciiLetterOrDigit)
            );
    }

    private static void DeleteLeft(string path)
    {
        var whole = Path.GetFileName(path);
        string[] left = [];
        Try(() => left = Directory.GetFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, $"*{Suffix}"));
        foreach (var entry in left.Where(entry => IsOf(Path.GetFileName(entry), whole)))
        {
            Try(() => DeleteUnlocked(entry));
        }
    }

    // What cannot be listed or deleted stands in nobody's way: the new file has a name of its own.
    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    private static void DeleteUnlocked(string entry)
    {
        // A link is no file that was written here; what it leads to is not touched.
        if (IsLink(entry))
        {
            File.Delete(entry);
            return;
        }

        using FileStream _ = new(entry, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        File.Delete(entry);
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
