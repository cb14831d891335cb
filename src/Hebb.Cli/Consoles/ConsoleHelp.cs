using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Hebb.Cli.Consoles;

/// <summary>Shows the help of a command, in lines as long as its console is wide.</summary>
internal sealed class ConsoleHelp : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var width = CommandConsole.Of(parseResult).Screen?.Invoke().Profile.Width ?? int.MaxValue;
        return new HelpAction { MaxWidth = width }.Invoke(parseResult);
    }
}
