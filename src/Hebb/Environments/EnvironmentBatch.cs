using Hebb.Snapshots;

namespace Hebb.Environments;

/// <summary>
/// Several environments of one kind, stepped together into arrays laid out row by row. An episode that ends is
/// followed in the same step by the reset of its environment; its last observation is kept apart.
/// </summary>
/// <remarks>
/// Environment i is the scalar environment seeded with seed + i, so a batch and its members one by one give the same
/// bits. Nothing is allocated by a step.
/// </remarks>
/// <typeparam name="TEnvironment">The type of the environments.</typeparam>
public sealed class EnvironmentBatch<TEnvironment> : IStateful
    where TEnvironment : IEnvironment
{
    private readonly TEnvironment[] _environments;
    private readonly int _observationSize;
    private readonly int _actionCount;

    /// <summary>Makes the environments, still to be reset.</summary>
    /// <param name="count">How many; at least 1.</param>
    /// <param name="create">Makes one environment; called once for each.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public EnvironmentBatch(int count, Func<TEnvironment> create)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(create);
        _environments = new TEnvironment[count];
        for (var index = 0; index < count; index++)
        {
            _environments[index] = create();
        }

        Specification = _environments[0].Specification;
        _observationSize = Specification.Observations.Size;
        _actionCount = Specification.Actions.Count;
    }

    /// <summary>What each environment is.</summary>
    public EnvironmentSpecification Specification { get; }

    /// <summary>How many environments there are.</summary>
    public int Count => _environments.Length;

    /// <summary>The environment of a row, to be looked at; stepping it would part it from the batch.</summary>
    /// <param name="index">The row, from 0.</param>
    public TEnvironment this[int index] => _environments[index];

    /// <summary>Seeds environment i with <paramref name="seed"/> + i, wrapping at 2^64, and starts an episode in each.</summary>
    /// <param name="seed">Any value.</param>
    /// <param name="observations">Receives the first observations, row-major Count x Size.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    public void Reset(ulong seed, Span<float> observations)
    {
        CheckLength(observations.Length, Count * _observationSize, nameof(observations));
        for (var index = 0; index < _environments.Length; index++)
        {
            _environments[index].Reset(unchecked(seed + (ulong)index), Row(observations, index));
        }
    }

    /// <summary>Applies one action to each environment, and resets those whose episode ends by it.</summary>
    /// <param name="actions">One action an environment; all are checked before any is applied.</param>
    /// <param name="observations">
    /// Receives the observations to act on next, row-major Count x Size: where an episode ended, the first one of the
    /// next episode.
    /// </param>
    /// <param name="rewards">Receives the rewards, one an environment.</param>
    /// <param name="terminated">Receives whether each task ended.</param>
    /// <param name="truncated">Receives whether each episode was ended by its time limit.</param>
    /// <param name="finalObservations">
    /// Receives the last observation of each episode that ended, row-major Count x Size; other rows stay as they are.
    /// </param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One of the actions is not an action.</exception>
    /// <exception cref="InvalidOperationException">The batch was never reset.</exception>
    public void Step(
        ReadOnlySpan<int> actions,
        Span<float> observations,
        Span<double> rewards,
        Span<bool> terminated,
        Span<bool> truncated,
        Span<float> finalObservations
    )
    {
        CheckLength(actions.Length, Count, nameof(actions));
        CheckLength(observations.Length, Count * _observationSize, nameof(observations));
        CheckLength(rewards.Length, Count, nameof(rewards));
        CheckLength(terminated.Length, Count, nameof(terminated));
        CheckLength(truncated.Length, Count, nameof(truncated));
        CheckLength(finalObservations.Length, Count * _observationSize, nameof(finalObservations));
        CheckActions(actions);

        for (var index = 0; index < _environments.Length; index++)
        {
            var environment = _environments[index];
            var observation = Row(observations, index);
            var result = environment.Step(actions[index], observation);
            rewards[index] = result.Reward;
            terminated[index] = result.Terminated;
            truncated[index] = result.Truncated;
            if (result.EpisodeEnded)
            {
                observation.CopyTo(Row(finalObservations, index));
                environment.Reset(observation);
            }
        }
    }

    private Span<float> Row(Span<float> rows, int index) => rows.Slice(index * _observationSize, _observationSize);

    private void CheckActions(ReadOnlySpan<int> actions)
    {
        for (var index = 0; index < actions.Length; index++)
        {
            if ((uint)actions[index] >= (uint)_actionCount)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(actions),
                    actions[index],
                    $"The action at index {index} does not exist; actions are 0 to {_actionCount - 1}."
                );
            }
        }
    }

    private static void CheckLength(int actual, int expected, string name)
    {
        if (actual != expected)
        {
            throw new ArgumentException($"The span {name} has length {actual}; it must be {expected}.", name);
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Parts("environment", _environments.Cast<IStateful>());
    }
}
