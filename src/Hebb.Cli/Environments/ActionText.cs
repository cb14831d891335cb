using System.Text;
using Hebb.Cli.Consoles;
using Hebb.Lab.Records;

namespace Hebb.Cli.Environments;

/// <summary>
/// Reads a list of actions: integers with white space between them. It is read little by little, so that a file of another kind is
/// refused at its first word, however long it is.
/// </summary>
internal static class ActionText
{
    /// <summary>How many actions a list may have.</summary>
    public const int MostActions = 10_000_000;

    private const long MostCharacters = 100_000_000;
    private const string StandardInput = "-";
    private const int LongestToken = 1000;
    private const int LongestShownToken = 40;
    private const int PieceLength = 1 << 14;

    /// <summary>What a list may be, for the help.</summary>
    public static string Limit { get; } =
        string.Create(CultureInfo.InvariantCulture, $"At most {MostActions:#,0} actions.");

    /// <summary>Reads and checks all actions of a file.</summary>
    /// <param name="path">A file, or <c>-</c> for standard input.</param>
    /// <param name="environment">The name of the environment, for messages.</param>
    /// <exception cref="InputException">The file cannot be read, or one of its tokens is not an action, or there are too many.</exception>
    public static IReadOnlyList<int> Read(
        string path,
        Func<TextReader> input,
        string environment,
        int actionCount,
        CancellationToken cancellation
    )
    {
        if (string.Equals(path, StandardInput, StringComparison.Ordinal))
        {
            return Read(input(), "standard input", environment, actionCount, cancellation);
        }

        RequireFile(path);
        try
        {
            using var reader = new StreamReader(path);
            return Read(reader, path, environment, actionCount, cancellation);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException && !SystemFailure.Is(exception))
        {
            throw new InputException($"--actions {path} cannot be read: {exception.Message}", exception);
        }
    }

    private static List<int> Read(
        TextReader reader,
        string name,
        string environment,
        int actionCount,
        CancellationToken cancellation
    )
    {
        var actions = new List<int>();
        foreach (var token in Tokens(reader, name, cancellation))
        {
            // Of any length, so that a number too large for a machine word is still called out of range.
            if (token.Length > LongestToken || !TryParse(token, out BigInteger action))
            {
                throw new InputException(
                    $"{name}: '{Shorten(token)}' at position {actions.Count + 1} is not an integer; actions are integers "
                        + "with white space between them."
                );
            }

            if (action < 0 || action >= actionCount)
            {
                throw new InputException(
                    $"{name}: action {Shorten(token)} at position {actions.Count + 1} is out of range; {environment} has "
                        + $"the actions 0 to {actionCount - 1}."
                );
            }

            if (actions.Count == MostActions)
            {
                throw new InputException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name}: more than {MostActions:#,0} actions; at most as many are possible."
                    )
                );
            }

            actions.Add((int)action);
        }

        return actions;
    }

    private static bool TryParse(string token, out BigInteger action)
    {
        if (int.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var word))
        {
            action = word;
            return true;
        }

        return BigInteger.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out action);
    }

    private static IEnumerable<string> Tokens(TextReader reader, string name, CancellationToken cancellation)
    {
        var piece = new char[PieceLength];
        var token = new StringBuilder();
        long characters = 0;
        while (reader.Read(piece, 0, piece.Length) is > 0 and var length)
        {
            cancellation.ThrowIfCancellationRequested();
            characters += length;
            if (characters > MostCharacters)
            {
                throw new InputException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name}: more than {MostCharacters:#,0} characters; at most as many are possible."
                    )
                );
            }

            for (var index = 0; index < length; index++)
            {
                if (!char.IsWhiteSpace(piece[index]))
                {
                    token.Append(piece[index]);
                    if (token.Length <= LongestToken)
                    {
                        continue;
                    }
                }

                // A word that is too long is cut, and refused: who knows where it ends.
                if (token.Length > 0)
                {
                    yield return token.ToString();
                    token.Clear();
                }
            }
        }

        if (token.Length > 0)
        {
            yield return token.ToString();
        }
    }

    private static void RequireFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException($"--actions {path} is a directory; it takes a file, or - for standard input.");
        }

        if (!File.Exists(path))
        {
            throw new InputException(
                $"--actions {path} does not exist{(NearestPath.Question(path) is { Length: > 0 } question ? question : ".")}"
            );
        }
    }

    // A file of another kind may hold one endless token of unprintable characters.
    private static string Shorten(string token)
    {
        var shown = token.Length <= LongestShownToken ? token : token[..LongestShownToken] + "...";
        return string.Concat(shown.Select(character => char.IsControl(character) ? '?' : character));
    }
}
