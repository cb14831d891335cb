using System.Diagnostics;
using Hebb.Cli;
using Hebb.Cli.Consoles;
using Spectre.Console;

namespace Hebb.Fuzz.Tests;

/// <summary>A command line of a case, run in this process until it ends or its time is up, and held to what every command promises.</summary>
internal static class FuzzedCommand
{
    // As long as a command may take to stop once it is asked to: far more than it should, on a machine that is busy with others.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private static readonly int[] ExitCodes = [0, 1, 2, 130];

    /// <summary>Runs it.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">What it reads from standard input.</param>
    /// <param name="width">The columns of its terminal; null where its output is none.</param>
    /// <param name="time">After how long it is stopped as by Ctrl-C.</param>
    /// <returns>What it did wrong; null where it kept every promise.</returns>
    public static async Task<string?> Run(string[] arguments, string input, int? width, TimeSpan time)
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var keys = new Queue<char>(input);
        TextWriter lines = TextWriter.Synchronized(output);
        var console = new CommandConsole(() => reader, lines, TextWriter.Synchronized(error))
        {
            Screen = width is { } columns ? () => Screen(lines, columns) : null,
            Key = width is null ? null : () => keys.TryDequeue(out var key) ? key : null,
        };
        using var stop = new CancellationTokenSource(time);
        var started = Stopwatch.GetTimestamp();
        Task<int> run = Task.Run(() => HebbCommand.Standard.Run(arguments, console, stop.Token));
        if (await Task.WhenAny(run, Task.Delay(time + StopLimit)) != run)
        {
            return $"it did not stop within {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s";
        }

        try
        {
            return Defect(await run, $"{error}");
        }
        catch (Exception exception)
        {
            return $"it threw {exception}";
        }
    }

    private static string? Defect(int code, string error) =>
        !ExitCodes.Contains(code) ? $"its exit code is {code}"
        : error.Contains("   at ", StringComparison.Ordinal) ? $"it printed a stack trace: {error}"
        : error.Contains("; the details ", StringComparison.Ordinal) ? $"it met what nobody expected: {error}"
        : code is 2 && !error.TrimEnd('\n').Split('\n')[^1].StartsWith("hebb: ", StringComparison.Ordinal)
            ? $"exit code 2 needs a line that says why: '{error}'"
        : null;

    private static IAnsiConsole Screen(TextWriter output, int columns)
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
        (screen.Profile.Width, screen.Profile.Height) = (columns, 24);
        return screen;
    }
}
