using System.CommandLine;
using System.Text.Json.Nodes;
using Hebb.Cli.Options;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Records;

namespace Hebb.Cli.Configurations;

/// <summary><c>hebb config show</c>: what an experiment file comes to, with every setting.</summary>
internal static class ConfigShowCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The experiment file." };

    private static readonly Option<IReadOnlyList<(string Path, JsonNode? Value)>> Settings = SetOption.Create();

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "show",
            "Write what an experiment file comes to: every setting of its runs, those that it leaves out among them, as JSON."
        )
        {
            File,
            Settings,
        };
        command.SetAction(parsed =>
        {
            ExperimentFile experiment = ExperimentFile.Load(parsed.GetRequiredValue(File), parsed.GetValue(Settings));
            parsed.InvocationConfiguration.Output.Write(IndentedJson.Text(experiment.Configuration.Json));
        });
        return command;
    }
}
