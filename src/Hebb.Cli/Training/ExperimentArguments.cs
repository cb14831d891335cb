using System.Text.Json.Nodes;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;

namespace Hebb.Cli.Training;

/// <summary>
/// The arguments of the commands that play runs of experiments: the experiment, a file or an agent of the catalogue, what is set over it,
/// and how its runs are played.
/// </summary>
internal sealed class ExperimentArguments(Argument<string> experiment, CatalogueSet catalogues)
{
    private const string FileEnding = ".json";
    private const string StandardEnvironment = "CartPole-v1";
    private const int MostEpisodes = 1_000_000;

    private readonly Option<SeedSet?> _seeds = SeedsOption.CreateOptional(
        "The seeds, each of which gives a run: 0..19, 7 or 1,5,9; by default the file's, or 0..4."
    );

    private readonly Option<long?> _steps = StepsOption.Create(
        "The environment steps of training in each run; by default the file's, or the benchmark's budget of agent and environment."
    );

    private readonly Option<long?> _evaluate = WholeNumberOption.CreateOptional(
        "--evaluate",
        "The number of greedy evaluation episodes after training; by default the file's, or 20.",
        low: 0,
        high: MostEpisodes
    );

    private readonly Option<bool> _diagnostics = new("--diagnostics")
    {
        Description =
            "Also compute expensive diagnostics, such as the angle between an agent's gradients and the exact ones.",
    };

    private readonly Option<IReadOnlyList<(string Path, JsonNode? Value)>> _set = SetOption.Create();

    private readonly Option<long> _jobs = JobsOption.Create();

    private readonly Option<double?> _checkpoint = CheckpointOption.Create(
        "The seconds between two checkpoints of a run. They change no result."
    );

    private readonly Option<string> _out = OutOption.Create(
        "The directory of runs: each configuration has a folder in it, named by the experiment and the configuration's hash.",
        Path.GetRelativePath("results", RunStore.StandardPath)
    );

    private readonly Option<string?> _environment = new Option<string?>("--env")
    {
        Description =
            $"The environment: {string.Join(", ", catalogues.Environments.Names)}; by default the file's, or {StandardEnvironment}.",
        HelpName = "NAME",
    }.CompletedBy(catalogues.Environments.Names);

    /// <summary>Gives a command these arguments.</summary>
    public void AddTo(Command command)
    {
        command.Add(experiment.CompletedBy(catalogues.Agents.Names));
        Option[] options = [_environment, _seeds, _steps, _evaluate, _diagnostics, _set, _jobs, _checkpoint, _out];
        Array.ForEach(options, command.Add);
    }

    /// <summary>How runs are played.</summary>
    public RunOptions Options(ParseResult parsed) =>
        new() { Jobs = (int)parsed.GetValue(_jobs), CheckpointInterval = CheckpointOption.Of(parsed, _checkpoint) };

    /// <summary>Where runs are kept; it is made where it is missing, so that one that cannot be used costs no time.</summary>
    /// <exception cref="InputException">It is no directory, or cannot be made.</exception>
    public RunStore Store(ParseResult parsed)
    {
        var given = parsed.GetRequiredValue(_out);
        OutOption.Prepare(given);
        return new RunStore(given);
    }

    /// <summary>The experiment with what is set over it.</summary>
    /// <exception cref="InputException">There is no such agent, or it is not made for the environment.</exception>
    /// <exception cref="RecordException">The file cannot be read, or something in it or over it is not possible.</exception>
    public ExperimentFile Experiment(ParseResult parsed)
    {
        var given = parsed.GetRequiredValue(experiment);
        if (IsFile(given))
        {
            ShellText.RequirePrintable("", given);
            return ExperimentFile.Load(given, Overrides(parsed), catalogues);
        }

        AgentEntry agent = NamedChoice.Find(catalogues.Agents, given);
        var environment = NamedChoice
            .Find(catalogues.Environments, parsed.GetValue(_environment) ?? StandardEnvironment, "--env")
            .Name;
        AgentChoice.Require(agent, environment, catalogues);
        return ExperimentFile.Of(agent.Name, environment, Overrides(parsed), catalogues);
    }

    /// <summary>The command line that reproduces these results, with any number of jobs.</summary>
    public string CommandLine(ParseResult parsed, string command, ExperimentFile played)
    {
        var given = parsed.GetRequiredValue(experiment);
        var configuration = played.Configuration as AgentConfiguration;
        var environment = IsFile(given) ? parsed.GetValue(_environment) : played.AgentConfiguration.Environment.Name;
        (string Option, string? Value)[] values =
        [
            ("--env", environment is null ? null : ShellText.Word(environment)),
            ("--seeds", played.Seeds.ToString()),
            ("--steps", configuration?.Steps?.ToString(CultureInfo.InvariantCulture)),
            ("--evaluate", configuration?.Evaluation.Episodes.ToString(CultureInfo.InvariantCulture)),
            ("--diagnostics", configuration?.Diagnostics is true ? "" : null),
            .. from setting in parsed.GetValue(_set) ?? []
            select ("--set", ShellText.Word($"{setting.Path}={setting.Value?.ToJsonString() ?? "null"}")),
            ("--out", ShellText.Path(parsed.GetRequiredValue(_out))),
        ];
        var shown = values.Where(one => one.Value is not null).Select(one => $"{one.Option} {one.Value}".TrimEnd());
        return $"hebb {command} {(IsFile(given) ? ShellText.Path(given) : ShellText.Word(given))} {string.Join(' ', shown)}";
    }

    // What has an option of its own comes before what is set by its path.
    private IEnumerable<(string Path, JsonNode? Value)> Overrides(ParseResult parsed)
    {
        (string Path, JsonNode? Value)[] own =
        [
            ("environment.name", parsed.GetValue(_environment)),
            ("seeds", parsed.GetValue(_seeds)?.ToString()),
            ("budget.steps", parsed.GetValue(_steps)),
            ("evaluation.episodes", parsed.GetValue(_evaluate)),
            ("diagnostics", parsed.GetValue(_diagnostics) ? true : null),
        ];
        return own.Where(one => one.Value is not null).Concat(parsed.GetValue(_set) ?? []);
    }

    // An agent's name has no dot and no slash in it.
    private bool IsFile(string given) =>
        given.EndsWith(FileEnding, StringComparison.OrdinalIgnoreCase)
        || given.IndexOfAny(['/', '\\', '.']) >= 0
        || (File.Exists(given) && catalogues.Agents.TryFind(given) is null);
}
