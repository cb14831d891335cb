using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Exports;

namespace Hebb.Cli.Looking;

/// <summary><c>hebb export</c>: runs or their episodes as one table for other programs.</summary>
internal sealed class ExportCommand(CatalogueSet catalogues)
{
    private readonly ChosenRuns _runs = new("RUNS", catalogues);

    private readonly Option<string> _to = new("--to")
    {
        Description =
            "The file: a name that ends with .parquet or .csv; or with .safetensors for the weights of one run.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<bool> _episodes = new("--episodes")
    {
        Description = "A row for each episode instead of one for each run, with the settings in which the runs differ.",
    };

    private readonly Option<bool> _force = OutFile.CreateForce();

    /// <summary>Makes the command.</summary>
    public Command Create()
    {
        var command = new Command(
            "export",
            "Write runs as one table, a row for each with its results and all settings; or a row for each episode; or the weights of one run."
        );
        _runs.AddTo(command);
        command.Options.Add(_to);
        command.Options.Add(_episodes);
        command.Options.Add(_force);
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
        return command;
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var path = OutFile.Require(
            "--to",
            parsed.GetRequiredValue(_to),
            [.. ExportFormat.All.Select(format => format.Ending), WeightsExport.Ending]
        );
        OutFile.RequireFree("--to", path, parsed.GetValue(_force));
        if (ExportFormat.Of(path) is not { } format)
        {
            return WriteWeights(path, parsed);
        }

        var runs = _runs.ReadSome(parsed);
        OutFile.PrepareFolder("--to", path);
        var rows = parsed.GetValue(_episodes)
            ? await RunExport.WriteEpisodes(path, format, runs, cancellation)
            : await RunExport.WriteRuns(path, format, runs);
        parsed.InvocationConfiguration.Output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{path}: {rows:N0} rows")
        );
        return ExitCode.Success;
    }

    private int WriteWeights(string path, ParseResult parsed)
    {
        if (parsed.GetValue(_episodes))
        {
            throw new InputException($"--episodes has no effect on {WeightsExport.Ending}: leave it out");
        }

        var runs = _runs.ReadSome(parsed);
        if (runs is not [var run])
        {
            throw new InputException($"{runs.Count} runs were chosen; {WeightsExport.Ending} holds the weights of one");
        }

        OutFile.PrepareFolder("--to", path);
        OutFile.Try("--to", path, () => WeightsExport.Write(path, run));
        parsed.InvocationConfiguration.Output.WriteLine($"{path}: the weights of {run.Folder}");
        return ExitCode.Success;
    }
}
