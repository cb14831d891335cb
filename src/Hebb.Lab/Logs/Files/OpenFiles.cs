namespace Hebb.Lab.Logs.Files;

/// <summary>How many runs can go at a time where the system limits how many files a process may have open.</summary>
internal static class OpenFiles
{
    // A lock, two logs, and what is being written.
    private const int EachRun = 4;

    // What the platform opens by itself while it goes, such as assemblies, and results.
    private const int Reserve = 48;

    private const string LimitsFile = "/proc/self/limits";
    private const string OpenFolder = "/proc/self/fd";
    private const string LimitKey = "Max open files";

    /// <summary>How many runs to play at a time: as many as asked for, or as there are files for. It changes no result.</summary>
    /// <param name="jobs">How many are asked for; at least 1.</param>
    /// <exception cref="IOException">There are not enough files for one run.</exception>
    public static int JobsOf(int jobs) => Limit() is { } limit ? JobsOf(jobs, limit, Open()) : jobs;

    /// <summary>The same, of numbers.</summary>
    /// <param name="limit">How many files may be open.</param>
    /// <param name="open">How many are.</param>
    /// <exception cref="IOException">There are not enough files for one run.</exception>
    public static int JobsOf(int jobs, long limit, long open)
    {
        var possible = (limit - open - Reserve) / EachRun;
        return possible >= 1
            ? (int)Math.Min(jobs, possible)
            : throw new IOException(
                $"this process may have {limit} files open ('ulimit -n') and has {open}: {open + Reserve + EachRun} are needed for a run"
            );
    }

    // Systems that do not tell have room, or say so when they have none.
    private static long? Limit()
    {
        try
        {
            var line = File.Exists(LimitsFile)
                ? File.ReadLines(LimitsFile).FirstOrDefault(line => line.StartsWith(LimitKey, StringComparison.Ordinal))
                : null;
            var words = line?[LimitKey.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
            return words.Length > 0 && long.TryParse(words[0], CultureInfo.InvariantCulture, out var limit)
                ? limit
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long Open() => Directory.Exists(OpenFolder) ? Directory.GetFileSystemEntries(OpenFolder).Length : 0;
}
