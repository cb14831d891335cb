using Hebb.Agents;
using Hebb.Environments;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Experiments;

/// <summary>The report's Figure 4, over seeds: every method plays CartPole-v0 from every seed.</summary>
public sealed class ReportExperiment
{
    /// <summary>The experiment's name in its configuration.</summary>
    public const string Name = "figure4";

    private readonly ExperimentDirectory _directory;
    private readonly ReportMethod[] _methods;
    private readonly RunRecord?[][] _records;

    /// <summary>Prepares the experiment and finds out what of it is already done.</summary>
    /// <param name="directory">Where its records are, with its configuration.</param>
    /// <param name="catalogue">Where the methods named by the configuration are found.</param>
    /// <exception cref="ArgumentException">A method of the configuration is not in the catalogue.</exception>
    /// <exception cref="RecordException">The record of a finished run cannot be read.</exception>
    public ReportExperiment(ExperimentDirectory directory, IReadOnlyList<ReportMethod> catalogue)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(catalogue);
        _directory = directory;
        ExperimentConfiguration configuration = directory.Configuration;
        _methods = [.. configuration.Methods.Select(name => Find(catalogue, name))];
        Progress =
        [
            .. _methods.Select(method => new GroupProgress(method.Name, configuration.Seeds, configuration.Episodes)),
        ];
        _records = [.. _methods.Select(_ => new RunRecord?[configuration.Seeds])];
        for (var method = 0; method < _methods.Length; method++)
        {
            Restore(method);
        }
    }

    /// <summary>The methods, in the order of the configuration.</summary>
    public IReadOnlyList<ReportMethod> Methods => _methods;

    /// <summary>How far each method has come, in the order of the configuration; may be read while they run.</summary>
    public IReadOnlyList<GroupProgress> Progress { get; }

    /// <summary>How many runs the experiment has.</summary>
    public int RunCount => _methods.Length * _directory.Configuration.Seeds;

    /// <summary>How many of them are finished and recorded.</summary>
    public int FinishedCount => Progress.Sum(method => method.RunsFinished);

    /// <summary>Plays the runs that are not finished yet; each is recorded when it ends.</summary>
    /// <param name="jobs">How many runs go at a time; at least 1. It changes no result.</param>
    /// <param name="cancellation">Stops within an episode; the finished runs stay.</param>
    /// <returns>The runs of each method, in the order of the configuration and of their seeds.</returns>
    /// <exception cref="OperationCanceledException">The experiment was cancelled.</exception>
    public IReadOnlyList<IReadOnlyList<RunRecord>> Run(int jobs, CancellationToken cancellation = default)
    {
        RunScheduler.Execute(Unfinished(), jobs, Play, cancellation);
        return [.. _records.Select(ofMethod => Array.ConvertAll(ofMethod, record => record!))];
    }

    private void Restore(int method)
    {
        for (var seed = 0; seed < _records[method].Length; seed++)
        {
            _records[method][seed] = _directory.ReadRun(_methods[method].Name, Seed(seed));
            if (_records[method][seed] is { } record)
            {
                Progress[method].RunRestored(record.Returns.AsSpan());
            }
        }
    }

    // The catalogue ends with the slow methods. Begun first, they keep no thread waiting at the end, and the moment in
    // which the runtime still compiles is a small part of their time and no part of the fast ones'.
    private List<(int Method, int Seed)> Unfinished() =>
        [
            .. from method in Enumerable.Range(0, _methods.Length).Reverse()
            from seed in Enumerable.Range(0, _records[method].Length)
            where _records[method][seed] is null
            select (method, seed),
        ];

    private void Play((int Method, int Seed) run, CancellationToken cancellation)
    {
        GroupProgress progress = Progress[run.Method];
        RunRecord record = TrainingRun.Play(
            _methods[run.Method],
            Seed(run.Seed),
            _directory.Configuration.Episodes,
            EnvironmentCatalogue.Create("CartPole-v0"),
            progress.RunStarted(),
            cancellation
        );
        _directory.WriteRun(record);
        _records[run.Method][run.Seed] = record;
        progress.RunFinished();
    }

    private ulong Seed(int place) => _directory.Configuration.FirstSeed + (ulong)place;

    private static ReportMethod Find(IReadOnlyList<ReportMethod> catalogue, string name) =>
        catalogue.FirstOrDefault(method => string.Equals(method.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"There is no method '{name}' in the catalogue.", nameof(catalogue));
}
