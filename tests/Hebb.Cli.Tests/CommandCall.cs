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
    public static async Task<CommandResult> RunWithInput(string input, params string[] arguments)
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var console = new CommandConsole(() => reader, TextWriter.Synchronized(output), TextWriter.Synchronized(error));
        using var limit = new CancellationTokenSource(Limit);
        var code = await HebbCommand.Run(arguments, console, limit.Token);
        return limit.IsCancellationRequested
            ? throw new TimeoutException($"The command did not end within {Limit.TotalSeconds} s.")
            : new CommandResult(code, $"{output}", $"{error}");
    }
}
