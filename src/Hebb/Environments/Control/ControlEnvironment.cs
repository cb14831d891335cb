using Hebb.Environments.Scenes;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Environments.Control;

/// <summary>What the tasks of classic control share: a few numbers of state, a generator, and whether an episode is running.</summary>
public abstract class ControlEnvironment : IEnvironment
{
    private IUniformSource? _source;
    private bool _isRunning;

    private protected ControlEnvironment(EnvironmentSpecification specification, int stateSize)
    {
        Specification = specification;
        Numbers = new double[stateSize];
    }

    /// <inheritdoc/>
    public EnvironmentSpecification Specification { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> State => Numbers;

    /// <summary>The state, to be changed by a step.</summary>
    private protected double[] Numbers { get; }

    /// <inheritdoc/>
    public void Reset(ulong seed, Span<float> observation)
    {
        _source = Seeded(seed);
        Reset(observation);
    }

    /// <inheritdoc/>
    public void Reset(Span<float> observation)
    {
        EpisodeGuard.CheckObservation(observation, Specification.Observations.Size);
        Start(EpisodeGuard.RequireSeeded(_source), observation);
        _isRunning = true;
    }

    /// <inheritdoc/>
    public abstract StepResult Step(int action, Span<float> observation);

    /// <inheritdoc/>
    public Scene Draw()
    {
        _ = EpisodeGuard.RequireSeeded(_source);
        return Drawn();
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("random", EpisodeGuard.RequireSeeded(_source));
        visitor.Numbers<double>("state", Numbers);
        visitor.Number("is_running", ref _isRunning);
    }

    /// <summary>The generator that a seed starts.</summary>
    private protected virtual IUniformSource Seeded(ulong seed) => new Pcg64(seed);

    /// <summary>Draws the first state of an episode, and observes it.</summary>
    private protected abstract void Start(IUniformSource generator, Span<float> observation);

    /// <summary>The picture of the state.</summary>
    private protected abstract Scene Drawn();

    /// <summary>Refuses a step that cannot be taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void Require(int action, int actionCount, Span<float> observation, int observationSize) =>
        EpisodeGuard.CheckStep(_isRunning, action, actionCount, observation, observationSize);

    /// <summary>What a step came to; where the task ended the episode is over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected StepResult Stepped(double reward, bool terminated)
    {
        _isRunning = !terminated;
        return new StepResult(reward, terminated, Truncated: false);
    }
}
