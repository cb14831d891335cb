using System.CommandLine;

namespace Hebb.Cli.Configurations;

/// <summary><c>hebb config</c>: experiment files, from what was tuned to what can be run.</summary>
internal static class ConfigCommand
{
    /// <summary>Makes the command with its subcommands.</summary>
    public static Command Create() =>
        new("config", "Experiment files: make one of what was tuned, check it, show what it comes to.")
        {
            ConfigNewCommand.Create(),
            ConfigCheckCommand.Create(),
            ConfigShowCommand.Create(),
            ConfigSchemaCommand.Create(),
        };
}
