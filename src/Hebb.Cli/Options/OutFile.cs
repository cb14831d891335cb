using Hebb.Cli.Consoles;

namespace Hebb.Cli.Options;

/// <summary>The name of a file that a command is to write.</summary>
internal static class OutFile
{
    /// <summary>Refuses what is no name of such a file.</summary>
    /// <param name="endings">What the name may end with; none where it may be any.</param>
    /// <returns>The name.</returns>
    /// <exception cref="InputException">It is none.</exception>
    public static string Require(string option, string given, IReadOnlyList<string> endings)
    {
        var isNamed =
            !string.IsNullOrWhiteSpace(given)
            && !given.StartsWith("--", StringComparison.Ordinal)
            && (
                endings.Count == 0
                || endings.Any(ending =>
                    given.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                    && Path.GetFileName(given).Length > ending.Length
                )
            );
        if (!isNamed)
        {
            var ending = endings.Count > 0 ? $" that ends with {string.Join(" or ", endings)}" : "";
            throw new InputException($"{option} '{given}': the name of a file{ending} is needed");
        }

        return Directory.Exists(given)
            ? throw new InputException($"{option} {given} is a directory: the name of a file is needed")
            : given;
    }

    /// <summary>Makes the option by which a file that exists is replaced.</summary>
    public static Option<bool> CreateForce() =>
        new("--force") { Description = "Replace the file if it exists; otherwise it is left as it is." };

    /// <summary>Refuses a file that exists, and that nobody has said to replace.</summary>
    /// <param name="isForced">Whether it is to be replaced.</param>
    /// <exception cref="InputException">It exists.</exception>
    public static void RequireFree(string option, string path, bool isForced)
    {
        // A link that leads nowhere is a file of somebody too.
        if (!isForced && (Path.Exists(path) || new FileInfo(path).LinkTarget is not null))
        {
            throw new InputException($"{option} {path} exists: a new file, or --force to replace it, is needed");
        }
    }

    /// <summary>Makes the folder of a file where it is missing.</summary>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static void PrepareFolder(string option, string path) =>
        Try(option, path, () => Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!));

    /// <summary>Writes a file, or makes ready to.</summary>
    /// <exception cref="InputException">It cannot be done.</exception>
    /// <exception cref="IOException">It cannot be done, through no fault of its name: the disk is full.</exception>
    public static void Try(string option, string path, Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException && !SystemFailure.Is(exception))
        {
            throw new InputException($"{option} {path} cannot be written: {exception.Message}", exception);
        }
    }
}
