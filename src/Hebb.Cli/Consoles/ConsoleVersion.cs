using System.CommandLine.Invocation;
using System.Reflection;

namespace Hebb.Cli.Consoles;

/// <summary>Tells the version of this assembly, whatever the program is that runs the command.</summary>
internal sealed class ConsoleVersion : SynchronousCommandLineAction
{
    /// <summary>The version, with its commit where the build knew it.</summary>
    public static string Text { get; } =
        typeof(ConsoleVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(Text);
        return ExitCode.Success;
    }
}
