using Spectre.Console;

namespace Hebb.Cli.Consoles;

/// <summary>Where a command writes: a terminal that lines can be drawn anew on, or plain text.</summary>
/// <param name="Lines">Where lines are written; not the console, which would wrap long paths.</param>
/// <param name="IsLive">Whether lines can be drawn anew.</param>
internal sealed record Terminal(TextWriter Lines, IAnsiConsole Console, bool IsLive)
{
    // Wide enough for the tables: files and pipes have no width of their own.
    private const int PlainWidth = 120;

    /// <summary>The columns and rows that a terminal has now; plain text is as wide and as long as one likes.</summary>
    public (int Columns, int Rows) Size => (Console.Profile.Width, Console.Profile.Height);

    /// <summary>What standard output of a command is.</summary>
    public static Terminal Of(ParseResult parsed)
    {
        var given = CommandConsole.Of(parsed);
        if (given.Screen?.Invoke() is { Profile.Capabilities.Ansi: true } screen)
        {
            return new Terminal(given.Output, screen, IsLive: true);
        }

        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(given.Output),
            }
        );
        console.Profile.Width = PlainWidth;
        return new Terminal(given.Output, console, IsLive: false);
    }
}
