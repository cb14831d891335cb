using Hebb.Agents;
using Hebb.Agents.Diagnostics;
using Hebb.Lab.Logs;
using Hebb.Lab.Records;
using Hebb.Lab.Runs.Progress;
using Hebb.Snapshots;

namespace Hebb.Lab.Runs;

/// <summary>An agent that learns in its environments, with the logs of its episodes and its greedy evaluations.</summary>
internal sealed class AgentRun(AgentPlan plan, ulong seed, string folder, LearningClock clock, RunProgress progress)
    : IPlayedRun
{
    // Steps between two looks at the clock, at the same places however often the run was interrupted.
    private const long Slice = 500;

    private readonly ActiveRun _state = new(plan, seed);
    private double[] _diagnostics = [];
    private RunLogs? _logs;

    public long Done =>
        Math.Min(plan.Budget.Steps.HasValue ? _state.Loop.Steps : _state.Loop.Episodes, plan.Budget.Amount);

    private RunLogs Logs => _logs ?? throw new InvalidOperationException("The run has not begun.");

    public void Begin(DateTimeOffset begun, ImmutableArray<RunFile>? files)
    {
        var names = _state.DiagnosticNames;
        _diagnostics = new double[names.Length];
        _logs = files is { } marks
            ? RunLogs.Continue(folder, marks, begun, plan.Environment, names)
            : RunLogs.Begin(folder, begun, plan.Environment, names);
    }

    public void Advance(long until, CancellationToken cancellation)
    {
        TrainingLoop loop = _state.Loop;
        (var mostSteps, var mostEpisodes) = plan.Budget.Steps.HasValue
            ? (until, long.MaxValue)
            : (long.MaxValue, until);
        var slice = Math.Min(((loop.Steps / Slice) + 1) * Slice, _state.NextEvaluation);
        loop.Run(Math.Min(slice, mostSteps), mostEpisodes, Ended, cancellation);

        // That of the end stands for one that would come with it.
        if (loop.Steps >= _state.NextEvaluation && Done < plan.Budget.Amount)
        {
            Logs.Evaluation(Greedy(cancellation).Average(), loop.Steps, clock.Seconds);
            _state.Evaluated(plan.EvaluationPeriod);
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
                Logs.Evaluation(returns.Average(), _state.Loop.Steps, clock.Seconds);
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
        Logs.Episode(end.Return, end.Length, clock.Seconds, end.EnvironmentSteps, _diagnostics);
        progress.EpisodeEnded(end.Return);
    }

    private double[] Greedy(CancellationToken cancellation) =>
        clock.Pause(() =>
            GreedyEvaluation.Run(_state.Agent, plan.CreateEnvironment(), _state.EvaluationEpisodes, seed, cancellation)
        );
}
