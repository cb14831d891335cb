using Hebb.Environments.Scenes;
using Hebb.Snapshots;

namespace Hebb.Environments;

/// <summary>
/// Observes another environment in units of its own: each number less a centre, over a scale. Networks learn sooner from
/// numbers near one. Its state, seeds and rewards are those of the environment within.
/// </summary>
/// <typeparam name="TEnvironment">The type of the environment within.</typeparam>
public sealed class ScaledObservations<TEnvironment> : IEnvironment
    where TEnvironment : IEnvironment
{
    private readonly TEnvironment _inner;
    private readonly float[] _centres;
    private readonly float[] _factors;

    /// <summary>Scales an environment.</summary>
    /// <param name="inner">The environment; from now on this object steps and resets it.</param>
    /// <param name="scaling">The centres and scales, one of each for each observed number.</param>
    /// <exception cref="ArgumentException">There are more or fewer of them.</exception>
    public ScaledObservations(TEnvironment inner, ObservationScaling scaling)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(scaling);
        Specification = scaling.Of(inner.Specification);
        _inner = inner;
        _centres = [.. scaling.Centres];
        _factors = [.. scaling.Scales.Select(scale => 1 / scale)];
    }

    /// <inheritdoc/>
    public EnvironmentSpecification Specification { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> State => _inner.State;

    /// <inheritdoc/>
    public void Reset(ulong seed, Span<float> observation)
    {
        _inner.Reset(seed, observation);
        Scale(observation);
    }

    /// <inheritdoc/>
    public void Reset(Span<float> observation)
    {
        _inner.Reset(observation);
        Scale(observation);
    }

    /// <inheritdoc/>
    public StepResult Step(int action, Span<float> observation)
    {
        StepResult result = _inner.Step(action, observation);
        Scale(observation);
        return result;
    }

    /// <inheritdoc/>
    public Scene Draw() => _inner.Draw();

    private void Scale(Span<float> observation)
    {
        for (var index = 0; index < observation.Length; index++)
        {
            observation[index] = (observation[index] - _centres[index]) * _factors[index];
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor) => _inner.VisitState(visitor);
}
