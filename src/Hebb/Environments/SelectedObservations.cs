using Hebb.Environments.Scenes;
using Hebb.Snapshots;

namespace Hebb.Environments;

/// <summary>
/// Observes some of the numbers of another environment alone: what is left out has to be concluded from what was observed before.
/// Its state, seeds, rewards and pictures are those of the environment within.
/// </summary>
/// <typeparam name="TEnvironment">The type of the environment within.</typeparam>
public sealed class SelectedObservations<TEnvironment> : IEnvironment
    where TEnvironment : IEnvironment
{
    private readonly TEnvironment _inner;
    private readonly int[] _places;
    private readonly float[] _whole;

    /// <summary>Selects from what an environment observes.</summary>
    /// <param name="inner">The environment; from now on this object steps and resets it.</param>
    /// <param name="places">The places of the numbers that remain, in the order in which they are observed; at least one.</param>
    /// <exception cref="ArgumentException">There is no place, or one that the environment does not have.</exception>
    public SelectedObservations(TEnvironment inner, params IReadOnlyList<int> places)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(places);
        BoxSpace space = inner.Specification.Observations;
        if (places.Count == 0 || places.Any(place => place < 0 || place >= space.Size))
        {
            throw new ArgumentException(
                $"places: [{string.Join(", ", places)}]; some from 0 to {space.Size - 1} are needed",
                nameof(places)
            );
        }

        _inner = inner;
        _places = [.. places];
        _whole = new float[space.Size];
        Specification = inner.Specification with
        {
            Observations = new BoxSpace(
                [.. _places.Select(place => space.Low[place])],
                [.. _places.Select(place => space.High[place])]
            ),
        };
    }

    /// <inheritdoc/>
    public EnvironmentSpecification Specification { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> State => _inner.State;

    /// <inheritdoc/>
    public void Reset(ulong seed, Span<float> observation)
    {
        EpisodeGuard.CheckObservation(observation, _places.Length);
        _inner.Reset(seed, _whole);
        Select(observation);
    }

    /// <inheritdoc/>
    public void Reset(Span<float> observation)
    {
        EpisodeGuard.CheckObservation(observation, _places.Length);
        _inner.Reset(_whole);
        Select(observation);
    }

    /// <inheritdoc/>
    public StepResult Step(int action, Span<float> observation)
    {
        EpisodeGuard.CheckObservation(observation, _places.Length);
        StepResult result = _inner.Step(action, _whole);
        Select(observation);
        return result;
    }

    /// <inheritdoc/>
    public Scene Draw() => _inner.Draw();

    private void Select(Span<float> observation)
    {
        for (var index = 0; index < _places.Length; index++)
        {
            observation[index] = _whole[_places[index]];
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor) => _inner.VisitState(visitor);
}
