using System.Diagnostics;
using Hebb.Agents;
using Hebb.Environments;
using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;

namespace Hebb.Lab.Training;

/// <summary>One agent of the catalogue learning in its environments from one seed, on one thread.</summary>
internal sealed class AgentRun
{
    // How many steps go by between two words to whoever shows the progress.
    private const int Slice = 500;

    private readonly RunGroup _group;
    private readonly ulong _seed;
    private readonly IParallelAgent _agent;
    private readonly Func<IEnvironment> _createEnvironment;
    private readonly RunProgress _progress;
    private readonly double? _threshold;
    private readonly List<TrainedEpisode> _episodes = [];
    private readonly MovingMean _recent = new(Criteria.Window);
    private readonly long _started = Stopwatch.GetTimestamp();
    private long? _solvedAt;
    private long? _divergedAt;

    private AgentRun(AgentEntry entry, RunGroup group, ulong seed, bool diagnoses, RunProgress progress)
    {
        _group = group;
        _seed = seed;
        _progress = progress;
        _createEnvironment = () => AgentCatalogue.CreateEnvironment(entry, group.Environment);
        EnvironmentSpecification specification = _createEnvironment().Specification;
        _threshold = specification.SolvedAt;
        _agent = entry.Create(new AgentTask(specification, group.Steps, seed) { Diagnoses = diagnoses });
    }

    /// <summary>Plays a run; a run that diverges is played to its end all the same and says when it diverged.</summary>
    /// <param name="entry">What makes the agent.</param>
    /// <param name="group">Where it learns and for how long.</param>
    /// <param name="seed">The seed that everything is drawn from.</param>
    /// <param name="configuration">What else is asked of every run.</param>
    /// <param name="progress">Is told of every episode, and of the steps.</param>
    /// <param name="cancellation">Asked before every step.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static TrainedRun Play(
        AgentEntry entry,
        RunGroup group,
        ulong seed,
        TrainingConfiguration configuration,
        RunProgress progress,
        CancellationToken cancellation
    )
    {
        DateTimeOffset begun = DateTimeOffset.UtcNow;
        var run = new AgentRun(entry, group, seed, configuration.Diagnostics, progress);
        (var steps, TimeSpan time) = run.Learn(cancellation);
        var greedy = run.Evaluate(configuration.Evaluation, cancellation);
        var record = new TrainingRecord(
            TrainingRecord.CurrentFormatVersion,
            group.Agent,
            group.Environment,
            seed,
            group.Steps,
            steps,
            run._episodes.Count,
            run._solvedAt,
            run._recent.Value,
            greedy is null ? null : [.. greedy],
            time.TotalSeconds,
            time.TotalMicroseconds / steps,
            run._divergedAt
        );
        return new TrainedRun(record, begun, [.. run._episodes])
        {
            DiagnosticNames = (run._agent as IDiagnosed)?.DiagnosticNames ?? [],
        };
    }

    private (long Steps, TimeSpan Time) Learn(CancellationToken cancellation)
    {
        var loop = new TrainingLoop(_agent, _createEnvironment, _seed);
        while (loop.Steps < _group.Steps)
        {
            var before = loop.Steps;
            loop.Run(Math.Min(before + Slice, _group.Steps), Ended, cancellation);
            _progress.Advanced(Math.Min(loop.Steps, _group.Steps) - before);
        }

        TimeSpan time = Stopwatch.GetElapsedTime(_started);
        CheckFinite(loop.Steps);
        return (loop.Steps, time);
    }

    private void Ended(EpisodeEnd end)
    {
        _recent.Add(end.Return);
        if (_solvedAt is null && _recent.IsFull && _recent.Value >= _threshold)
        {
            _solvedAt = end.EnvironmentSteps;
        }

        CheckFinite(end.EnvironmentSteps);
        var seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        _episodes.Add(
            new TrainedEpisode(end.Return, end.Length, seconds, end.EnvironmentSteps)
            {
                Diagnostics = [.. Diagnostics()],
            }
        );
        _progress.EpisodeEnded(end.Return);
    }

    private void CheckFinite(long steps)
    {
        if (_divergedAt is null && !_agent.IsFinite)
        {
            _divergedAt = steps;
        }
    }

    private double[] Diagnostics()
    {
        if (_agent is not IDiagnosed diagnosed)
        {
            return [];
        }

        var values = new double[diagnosed.DiagnosticNames.Length];
        diagnosed.TakeDiagnostics(values);
        return values;
    }

    private double[]? Evaluate(int episodes, CancellationToken cancellation) =>
        episodes > 0 && _agent is IGreedyAgent greedy
            ? GreedyEvaluation.Run(greedy, _createEnvironment(), episodes, _seed, cancellation)
            : null;
}
