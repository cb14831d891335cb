using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Dqn;

/// <summary>
/// The last n-step transitions of an agent for replay, the oldest overwritten first: an observation, the action taken there, the
/// discounted rewards that followed, and the observation that its value is bootstrapped from, with the factor of that value.
/// </summary>
internal sealed class ReturnMemory : IStateful
{
    private readonly int _observationSize;
    private readonly float[] _observations;
    private readonly float[] _nextObservations;
    private readonly int[] _actions;
    private readonly float[] _returns;
    private readonly float[] _factors;
    private long _added;

    /// <summary>An empty memory.</summary>
    /// <param name="observationSize">Numbers in an observation; at least 1.</param>
    /// <param name="capacity">How many transitions it holds; at least 1.</param>
    public ReturnMemory(int observationSize, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(observationSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _observationSize = observationSize;
        _observations = new float[checked(capacity * observationSize)];
        _nextObservations = new float[_observations.Length];
        _actions = new int[capacity];
        _returns = new float[capacity];
        _factors = new float[capacity];
    }

    /// <summary>How many transitions it can hold.</summary>
    public int Capacity => _actions.Length;

    /// <summary>How many transitions were ever added.</summary>
    public long Added => _added;

    /// <summary>How many transitions are held.</summary>
    public int Count => (int)Math.Min(Added, Capacity);

    /// <summary>Adds a transition.</summary>
    /// <param name="observation">Where the action was taken.</param>
    /// <param name="rewards">R, the discounted sum of the rewards from there to the next observation.</param>
    /// <param name="factor">What the next observation's value counts: gamma^k after k steps, 0 where it has none.</param>
    /// <param name="nextObservation">The observation k steps on.</param>
    public void Add(
        ReadOnlySpan<float> observation,
        int action,
        double rewards,
        double factor,
        ReadOnlySpan<float> nextObservation
    )
    {
        var slot = (int)(Added % Capacity);
        observation.CopyTo(Row(_observations, slot));
        nextObservation.CopyTo(Row(_nextObservations, slot));
        _actions[slot] = action;
        _returns[slot] = (float)rewards;
        _factors[slot] = (float)factor;
        _added++;
    }

    /// <summary>A slot drawn uniformly, with replacement.</summary>
    public int Draw(Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.NextInteger(Count);
    }

    /// <summary>Where the action of a slot was taken.</summary>
    /// <param name="slot">A slot from <see cref="Draw"/>.</param>
    public ReadOnlySpan<float> Observation(int slot) => Row(_observations, slot);

    /// <summary>What the value of a slot is bootstrapped from.</summary>
    /// <param name="slot">A slot from <see cref="Draw"/>.</param>
    public ReadOnlySpan<float> NextObservation(int slot) => Row(_nextObservations, slot);

    /// <summary>The action of a slot.</summary>
    /// <param name="slot">A slot from <see cref="Draw"/>.</param>
    public int Action(int slot) => _actions[slot];

    /// <summary>R of a slot.</summary>
    /// <param name="slot">A slot from <see cref="Draw"/>.</param>
    public float Return(int slot) => _returns[slot];

    /// <summary>What the value of the next observation of a slot counts.</summary>
    /// <param name="slot">A slot from <see cref="Draw"/>.</param>
    public float Factor(int slot) => _factors[slot];

    private Span<float> Row(float[] rows, int slot) => rows.AsSpan(slot * _observationSize, _observationSize);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("added", ref _added);

        // What was never filled is zero and stays so.
        var count = (int)Math.Clamp(_added, 0, Capacity);
        visitor.Numbers("observations", _observations.AsSpan(0, count * _observationSize));
        visitor.Numbers("next_observations", _nextObservations.AsSpan(0, count * _observationSize));
        visitor.Numbers("actions", _actions.AsSpan(0, count));
        visitor.Numbers("returns", _returns.AsSpan(0, count));
        visitor.Numbers("factors", _factors.AsSpan(0, count));
    }
}
