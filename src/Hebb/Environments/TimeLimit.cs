using Hebb.Environments.Scenes;
using Hebb.Snapshots;

namespace Hebb.Environments;

/// <summary>
/// Ends the episodes of another environment after a number of steps. Such an end is a truncation: the last state
/// still has a value, and a learner bootstraps from it.
/// </summary>
/// <remarks>
/// A step that terminates on the very limit is both terminated and truncated, as in Gymnasium's wrapper.
/// </remarks>
/// <typeparam name="TEnvironment">The type of the environment within.</typeparam>
public sealed class TimeLimit<TEnvironment> : IEnvironment
    where TEnvironment : IEnvironment
{
    private readonly TEnvironment _inner;
    private readonly int _stepLimit;
    private int _stepsLeft;

    /// <summary>Limits an environment and leaves its name and threshold as they are.</summary>
    /// <param name="inner">The environment to limit; from now on this object steps and resets it.</param>
    /// <param name="stepLimit">The steps of the longest episode; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stepLimit"/> is below 1.</exception>
    public TimeLimit(TEnvironment inner, int stepLimit)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepLimit);
        _inner = inner;
        _stepLimit = stepLimit;
        Specification = inner.Specification with { StepLimit = stepLimit };
    }

    /// <summary>Limits an environment and registers it under a name.</summary>
    /// <param name="inner">The environment to limit; from now on this object steps and resets it.</param>
    /// <param name="stepLimit">The steps of the longest episode; at least 1.</param>
    /// <param name="name">The name of the limited environment, with version.</param>
    /// <param name="solvedAt">The mean return over 100 episodes from which the field calls the task solved.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stepLimit"/> is below 1.</exception>
    public TimeLimit(TEnvironment inner, int stepLimit, string name, double? solvedAt)
        : this(inner, stepLimit)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Specification = Specification with { Name = name, SolvedAt = solvedAt };
    }

    /// <inheritdoc/>
    public EnvironmentSpecification Specification { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> State => _inner.State;

    /// <inheritdoc/>
    public void Reset(ulong seed, Span<float> observation)
    {
        _inner.Reset(seed, observation);
        _stepsLeft = _stepLimit;
    }

    /// <inheritdoc/>
    public void Reset(Span<float> observation)
    {
        _inner.Reset(observation);
        _stepsLeft = _stepLimit;
    }

    /// <inheritdoc/>
    public StepResult Step(int action, Span<float> observation)
    {
        EpisodeGuard.CheckRunning(_stepsLeft > 0);
        var result = _inner.Step(action, observation);
        _stepsLeft--;
        return _stepsLeft == 0 ? result with { Truncated = true } : result;
    }

    /// <summary>Draws the environment within, and below it how much of the time has gone by.</summary>
    /// <exception cref="InvalidOperationException">The environment was never reset with a seed.</exception>
    public Scene Draw() => TimeScene.Draw(_inner.Draw(), 1 - ((double)_stepsLeft / _stepLimit));

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("limited", _inner);
        _stepsLeft = visitor.Count("steps_left", _stepsLeft, _stepLimit);
    }
}
