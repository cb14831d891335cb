namespace Hebb.Cli.Consoles;

/// <summary>How a command line is run: with a console of its own, so that several can run in one process.</summary>
internal sealed class ConsoleInvocation : InvocationConfiguration
{
    /// <summary>Makes it.</summary>
    /// <param name="stopTimeout">
    /// How long a command may take to stop after Ctrl-C before it is ended; null where Ctrl-C is left to others.
    /// </param>
    public ConsoleInvocation(CommandConsole console, TimeSpan? stopTimeout)
    {
        Console = console;
        Output = console.Output;
        Error = console.Error;
        EnableDefaultExceptionHandler = false;
        ProcessTerminationTimeout = stopTimeout;
    }

    /// <summary>What the command reads from and writes to.</summary>
    public CommandConsole Console { get; }
}
