namespace Hebb.Cli.Consoles;

/// <summary>Words as they are typed in a POSIX shell, for command lines that results show and that people run again.</summary>
public static class ShellText
{
    // What no shell reads as anything but itself, wherever it stands in a word.
    private const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@%_+=:,./-";

    /// <summary>A word that the shell gives to a program exactly as it is.</summary>
    /// <param name="word">The word; any text.</param>
    public static string Word(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > 0 && word.All(Plain.Contains)
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    /// <summary>Refuses a name that would break the lines in which it is shown.</summary>
    /// <param name="option">What stands before the name, for the message.</param>
    /// <exception cref="InputException">It has control characters, such as line breaks.</exception>
    public static void RequirePrintable(string option, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Any(char.IsControl))
        {
            var shown = string.Concat(name.Select(one => char.IsControl(one) ? $"\\u{(int)one:x4}" : one.ToString()));
            throw new InputException($"{option}'{shown}': a name without line breaks and control characters is needed");
        }
    }

    /// <summary>The path of a file or directory, which no program takes for an option.</summary>
    public static string Path(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Word(path.StartsWith('-') ? $"./{path}" : path);
    }
}
