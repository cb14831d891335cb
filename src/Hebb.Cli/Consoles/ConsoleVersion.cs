using System.CommandLine.Invocation;
using System.Reflection;

namespace Hebb.Cli.Consoles;

/// <summary>Tells the version of this assembly, whatever the program is that runs the command.</summary>
internal sealed class ConsoleVersion : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(ConsoleVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
        parseResult.InvocationConfiguration.Output.WriteLine(version.InformationalVersion);
        return ExitCode.Success;
    }
}
