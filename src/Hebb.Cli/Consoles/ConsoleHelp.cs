using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Hebb.Cli.Consoles;

/// <summary>Shows the help of a command, in lines as long as its console is wide.</summary>
internal sealed class ConsoleHelp : SynchronousCommandLineAction
{
    // In fewer columns the longest names of options are broken, and in very few the writer of help does not end.
    private const int LeastWidth = 60;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var width = CommandConsole.Of(parseResult).Screen?.Invoke().Profile.Width ?? int.MaxValue;
        return new HelpAction { MaxWidth = Math.Max(width, LeastWidth) }.Invoke(parseResult);
    }
}
