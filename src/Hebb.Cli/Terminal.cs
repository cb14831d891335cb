using Spectre.Console;

namespace Hebb.Cli;

/// <summary>Where a command writes: a terminal that lines can be drawn anew on, or plain text.</summary>
/// <param name="Lines">Where lines are written; not the console, which would wrap long paths.</param>
/// <param name="Console">Where tables and live views are written.</param>
/// <param name="IsLive">Whether lines can be drawn anew.</param>
internal sealed record Terminal(TextWriter Lines, IAnsiConsole Console, bool IsLive)
{
    // Wide enough for the tables: files and pipes have no width of their own.
    private const int PlainWidth = 120;

    /// <summary>What standard output is.</summary>
    public static Terminal OfStandardOutput()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings());
        var isDumb = string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        if (!System.Console.IsOutputRedirected && !isDumb && console.Profile.Capabilities.Ansi)
        {
            return new Terminal(System.Console.Out, console, IsLive: true);
        }

        console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors }
        );
        console.Profile.Width = PlainWidth;
        return new Terminal(System.Console.Out, console, IsLive: false);
    }
}
