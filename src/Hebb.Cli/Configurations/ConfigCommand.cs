using Hebb.Catalogues;

namespace Hebb.Cli.Configurations;

/// <summary><c>hebb config</c>: experiment files, from what was tuned to what can be run.</summary>
internal static class ConfigCommand
{
    /// <summary>Makes the command with its subcommands.</summary>
    public static Command Create(CatalogueSet catalogues) =>
        new("config", "Experiment files: make one with the tuned settings, check it, show its full configuration.")
        {
            ConfigNewCommand.Create(catalogues),
            ConfigCheckCommand.Create(catalogues),
            ConfigShowCommand.Create(catalogues),
            ConfigSchemaCommand.Create(catalogues),
        };
}
