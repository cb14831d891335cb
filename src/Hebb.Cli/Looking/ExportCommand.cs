using System.CommandLine;
using System.Globalization;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Exports;

namespace Hebb.Cli.Looking;

/// <summary><c>hebb export</c>: runs or their episodes as one table for other programs.</summary>
internal static class ExportCommand
{
    private static readonly ChosenRuns Runs = new("RUNS");

    private static readonly Option<string> To = new("--to")
    {
        Description = "The file: a name that ends with .parquet or .csv.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<bool> Episodes = new("--episodes")
    {
        Description = "A row for each episode instead of one for each run, with the settings in which the runs differ.",
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "export",
            "Write runs as one table, a row each with what came of it and all settings; or a row an episode."
        );
        Runs.AddTo(command);
        command.Options.Add(To);
        command.Options.Add(Episodes);
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var path = OutFile.Require(
            "--to",
            parsed.GetRequiredValue(To),
            [.. ExportFormat.All.Select(format => format.Ending)]
        );
        ExportFormat format = ExportFormat.Of(path)!;
        var runs = Runs.ReadSome(parsed);
        OutFile.PrepareFolder("--to", path);
        var rows = parsed.GetValue(Episodes)
            ? await RunExport.WriteEpisodes(path, format, runs, cancellation)
            : await RunExport.WriteRuns(path, format, runs);
        parsed.InvocationConfiguration.Output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{path}: {rows:N0} rows")
        );
        return ExitCode.Success;
    }
}
