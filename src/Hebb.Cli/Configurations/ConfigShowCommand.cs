using System.Text.Json.Nodes;
using Hebb.Catalogues;
using Hebb.Cli.Options;
using Hebb.Lab.Configurations.Files;

namespace Hebb.Cli.Configurations;

/// <summary><c>hebb config show</c>: the full configuration of an experiment file, with every setting.</summary>
internal static class ConfigShowCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CatalogueSet catalogues)
    {
        Argument<string> file = new("FILE") { Description = "The experiment file." };
        Option<IReadOnlyList<(string Path, JsonNode? Value)>> settings = SetOption.Create();
        var command = new Command(
            "show",
            "Write the full configuration of an experiment file as JSON: every setting of its runs, also those that the file leaves out."
        )
        {
            file,
            settings,
        };
        command.SetAction(parsed =>
        {
            ExperimentFile experiment = ExperimentFile.Load(
                parsed.GetRequiredValue(file),
                parsed.GetValue(settings),
                catalogues
            );
            parsed.InvocationConfiguration.Output.Write(IndentedJson.Text(experiment.Configuration.Json));
        });
        return command;
    }
}
