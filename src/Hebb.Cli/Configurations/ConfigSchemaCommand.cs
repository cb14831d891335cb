using Hebb.Catalogues;
using Hebb.Lab.Configurations.Schema;

namespace Hebb.Cli.Configurations;

/// <summary><c>hebb config schema</c>: what editors complete and check experiment files with.</summary>
internal static class ConfigSchemaCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CatalogueSet catalogues)
    {
        var command = new Command(
            "schema",
            $"Write the JSON schema of experiment files, which editors complete and check them with: {ConfigurationSchema.FileName} beside them."
        );
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(ConfigurationSchema.Text(catalogues)));
        return command;
    }
}
