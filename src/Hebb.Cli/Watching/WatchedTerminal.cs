using System.Text;

namespace Hebb.Cli.Watching;

/// <summary>The terminals that scenes are shown on.</summary>
internal static class WatchedTerminal
{
    /// <summary>What terminals have had since there are terminals; files and pipes are written as if they had it too.</summary>
    public static (int Columns, int Rows) Standard { get; } = (80, 24);

    /// <summary>Begins a screen of its own, without a cursor.</summary>
    public const string EnterScreen = "\e[?1049h\e[?25l";

    /// <summary>Ends it, and shows what was there before.</summary>
    public const string LeaveScreen = "\e[?25h\e[?1049l";

    /// <summary>Appends a row, and what erases the rest of what stood in it.</summary>
    /// <param name="row">Its number from the top, from 1.</param>
    public static void AppendRow(this StringBuilder text, int row, string line) =>
        text.Append(CultureInfo.InvariantCulture, $"\e[{row};1H{line}\e[K");

    /// <summary>Writes what is seen at once.</summary>
    public static void Show(this TextWriter output, string text)
    {
        output.Write(text);
        output.Flush();
    }

    /// <summary>As much of a line as has room.</summary>
    public static string Cut(string text, int columns) => text.Length <= columns ? text : text[..columns];
}
