using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

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
        var code = new HelpAction { MaxWidth = Math.Max(width, LeastWidth) }.Invoke(parseResult);
        if (CommandExamples.All.TryGetValue(CommandLine.Path(parseResult), out var examples))
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine(Fitted(example, Math.Max(width, LeastWidth)));
            }
        }

        return code;
    }

    // Broken as shells let lines be broken, so that it can be copied as it is shown.
    private static string Fitted(string example, int width)
    {
        const string Broken = " \\";
        var text = new StringBuilder("  ");
        var left = width - text.Length;
        foreach (var (place, word) in example.Split(' ').Index())
        {
            if (place > 0 && word.Length + 1 + Broken.Length > left)
            {
                text.Append(Broken).Append("\n      ");
                left = width - "      ".Length;
            }
            else if (place > 0)
            {
                text.Append(' ');
                left--;
            }

            text.Append(word);
            left -= word.Length;
        }

        return text.ToString();
    }
}
