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
internal sealed class ExperimentArguments
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

    private readonly CatalogueSet _catalogues;
    private readonly Argument<string> _experiment;
    private readonly Option<string?> _environment;

    /// <summary>Makes them.</summary>
    public ExperimentArguments(Argument<string> experiment, CatalogueSet catalogues)
    {
        _experiment = experiment;
        _catalogues = catalogues;
        _environment = new("--env")
        {
            Description =
                $"The environment: {string.Join(", ", catalogues.Environments.Names)}; by default the file's, or {StandardEnvironment}.",
            HelpName = "NAME",
        };
    }

    /// <summary>Gives a command these arguments.</summary>
    public void AddTo(Command command)
    {
        command.Add(_experiment);
        command.Add(_environment);
        command.Add(_seeds);
        command.Add(_steps);
        command.Add(_evaluate);
        command.Add(_diagnostics);
        command.Add(_set);
        command.Add(_jobs);
        command.Add(_checkpoint);
        command.Add(_out);
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
    /// <exception cref="Lab.Records.RecordException">The file cannot be read, or something in it or over it is not possible.</exception>
    public ExperimentFile Experiment(ParseResult parsed)
    {
        var given = parsed.GetRequiredValue(_experiment);
        if (IsFile(given))
        {
            return ExperimentFile.Load(given, Overrides(parsed), _catalogues);
        }

        AgentEntry agent = NamedChoice.Find(_catalogues.Agents, given);
        var environment = NamedChoice
            .Find(_catalogues.Environments, parsed.GetValue(_environment) ?? StandardEnvironment, "--env")
            .Name;
        AgentChoice.Require(agent, environment, _catalogues);
        return ExperimentFile.Of(agent.Name, environment, Overrides(parsed), _catalogues);
    }

    /// <summary>The command line that reproduces these results, with any number of jobs.</summary>
    public string CommandLine(ParseResult parsed, string command, ExperimentFile experiment)
    {
        var given = parsed.GetRequiredValue(_experiment);
        var parts = new List<string> { "hebb", command, OutOption.Quoted(given) };
        var configuration = experiment.Configuration as AgentConfiguration;
        if (!IsFile(given))
        {
            parts.AddRange(["--env", experiment.AgentConfiguration.Environment.Name]);
        }
        else if (parsed.GetValue(_environment) is { } environment)
        {
            parts.AddRange(["--env", environment]);
        }

        parts.AddRange(["--seeds", experiment.Seeds.ToString()]);
        if (configuration?.Steps is { } steps)
        {
            parts.AddRange(["--steps", FormattableString.Invariant($"{steps}")]);
        }

        if (configuration is not null)
        {
            parts.AddRange(["--evaluate", FormattableString.Invariant($"{configuration.Evaluation.Episodes}")]);
        }

        if (configuration?.Diagnostics is true)
        {
            parts.Add("--diagnostics");
        }

        foreach ((var path, JsonNode? value) in parsed.GetValue(_set) ?? [])
        {
            parts.AddRange(["--set", OutOption.Quoted($"{path}={value?.ToJsonString() ?? "null"}")]);
        }

        parts.AddRange(["--out", OutOption.Quoted(parsed.GetRequiredValue(_out))]);
        return string.Join(' ', parts);
    }

    // What has an option of its own comes before what is set by its path.
    private IEnumerable<(string Path, JsonNode? Value)> Overrides(ParseResult parsed)
    {
        if (parsed.GetValue(_environment) is { } environment)
        {
            yield return ("environment.name", environment);
        }

        if (parsed.GetValue(_seeds) is { } seeds)
        {
            yield return ("seeds", seeds.ToString());
        }

        if (parsed.GetValue(_steps) is { } steps)
        {
            yield return ("budget.steps", steps);
        }

        if (parsed.GetValue(_evaluate) is { } evaluate)
        {
            yield return ("evaluation.episodes", evaluate);
        }

        if (parsed.GetValue(_diagnostics))
        {
            yield return ("diagnostics", true);
        }

        foreach ((string, JsonNode?) value in parsed.GetValue(_set) ?? [])
        {
            yield return value;
        }
    }

    // An agent's name has no dot and no slash in it.
    private bool IsFile(string given) =>
        given.EndsWith(FileEnding, StringComparison.OrdinalIgnoreCase)
        || given.IndexOfAny(['/', '\\', '.']) >= 0
        || (File.Exists(given) && _catalogues.Agents.TryFind(given) is null);
}
