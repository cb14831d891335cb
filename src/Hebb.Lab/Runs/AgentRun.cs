using Hebb.Agents;
using Hebb.Agents.Diagnostics;
using Hebb.Lab.Logs;
using Hebb.Lab.Records;
using Hebb.Lab.Runs.Progress;
using Hebb.Snapshots;

namespace Hebb.Lab.Runs;

/// <summary>An agent that learns in its environments, with the logs of its episodes and its greedy evaluations.</summary>
internal sealed class AgentRun : IPlayedRun
{
    // Steps between two looks at the clock, at the same places however often the run was interrupted.
    private const long Slice = 500;

    private readonly AgentPlan _plan;
    private readonly ulong _seed;
    private readonly string _folder;
    private readonly LearningClock _clock;
    private readonly RunProgress _progress;
    private readonly ActiveRun _state;
    private readonly double[] _diagnostics;
    private RunLogs? _logs;

    /// <summary>A run at its start.</summary>
    public AgentRun(AgentPlan plan, ulong seed, string folder, LearningClock clock, RunProgress progress)
    {
        _plan = plan;
        _seed = seed;
        _folder = folder;
        _clock = clock;
        _progress = progress;
        _state = new ActiveRun(plan, seed);
        _diagnostics = new double[_state.DiagnosticNames.Length];
    }

    public long Done =>
        Math.Min(_plan.Budget.Steps.HasValue ? _state.Loop.Steps : _state.Loop.Episodes, _plan.Budget.Amount);

    private RunLogs Logs => _logs ?? throw new InvalidOperationException("The run has not begun.");

    public void Begin(DateTimeOffset begun, ImmutableArray<RunFile>? files) =>
        _logs = files is { } marks
            ? RunLogs.Continue(_folder, marks, begun, _plan.Environment, _state.DiagnosticNames)
            : RunLogs.Begin(_folder, begun, _plan.Environment, _state.DiagnosticNames);

    public void Advance(long until, CancellationToken cancellation)
    {
        TrainingLoop loop = _state.Loop;
        (var mostSteps, var mostEpisodes) = _plan.Budget.Steps.HasValue
            ? (until, long.MaxValue)
            : (long.MaxValue, until);
        var slice = Math.Min(((loop.Steps / Slice) + 1) * Slice, _state.NextEvaluation);
        loop.Run(Math.Min(slice, mostSteps), mostEpisodes, Ended, cancellation);

        // That of the end stands for one that would come with it.
        if (loop.Steps >= _state.NextEvaluation && Done < _plan.Budget.Amount)
        {
            Logs.Evaluation(Greedy(cancellation).Average(), loop.Steps, _clock.Seconds);
            _state.Evaluated(_plan.EvaluationPeriod);
        }
    }

    public void Finish(CancellationToken cancellation)
    {
        // Only here: where a part of the budget ends is no place to look that a run of one stroke has.
        _state.CheckFinite(_state.Loop.Steps);
        if (!_state.IsEvaluated)
        {
            var returns = _state.EvaluationEpisodes > 0 ? Greedy(cancellation) : [];
            if (returns.Length > 0)
            {
                Logs.Evaluation(returns.Average(), _state.Loop.Steps, _clock.Seconds);
            }

            _state.Evaluated(returns);
        }
    }

    public ImmutableArray<RunFile> Mark() => Logs.Mark();

    public RunRecord Fill(RunRecord record) => _state.Fill(record);

    public void VisitState(StateVisitor visitor) => _state.VisitState(visitor);

    public void Dispose() => _logs?.Dispose();

    private void Ended(EpisodeEnd end)
    {
        _state.Add(end);
        (_state.Agent as IDiagnosed)?.TakeDiagnostics(_diagnostics);
        Logs.Episode(end.Return, end.Length, _clock.Seconds, end.EnvironmentSteps, _diagnostics);
        _progress.EpisodeEnded(end.Return);
    }

    private double[] Greedy(CancellationToken cancellation) =>
        _clock.Pause(() =>
            GreedyEvaluation.Run(
                (IGreedyAgent)_state.Agent,
                _plan.CreateEnvironment(),
                _state.EvaluationEpisodes,
                _seed,
                cancellation
            )
        );
}
