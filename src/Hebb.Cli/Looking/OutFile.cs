namespace Hebb.Cli.Looking;

/// <summary>The name of a file that a command is to write.</summary>
internal static class OutFile
{
    /// <summary>Refuses what is no name of such a file.</summary>
    /// <param name="option">The option, with the two hyphens.</param>
    /// <param name="given">What was given.</param>
    /// <param name="endings">What the name may end with.</param>
    /// <returns>The name.</returns>
    /// <exception cref="InputException">It is none.</exception>
    public static string Require(string option, string given, IReadOnlyList<string> endings)
    {
        var isNamed =
            !given.StartsWith("--", StringComparison.Ordinal)
            && endings.Any(ending =>
                given.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                && Path.GetFileName(given).Length > ending.Length
            );
        if (!isNamed)
        {
            throw new InputException(
                $"{option} '{given}': the name of a file that ends with {string.Join(" or ", endings)} is needed"
            );
        }

        return Directory.Exists(given)
            ? throw new InputException($"{option} {given} is a directory: the name of a file is needed")
            : given;
    }

    /// <summary>Makes the folder of a file where it is missing.</summary>
    /// <param name="option">The option, with the two hyphens.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static void PrepareFolder(string option, string path)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{option} {path}: its folder cannot be made: {exception.Message}", exception);
        }
    }
}
