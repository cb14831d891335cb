namespace Hebb.Cli.Watching;

/// <summary>How large the terminal is that scenes are shown on.</summary>
internal static class WatchedTerminal
{
    /// <summary>What terminals have had since there are terminals; files and pipes are written as if they had it too.</summary>
    public static (int Columns, int Rows) Standard { get; } = (80, 24);

    /// <summary>The columns and rows of the console now; those of <see cref="Standard"/> where it does not tell.</summary>
    public static (int Columns, int Rows) Size()
    {
        try
        {
            var (columns, rows) = (Console.WindowWidth, Console.WindowHeight);
            return columns > 0 && rows > 0 ? (columns, rows) : Standard;
        }
        catch (IOException)
        {
            return Standard;
        }
    }
}
