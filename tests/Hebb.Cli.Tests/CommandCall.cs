using Hebb.Cli.Consoles;
using Spectre.Console;

namespace Hebb.Cli.Tests;

/// <summary>The command <c>hebb</c> called in this process, in a console of its own.</summary>
internal static class CommandCall
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs the command to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    public static Task<CommandResult> Run(params string[] arguments) => RunWithInput("", arguments);

    /// <summary>Runs the command to its end with something to read.</summary>
    /// <param name="input">What it reads from standard input.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Task<CommandResult> RunWithInput(string input, params string[] arguments) =>
        Run(input, console => console, arguments, CancellationToken.None);

    /// <summary>Runs a command of its own to its end.</summary>
    /// <param name="command">The command.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Task<CommandResult> RunOf(HebbCommand command, params string[] arguments) =>
        Run("", console => console, arguments, CancellationToken.None, command);

    /// <summary>Runs the command until it ends or is stopped.</summary>
    /// <param name="cancellation">Stops it as Ctrl-C does.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Task<CommandResult> RunStopped(CancellationToken cancellation, params string[] arguments) =>
        Run("", console => console, arguments, cancellation);

    /// <summary>Runs the command on a terminal.</summary>
    /// <param name="size">Its columns and rows.</param>
    /// <param name="keys">What is pressed on it.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Task<CommandResult> RunOnTerminal(
        (int Columns, int Rows) size,
        string keys,
        params string[] arguments
    )
    {
        var left = new Queue<char>(keys);
        return Run(
            "",
            console => console with { Screen = () => Screen(console.Output, size), Key = () => Next(left) },
            arguments,
            CancellationToken.None
        );
    }

    /// <summary>Runs a command to its end in a console that is not the usual one.</summary>
    /// <param name="place">Makes the console of the usual one.</param>
    /// <param name="command">The command; null for the standard one.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Task<CommandResult> RunIn(
        Func<CommandConsole, CommandConsole> place,
        HebbCommand? command,
        params string[] arguments
    ) => Run("", place, arguments, CancellationToken.None, command);

    private static char? Next(Queue<char> keys) => keys.TryDequeue(out var key) ? key : null;

    private static IAnsiConsole Screen(TextWriter output, (int Columns, int Rows) size)
    {
        IAnsiConsole screen = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.EightBit,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(output),
            }
        );
        (screen.Profile.Width, screen.Profile.Height) = size;
        return screen;
    }

    private static async Task<CommandResult> Run(
        string input,
        Func<CommandConsole, CommandConsole> place,
        string[] arguments,
        CancellationToken cancellation,
        HebbCommand? command = null
    )
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var console = new CommandConsole(() => reader, TextWriter.Synchronized(output), TextWriter.Synchronized(error));
        using var limit = new CancellationTokenSource(Limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var code = await (command ?? HebbCommand.Standard).Run(arguments, place(console), either.Token);
        return limit.IsCancellationRequested
            ? throw new TimeoutException($"The command did not end within {Limit.TotalSeconds} s.")
            : new CommandResult(code, $"{output}", $"{error}");
    }
}
