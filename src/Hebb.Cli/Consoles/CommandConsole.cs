using Spectre.Console;

namespace Hebb.Cli.Consoles;

/// <summary>What a command reads from and writes to: the console of the process, or whatever stands for it.</summary>
/// <param name="Input">Opens standard input, which costs time where nothing is read.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record CommandConsole(Func<TextReader> Input, TextWriter Output, TextWriter Error)
{
    /// <summary>
    /// Opens the terminal that <see cref="Output"/> may be, with its width and colours; null where it is a file or a pipe.
    /// </summary>
    public Func<IAnsiConsole>? Screen { get; init; }

    /// <summary>
    /// Takes the key that was pressed first of those not taken yet; it gives null where there is none, and is itself null where
    /// input is no terminal.
    /// </summary>
    public Func<char?>? Key { get; init; }

    /// <summary>Gives the folder for the details of what nobody expected to go wrong.</summary>
    public Func<string> Reports { get; init; } = FailureReport.StandardFolder;

    /// <summary>The console of this process.</summary>
    public static CommandConsole OfProcess()
    {
        // A terminal that says so of itself knows no control sequences.
        var isDumb = string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        return new CommandConsole(() => Console.In, Console.Out, Console.Error)
        {
            Screen = Console.IsOutputRedirected || isDumb ? null : () => AnsiConsole.Create(new AnsiConsoleSettings()),
            Key = Console.IsInputRedirected ? null : PressedKey,
        };
    }

    /// <summary>The console that a command was given.</summary>
    /// <param name="parsed">The command line, run by <see cref="CommandLine"/>.</param>
    internal static CommandConsole Of(ParseResult parsed) =>
        ((ConsoleInvocation)parsed.InvocationConfiguration).Console;

    private static char? PressedKey() => Console.KeyAvailable ? Console.ReadKey(intercept: true).KeyChar : null;
}
