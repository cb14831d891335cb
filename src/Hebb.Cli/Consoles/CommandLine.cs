using System.CommandLine.Parsing;
using Hebb.Lab.Runs;
using Hebb.Naming;

namespace Hebb.Cli.Consoles;

/// <summary>
/// Runs a command line: whatever is wrong with the input becomes one line on standard error and exit code 2, and
/// Ctrl-C lets the command stop cleanly.
/// </summary>
internal static class CommandLine
{
    /// <summary>Parses and runs.</summary>
    /// <param name="create">Makes the command.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(
        Func<Command> create,
        string[] arguments,
        ConsoleInvocation invocation,
        CancellationToken cancellation
    )
    {
        // What is read and written is the same everywhere; only this command's own threads and tasks are told.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            // A file named by @file would be read for further arguments: nothing here asks for that.
            ParseResult parsed = create()
                .Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return FirstError(parsed) is { } error
                ? Fail($"{error} (see '{Path(parsed)} --help')", ExitCode.Usage, invocation)
                : await parsed.InvokeAsync(invocation, cancellation);
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
#pragma warning disable CA1031 // Whatever else it is: the user is told in a line, and those who can mend it in a file.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Unexpected(exception, arguments, invocation);
        }
    }

    /// <summary>Has a command do what takes a while on another thread: the one that runs it has to be free to hear of Ctrl-C.</summary>
    /// <param name="run">Does it; gives the exit code.</param>
    public static void SetLongAction(this Command command, Func<ParseResult, CancellationToken, int> run) =>
        command.SetAction((parsed, cancellation) => Task.Run(() => run(parsed, cancellation), CancellationToken.None));

    /// <summary>Tells of what nobody expected to go wrong.</summary>
    /// <returns>The exit code.</returns>
    public static int Unexpected(Exception exception, string[] arguments, ConsoleInvocation invocation) =>
        Fail(FailureReport.Of(exception, arguments, invocation.Console.Reports), ExitCode.Failure, invocation);

    private static string? FirstError(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (MistypedOption(parsed) is { } option)
        {
            return $"'{option}' is no command or option of '{Path(parsed)}'{Guess(option, command)}";
        }

        if (parsed.Errors.Count == 0)
        {
            return parsed.CommandResult.Children.Select(Unusable).FirstOrDefault(error => error is not null);
        }

        return parsed switch
        {
            // A word that is no command is also reported as a command that is missing: the word itself says more.
            { UnmatchedTokens: [string word, ..] } =>
                $"'{word}' is no command or option of '{Path(parsed)}'{Guess(word, command)}",
            _ when command.Subcommands.Count > 0 =>
                $"'{Path(parsed)}' needs a command: {string.Join(", ", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name))}",
            _ => parsed.Errors[0].Message.TrimEnd('.'),
        };
    }

    // What begins like an option, and was taken for an argument or for nothing.
    private static string? MistypedOption(ParseResult parsed)
    {
        IEnumerable<string> arguments = parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value);
        return parsed.Tokens.Any(token => token.Type is TokenType.DoubleDash)
            ? null
            : arguments
                .Concat(parsed.UnmatchedTokens)
                .FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal));
    }

    private static string Guess(string word, Command command)
    {
        IEnumerable<string> options = command
            .Options.Concat(
                command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(one => one.Recursive))
            )
            .Select(option => option.Name);
        string[] known = [.. command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name), .. options];
        return NearestName.Guess(word.Split('=')[0], known) is { } guess ? $"; did you mean {guess}?" : "";
    }

    // What no command can make anything of: neither a name of something nor a path may be like that.
    private static string? Unusable(SymbolResult result)
    {
        var name = result is OptionResult { Option: var option }
            ? option.Name
            : (result as ArgumentResult)?.Argument.Name;
        foreach (Token token in result.Tokens)
        {
            if (string.IsNullOrWhiteSpace(token.Value))
            {
                return $"{name} '{token.Value}': it is empty; something is needed";
            }

            if (token.Value.Contains('\0', StringComparison.Ordinal))
            {
                return $"{name} '{token.Value}': it has a character of number 0; none is possible";
            }
        }

        return null;
    }

    /// <summary>The command and those above it, such as <c>hebb reproduce</c>.</summary>
    public static string Path(ParseResult parsed)
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
        try
        {
            invocation.Error.WriteLine($"hebb: {line}");
        }
        catch (IOException)
        {
            // Nobody listens: the exit code still tells.
        }

        return code;
    }
}
