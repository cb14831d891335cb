namespace Hebb.Lab.Records;

/// <summary>Holds a directory for one process; the system lets it go when the process ends, however it ends.</summary>
internal static class DirectoryLock
{
    /// <summary>The name of the file that is held open.</summary>
    public const string Name = ".lock";

    // What the system answers when another process holds the lock: EWOULDBLOCK, or a sharing violation.
    private const int HeldOnLinux = 11;
    private const int HeldOnMacintosh = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    private const int Attempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes hold of a directory until the result is disposed.</summary>
    /// <param name="path">The directory; it exists.</param>
    /// <exception cref="RecordException">Another process holds it.</exception>
    public static FileStream Hold(string path)
    {
        var file = Path.Combine(path, Name);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception.HResult is HeldOnLinux or HeldOnMacintosh or HeldOnWindows)
            {
                if (attempt == Attempts)
                {
                    throw InUse(path, exception);
                }

                // Whoever only looks whether it is held keeps it open for a moment.
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Takes hold of a directory, which is let go where it cannot be opened.</summary>
    /// <param name="path">The directory; it is made where it is missing.</param>
    /// <param name="open">Opens it, and keeps the hold that it is given.</param>
    /// <exception cref="RecordException">Another process holds it, or it cannot be written.</exception>
    public static T Open<T>(string path, Func<FileStream, T> open) =>
        RecordException.Guarded(
            path,
            "written",
            () =>
            {
                Directory.CreateDirectory(path);
                FileStream held = Hold(path);
                try
                {
                    return open(held);
                }
                catch
                {
                    held.Dispose();
                    throw;
                }
            }
        );

    /// <summary>Refuses a directory that a process holds now.</summary>
    /// <param name="path">The directory; it need not exist.</param>
    /// <exception cref="RecordException">A process holds it.</exception>
    public static void RequireFree(string path)
    {
        if (IsHeld(path))
        {
            throw InUse(path);
        }
    }

    /// <summary>Whether a process holds a directory now.</summary>
    /// <param name="path">The directory; it need not exist.</param>
    public static bool IsHeld(string path)
    {
        try
        {
            // Opened to be shared: whoever looks does not keep out others who look.
            using FileStream _ = new(Path.Combine(path, Name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return false;
        }
        catch (IOException exception)
        {
            return exception.HResult is HeldOnLinux or HeldOnMacintosh or HeldOnWindows;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static RecordException InUse(string path, IOException? cause = null) =>
        new($"{path} is in use by another process: wait for it, or choose another directory", cause);
}
