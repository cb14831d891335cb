using System.CommandLine;

namespace Hebb.Cli.Check;

/// <summary>The command <c>hebb check</c>: measures what theory promises.</summary>
internal static class CheckCommand
{
    /// <summary>Makes the command with its subcommands.</summary>
    public static Command Create() =>
        new("check", "Measure what theory promises.") { GradientsCommand.Create(), LandscapeCommand.Create() };
}
