using Hebb.Cli.Consoles;
using Hebb.Lab.Records;

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
