using System.Collections.Immutable;
using Hebb.Agents;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Training;

/// <summary>Agents of the catalogue that learn, each in its environments from every seed.</summary>
public sealed class TrainingExperiment
{
    private readonly TrainingDirectory _directory;
    private readonly ImmutableArray<RunGroup> _groups;
    private readonly AgentEntry[] _agents;
    private readonly ImmutableArray<ulong> _seeds;
    private readonly TrainedRun?[][] _runs;

    /// <summary>Prepares the runs and finds out which of them are already done.</summary>
    /// <param name="directory">Where they are kept, with their configuration.</param>
    /// <param name="catalogue">Where the agents named by the configuration are found.</param>
    /// <exception cref="ArgumentException">An agent of the configuration is not in the catalogue.</exception>
    /// <exception cref="RecordException">A finished run cannot be read.</exception>
    public TrainingExperiment(TrainingDirectory directory, IReadOnlyList<AgentEntry> catalogue)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(catalogue);
        _directory = directory;
        TrainingConfiguration configuration = directory.Configuration;
        _groups = configuration.Groups;
        _seeds = SeedSet.Parse(configuration.Seeds).Values;
        _agents = [.. _groups.Select(group => Find(catalogue, group.Agent))];
        Progress =
        [
            .. _groups.Select(group => new GroupProgress(NameOf(group, configuration), _seeds.Length, group.Steps)),
        ];
        _runs = [.. _groups.Select((group, place) => Restore(group, Progress[place]))];
    }

    /// <summary>How far the runs of each group have come, in the order of the configuration; may be read while they run.</summary>
    public IReadOnlyList<GroupProgress> Progress { get; }

    /// <summary>How many runs there are.</summary>
    public int RunCount => _groups.Length * _seeds.Length;

    /// <summary>How many of them are finished and kept.</summary>
    public int FinishedCount => Progress.Sum(group => group.RunsFinished);

    /// <summary>Plays the runs that are not finished yet; each is kept when it ends.</summary>
    /// <param name="jobs">How many runs go at a time; at least 1. It changes no result.</param>
    /// <param name="cancellation">Stops between two steps; the finished runs stay.</param>
    /// <returns>What came of each group, in the order of the configuration.</returns>
    /// <exception cref="OperationCanceledException">The runs were cancelled.</exception>
    public IReadOnlyList<TrainingSummary> Run(int jobs, CancellationToken cancellation = default)
    {
        RunScheduler.Execute(Unfinished(), jobs, Play, cancellation);
        return
        [
            .. _groups.Select(
                (group, place) => TrainingSummary.Of(_agents[place], group, [.. _runs[place].Select(run => run!)])
            ),
        ];
    }

    private TrainedRun?[] Restore(RunGroup group, GroupProgress progress)
    {
        TrainedRun?[] runs = [.. _seeds.Select(seed => _directory.ReadRun(group, seed))];
        foreach (TrainedRun? run in runs)
        {
            if (run is not null)
            {
                progress.RunRestored([.. run.Episodes.Select(episode => episode.Return)]);
            }
        }

        return runs;
    }

    private List<(int Group, int Seed)> Unfinished() =>
        [
            .. from @group in Enumerable.Range(0, _groups.Length)
            from seed in Enumerable.Range(0, _seeds.Length)
            where _runs[@group][seed] is null
            select (@group, seed),
        ];

    private void Play((int Group, int Seed) place, CancellationToken cancellation)
    {
        RunGroup group = _groups[place.Group];
        GroupProgress progress = Progress[place.Group];
        TrainedRun run = AgentRun.Play(
            _agents[place.Group],
            group,
            _seeds[place.Seed],
            _directory.Configuration,
            progress.RunStarted(),
            cancellation
        );
        _directory.WriteRun(group, run);
        _runs[place.Group][place.Seed] = run;
        progress.RunFinished();
    }

    private static string NameOf(RunGroup group, TrainingConfiguration configuration) =>
        configuration.Groups.All(other => string.Equals(other.Environment, group.Environment, StringComparison.Ordinal))
            ? group.Agent
            : $"{group.Agent} {group.Environment}";

    private static AgentEntry Find(IReadOnlyList<AgentEntry> catalogue, string name) =>
        catalogue.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"There is no agent '{name}' in the catalogue.", nameof(catalogue));
}
