namespace Hebb.Cli.Options;

/// <summary>Options that take one word, with an error that names them and it.</summary>
internal static class ParsedOption
{
    /// <summary>Makes such an option.</summary>
    /// <typeparam name="T">What the word is read as.</typeparam>
    /// <param name="word">What the help calls the word.</param>
    /// <param name="parse">Reads the word, or throws a <see cref="FormatException"/> that says what is needed.</param>
    public static Option<T> Create<T>(string name, string description, string word, Func<string, T> parse) =>
        new(name)
        {
            Description = description,
            HelpName = word,
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                try
                {
                    return parse(given);
                }
                catch (FormatException exception)
                {
                    result.AddError($"{name} '{given}': {exception.Message}");
                    return default;
                }
            },
        };
}
