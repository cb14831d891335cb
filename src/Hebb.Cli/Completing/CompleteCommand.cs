using Hebb.Cli.Consoles;

namespace Hebb.Cli.Completing;

/// <summary>What the scripts of <see cref="CompletionCommand"/> ask: all that can stand at a place of a command line, a line each.</summary>
internal static class CompleteCommand
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Makes the command, which help does not show.</summary>
    /// <param name="root">The command whose lines are completed.</param>
    public static Command Create(Func<Command> root)
    {
        Argument<int> position = new("POSITION")
        {
            Description = "Where the cursor is, in signs from the start of the line.",
        };
        Argument<string> line = new("LINE")
        {
            Description = "The command line, which begins with the name of the program.",
        };
        var command = new Command("complete", "List what can stand at a place of a command line.") { position, line };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach (var label in At(root(), parsed.GetRequiredValue(line), parsed.GetValue(position)))
            {
                parsed.InvocationConfiguration.Output.WriteLine(label);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static IEnumerable<string> At(Command root, string line, int position)
    {
        // The name of the program is no part of what is parsed, and what follows the cursor is not looked at.
        var typed = line[..Math.Clamp(position, 0, line.Length)].TrimStart();
        var end = typed.IndexOfAny(Blanks);
        if (end < 0)
        {
            return [];
        }

        var arguments = typed[end..].TrimStart();
        var word = arguments[(arguments.LastIndexOfAny(Blanks) + 1)..];
        return root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null })
            .GetCompletions(arguments.Length)
            .Select(item => item.InsertText ?? item.Label)
            .Where(label => label.StartsWith(word, StringComparison.OrdinalIgnoreCase) && IsUsual(label))
            .Distinct(StringComparer.Ordinal);
    }

    // Of the many names of help one is enough.
    private static bool IsUsual(string label) => label is not ("-?" or "/?" or "/h" or "-h");
}
