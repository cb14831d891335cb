using Hebb.Cli.Consoles;

namespace Hebb.Cli.Environments;

/// <summary>Reads a list of actions: integers with white space between them.</summary>
internal static class ActionText
{
    private const string StandardInput = "-";
    private const int LongestShownToken = 40;

    /// <summary>Reads and checks all actions of a file.</summary>
    /// <param name="path">A file, or <c>-</c> for standard input.</param>
    /// <param name="environment">The name of the environment, for messages.</param>
    /// <exception cref="InputException">The file cannot be read, or one of its tokens is not an action.</exception>
    public static int[] Read(string path, Func<TextReader> input, string environment, int actionCount)
    {
        var (name, text) = path == StandardInput ? ("standard input", input().ReadToEnd()) : (path, ReadFile(path));
        var tokens = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var actions = new int[tokens.Length];
        for (var index = 0; index < tokens.Length; index++)
        {
            // Of any length, so that a number too large for a machine word is still called out of range.
            if (
                !BigInteger.TryParse(
                    tokens[index],
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var action
                )
            )
            {
                throw new InputException(
                    $"{name}: '{Shorten(tokens[index])}' at position {index + 1} is not an integer; actions are integers "
                        + "with white space between them."
                );
            }

            if (action < 0 || action >= actionCount)
            {
                throw new InputException(
                    $"{name}: action {Shorten(tokens[index])} at position {index + 1} is out of range; {environment} has "
                        + $"the actions 0 to {actionCount - 1}."
                );
            }

            actions[index] = (int)action;
        }

        return actions;
    }

    private static string ReadFile(string path)
    {
        if (path.Length == 0)
        {
            throw new InputException("--actions is empty; it takes a file, or - for standard input.");
        }

        if (Directory.Exists(path))
        {
            throw new InputException($"--actions {path} is a directory; it takes a file, or - for standard input.");
        }

        if (!File.Exists(path))
        {
            throw new InputException($"--actions {path} does not exist.");
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--actions {path} cannot be read: {exception.Message}", exception);
        }
    }

    // A file of another kind may hold one endless token of unprintable characters.
    private static string Shorten(string token)
    {
        var shown = token.Length <= LongestShownToken ? token : token[..LongestShownToken] + "...";
        return string.Concat(shown.Select(character => char.IsControl(character) ? '?' : character));
    }
}
