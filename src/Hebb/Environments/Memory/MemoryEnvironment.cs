using Hebb.Environments.Scenes;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Environments.Memory;

/// <summary>
/// What the memory tasks share: the numbers of their state, a generator, whether an episode is running, and what was done last,
/// for pictures.
/// </summary>
internal abstract class MemoryEnvironment : IEnvironment
{
    private const int NoAction = -1;

    private readonly int _observationSize;
    private readonly int _actionCount;
    private Pcg64? _random;
    private bool _isRunning;
    private int _lastAction = NoAction;
    private double _lastReward;

    /// <summary>Makes it, still to be reset.</summary>
    /// <param name="specification">What it is; with its step limit.</param>
    /// <param name="stateSize">How many numbers its state has.</param>
    protected MemoryEnvironment(EnvironmentSpecification specification, int stateSize)
    {
        Specification = specification;
        _observationSize = specification.Observations.Size;
        _actionCount = specification.Actions.Count;
        Numbers = new double[stateSize];
    }

    /// <inheritdoc/>
    public EnvironmentSpecification Specification { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> State => Numbers;

    /// <summary>The state, to be changed by a step.</summary>
    protected double[] Numbers { get; }

    /// <summary>Whether an episode was begun and has not ended.</summary>
    protected bool IsRunning => _isRunning;

    /// <summary>Whether the numbers of the state are those of a state of the task: what a snapshot holds may be anything.</summary>
    protected abstract bool HasPossibleState { get; }

    /// <inheritdoc/>
    public void Reset(ulong seed, Span<float> observation)
    {
        EpisodeGuard.CheckObservation(observation, _observationSize);
        _random = new Pcg64(seed);
        Reset(observation);
    }

    /// <inheritdoc/>
    public void Reset(Span<float> observation)
    {
        EpisodeGuard.CheckObservation(observation, _observationSize);
        Pcg64 random = EpisodeGuard.RequireSeeded(_random);
        observation.Clear();
        Begin(random, observation);
        _isRunning = true;
        _lastAction = NoAction;
        _lastReward = 0;
    }

    /// <inheritdoc/>
    public StepResult Step(int action, Span<float> observation)
    {
        EpisodeGuard.CheckStep(_isRunning, action, _actionCount, observation, _observationSize);
        observation.Clear();
        var reward = Act(action, _random!, observation, out var terminated);
        _isRunning = !terminated;
        _lastAction = action;
        _lastReward = reward;
        return new StepResult(reward, terminated, Truncated: false);
    }

    /// <inheritdoc/>
    public Scene Draw()
    {
        _ = EpisodeGuard.RequireSeeded(_random);
        return Drawn(
            _lastAction == NoAction
                ? "no action yet"
                : FormattableString.Invariant($"action: {ActionName(_lastAction)}, reward {_lastReward:0.####}")
        );
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("random", EpisodeGuard.RequireSeeded(_random));
        visitor.Numbers<double>("state", Numbers);
        visitor.Number("is_running", ref _isRunning);
        _lastAction = visitor.Count("last_action", _lastAction + 1, _actionCount) - 1;
        visitor.Number("last_reward", ref _lastReward);
        if (visitor.IsRestoring && !HasPossibleState)
        {
            throw new StateException($"state is none of {Specification.Name} with these options");
        }
    }

    /// <summary>Draws the first state of an episode, and observes it.</summary>
    /// <param name="observation">Zeros.</param>
    protected abstract void Begin(Pcg64 random, Span<float> observation);

    /// <summary>Takes an action and observes what follows it.</summary>
    /// <param name="observation">Zeros.</param>
    /// <param name="terminated">Whether the task ended by it.</param>
    /// <returns>The reward.</returns>
    protected abstract double Act(int action, Pcg64 random, Span<float> observation, out bool terminated);

    /// <summary>What an action is called beside the picture.</summary>
    protected abstract string ActionName(int action);

    /// <summary>The picture of the state.</summary>
    /// <param name="words">What was done last, to be written beside it.</param>
    protected abstract Scene Drawn(string words);

    /// <summary>Whether a number is whole and from a least to a greatest one.</summary>
    protected static bool IsWhole(double number, int least, int greatest) =>
        number >= least && number <= greatest && double.IsInteger(number);
}
