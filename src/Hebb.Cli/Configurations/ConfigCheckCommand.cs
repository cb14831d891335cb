using System.Text.Json.Nodes;
using Hebb.Catalogues;
using Hebb.Cli.Options;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Configurations;

/// <summary><c>hebb config check</c>: whether an experiment file is right, and how much it asks for.</summary>
internal static class ConfigCheckCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CatalogueSet catalogues)
    {
        Argument<string> file = new("FILE") { Description = "The experiment file." };
        Option<IReadOnlyList<(string Path, JsonNode? Value)>> settings = SetOption.Create();
        var command = new Command(
            "check",
            "Check an experiment file, with every trial of its sweep, and print the number of its runs."
        )
        {
            file,
            settings,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            ExperimentFile experiment = ExperimentFile.Load(path, parsed.GetValue(settings), catalogues);
            parsed.InvocationConfiguration.Output.WriteLine($"{path} is right: {Amount(experiment)}.");
        });
        return command;
    }

    private static string Amount(ExperimentFile experiment)
    {
        RunConfiguration configuration = experiment.Configuration;
        var seeds = $"{Counted.Text(experiment.Seeds.Count, "seed")} ({experiment.Seeds})";
        var length = configuration.Length;
        if (experiment.Sweep is null)
        {
            return $"{configuration.FolderName}, {seeds}, {Counted.Text(experiment.Seeds.Count, "run")} of {length}";
        }

        var trials = experiment.Sweep.Trials();
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < trials.Count; number++)
        {
            hashes.Add(HashOf(experiment, trials[number], number));
        }

        var alike = hashes.Count == trials.Count ? "" : $", {trials.Count - hashes.Count} of them equal to another";
        return $"{experiment.Name}, {Counted.Text(trials.Count, "trial")}{alike} of {string.Join(", ", experiment.Sweep.Axes)}, {seeds}, "
            + $"{Counted.Text(hashes.Count * experiment.Seeds.Count, "run")}";
    }

    private static string HashOf(
        ExperimentFile experiment,
        IReadOnlyList<(string Path, JsonNode? Value)> values,
        int number
    )
    {
        try
        {
            return experiment.Resolve(values).Hash;
        }
        catch (RecordException exception)
        {
            throw new RecordException($"{exception.Message} (trial {number} of the sweep)", exception);
        }
    }
}
