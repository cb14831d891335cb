using System.CommandLine.Parsing;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;

namespace Hebb.Cli.Consoles;

/// <summary>
/// Runs a command line: whatever is wrong with the input becomes one line on standard error and exit code 2, and
/// Ctrl-C lets the command stop cleanly.
/// </summary>
internal static class CommandLine
{
    /// <summary>Parses and runs.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(
        Command root,
        string[] arguments,
        ConsoleInvocation invocation,
        CancellationToken cancellation
    )
    {
        // A file named by @file would be read for further arguments: nothing here asks for that.
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            return Fail($"{FirstError(parsed)} (see '{Path(parsed)} --help')", ExitCode.Usage, invocation);
        }

        try
        {
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (Exception exception) when (exception is InputException or RecordException)
        {
            return Fail(exception.Message, ExitCode.Usage, invocation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or RunFailedException)
        {
            return Fail(exception.Message, ExitCode.Failure, invocation);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>Has a command do what takes a while on another thread: the one that runs it has to be free to hear of Ctrl-C.</summary>
    /// <param name="run">Does it; gives the exit code.</param>
    public static void SetLongAction(this Command command, Func<ParseResult, CancellationToken, int> run) =>
        command.SetAction((parsed, cancellation) => Task.Run(() => run(parsed, cancellation), CancellationToken.None));

    private static string FirstError(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        return parsed switch
        {
            // A word that is no command is also reported as a command that is missing: the word itself says more.
            { UnmatchedTokens: [string word, ..] } => $"'{word}' is no command or option of '{Path(parsed)}'",
            _ when command.Subcommands.Count > 0 =>
                $"'{Path(parsed)}' needs a command: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}",
            _ => parsed.Errors[0].Message.TrimEnd('.'),
        };
    }

    // The command and those above it, such as "hebb reproduce".
    private static string Path(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult command; result = result.Parent)
        {
            names.Push(command.Command.Name);
        }

        return string.Join(' ', names);
    }

    private static int Fail(string message, int code, ConsoleInvocation invocation)
    {
        // What the user typed is quoted in messages: it must not reach the terminal as a command to it.
        var line = string.Concat(message.ReplaceLineEndings(" ").Select(sign => char.IsControl(sign) ? '?' : sign));
        invocation.Error.WriteLine($"hebb: {line}");
        return code;
    }
}
