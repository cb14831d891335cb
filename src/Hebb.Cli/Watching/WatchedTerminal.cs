namespace Hebb.Cli.Watching;

/// <summary>How large the terminals are that scenes are shown on.</summary>
internal static class WatchedTerminal
{
    /// <summary>What terminals have had since there are terminals; files and pipes are written as if they had it too.</summary>
    public static (int Columns, int Rows) Standard { get; } = (80, 24);
}
