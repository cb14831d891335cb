using Hebb.Agents;
using Hebb.Agents.Diagnostics;
using Hebb.Environments;
using Hebb.Lab.Summaries;
using Hebb.Snapshots;

namespace Hebb.Lab.Runs;

/// <summary>A run that is being played: the agent in its environments, and the results of its episodes so far.</summary>
internal sealed class ActiveRun : IStateful
{
    /// <summary>The names that lead to the agent in the state of a run.</summary>
    public const string AgentPath = $"{TrainingPart}.{TrainingLoop.AgentPart}";

    private const string TrainingPart = "training";
    private const long Never = -1;

    private readonly double? _threshold;
    private readonly MovingMean _recent = new(Criteria.Window);
    private readonly double[] _greedy;
    private double _firstMean = double.NaN;
    private double _bestMean = double.NaN;
    private long _solvedAt = Never;
    private long _solvedAtEpisode = Never;
    private long _divergedAt = Never;
    private long _nextEvaluation;
    private bool _isEvaluated;

    /// <summary>A run at its start.</summary>
    public ActiveRun(AgentPlan plan, ulong seed)
    {
        EnvironmentSpecification specification = plan.CreateEnvironment().Specification;
        _threshold = specification.SolvedAt;
        Agent = plan.CreateAgent(plan.Task(specification, seed));
        Loop = new TrainingLoop(Agent, plan.CreateEnvironment, seed, plan.EnvironmentSeed(seed));
        _greedy = new double[Agent is IGreedyAgent or IRememberingAgent ? plan.Evaluation : 0];
        _nextEvaluation = plan.EvaluationPeriod > 0 && _greedy.Length > 0 ? plan.EvaluationPeriod : long.MaxValue;
    }

    /// <summary>The agent.</summary>
    public IParallelAgent Agent { get; }

    /// <summary>The agent in its environments.</summary>
    public TrainingLoop Loop { get; }

    /// <summary>The environment steps at which the next evaluation during the learning is due.</summary>
    public long NextEvaluation => _nextEvaluation;

    /// <summary>The episodes of an evaluation; 0 where there is none.</summary>
    public int EvaluationEpisodes => _greedy.Length;

    /// <summary>Whether the evaluation at the end was made.</summary>
    public bool IsEvaluated => _isEvaluated;

    /// <summary>What the agent tells of its learning.</summary>
    public ImmutableArray<string> DiagnosticNames => (Agent as IDiagnosed)?.DiagnosticNames ?? [];

    /// <summary>An episode ended.</summary>
    public void Add(in EpisodeEnd end)
    {
        _recent.Add(end.Return);
        if (_recent.IsFull)
        {
            var mean = _recent.Value!.Value;
            if (double.IsNaN(_firstMean))
            {
                _firstMean = mean;
                _bestMean = mean;
            }

            _bestMean = Math.Max(_bestMean, mean);
            if (_solvedAt == Never && mean >= _threshold)
            {
                _solvedAt = end.EnvironmentSteps;
                _solvedAtEpisode = Loop.Episodes;
            }
        }

        CheckFinite(end.EnvironmentSteps);
    }

    /// <summary>Notes when a parameter is first found not to be finite.</summary>
    public void CheckFinite(long steps)
    {
        if (_divergedAt == Never && !Agent.IsFinite)
        {
            _divergedAt = steps;
        }
    }

    /// <summary>An evaluation during the learning was made.</summary>
    public void Evaluated(long period) => _nextEvaluation += period;

    /// <summary>The evaluation at the end was made.</summary>
    public void Evaluated(ReadOnlySpan<double> returns)
    {
        returns.CopyTo(_greedy);
        _isEvaluated = true;
    }

    /// <summary>Adds the results of the run so far to its record.</summary>
    public RunRecord Fill(RunRecord record) =>
        record with
        {
            StepsTaken = Loop.Steps,
            Episodes = checked((int)Loop.Episodes),
            SolvedAt = Known(_solvedAt),
            SolvedAtEpisode = Known(_solvedAtEpisode),
            Last100 = _recent.Value,
            Best100 = double.IsNaN(_bestMean) ? null : _bestMean,
            GreedyReturns = _isEvaluated && _greedy.Length > 0 ? [.. _greedy] : null,
            DivergedAt = Known(_divergedAt),
            EndsCollapsed = EndsCollapsed,
            UnsettledPhases = (Agent as OneEnvironmentAgent)?.Inner is ISettlingAgent { Phases: > 0 } settling
                ? (double)settling.UnsettledPhases / settling.Phases
                : null,
        };

    public void VisitState(StateVisitor visitor)
    {
        visitor.Part(TrainingPart, Loop);
        visitor.Part("recent", _recent);
        visitor.Number("first_mean", ref _firstMean);
        visitor.Number("best_mean", ref _bestMean);
        visitor.Number("solved_at", ref _solvedAt);
        visitor.Number("solved_at_episode", ref _solvedAtEpisode);
        visitor.Number("diverged_at", ref _divergedAt);
        visitor.Number("next_evaluation", ref _nextEvaluation);
        visitor.Number("is_evaluated", ref _isEvaluated);
        visitor.Numbers<double>("greedy_returns", _greedy);
    }

    private bool EndsCollapsed =>
        _threshold is { } threshold
        && _bestMean - _firstMean >= Criteria.CollapseGain * (threshold - _firstMean)
        && _bestMean > _firstMean
        && _recent.Value < _firstMean + (Criteria.CollapseBelowPart * (_bestMean - _firstMean));

    private static long? Known(long value) => value == Never ? null : value;
}
