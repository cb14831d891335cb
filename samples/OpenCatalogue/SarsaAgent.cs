using System.Numerics.Tensors;
using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Costs;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace OpenCatalogue;

/// <summary>
/// Expected Sarsa (van Seijen et al. 2009): the value of an action is asked to be its reward and the discounted mean value of what the
/// policy does next. It plays one environment, learns from every step and forgets it.
/// </summary>
public sealed class SarsaAgent : IGreedyAgent
{
    private readonly SarsaSettings _settings;
    private readonly NetworkApproximator _values;
    private readonly TemporalDifferenceCost _cost = new();
    private readonly AlignedMatrix<float> _observation;
    private readonly AlignedMatrix<float> _target = new(1, 2);
    private readonly Pcg64 _random;
    private readonly int _actionCount;
    private int _action;

    /// <summary>An agent at its start.</summary>
    /// <param name="task">What it will have to do.</param>
    /// <param name="settings">What it is made of.</param>
    public SarsaAgent(AgentTask task, SarsaSettings settings)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _actionCount = task.ActionCount;
        _random = RandomStreams.Policy(task.Seed);
        _observation = new AlignedMatrix<float>(1, task.ObservationSize);
        _values = new NetworkApproximator(
            task.ObservationSize,
            task.ActionCount,
            capacity: 1,
            settings.Values,
            RandomStreams.Initialization(task.Seed)
        );
    }

    /// <summary>The agent by name.</summary>
    public static AgentEntry Entry { get; } =
        AgentEntry.Of(
            "sarsa",
            "Sarsa",
            "expected Sarsa, a step at a time",
            _ => new SarsaSettings(),
            (task, settings) => new SarsaAgent(task, settings)
        );

    /// <inheritdoc/>
    public int EnvironmentCount => 1;

    /// <inheritdoc/>
    public bool IsFinite => TensorPrimitives.IsFiniteAll(_values.Parameters.All);

    /// <inheritdoc/>
    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions)
    {
        observations[0].CopyTo(_observation[0]);
        _action =
            _random.NextDouble() < _settings.Exploration
                ? _random.NextInteger(_actionCount)
                : GreedyPolicy.Best(_values.Evaluate(observations)[0]);
        actions[0] = _action;
    }

    /// <inheritdoc/>
    public void ActGreedily(ReadOnlyMatrixSpan<float> observations, Span<int> actions) =>
        actions[0] = GreedyPolicy.Best(_values.Evaluate(observations)[0]);

    /// <inheritdoc/>
    public void Observe(in ParallelSteps steps)
    {
        var next = steps.Truncated[0] ? steps.FinalObservations : steps.Observations;
        var value = steps.Terminated[0] ? 0 : Expected(_values.Evaluate(next)[0]);
        _target[0][0] = _action;
        _target[0][1] = (float)(steps.Rewards[0] + (_settings.Discount * value));
        _values.Update(_observation.All, _target.All, _cost);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("values", _values);
        visitor.Part("random", _random);
        visitor.Number("action", ref _action);
        visitor.Numbers("observation", _observation.Span);
    }

    // Of the policy that explores.
    private double Expected(ReadOnlySpan<float> values)
    {
        var best = values[GreedyPolicy.Best(values)];
        var mean = TensorPrimitives.Average(values);
        return ((1 - _settings.Exploration) * best) + (_settings.Exploration * mean);
    }
}
