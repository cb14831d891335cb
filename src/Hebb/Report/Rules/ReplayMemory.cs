using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Report.Rules;

/// <summary>The last transitions of an agent, the oldest overwritten first (Mnih et al. 2013).</summary>
internal sealed class ReplayMemory<T> : IStateful
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly RowStore<T> _states;
    private readonly RowStore<T> _nextStates;
    private readonly int[] _actions;
    private readonly T[] _rewards;
    private readonly bool[] _ends;
    private long _added;

    /// <summary>An empty memory.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="capacity">How many transitions it holds; at least 1.</param>
    public ReplayMemory(int observationSize, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _states = new RowStore<T>(observationSize, capacity);
        _nextStates = new RowStore<T>(observationSize, capacity);
        _states.Resize(capacity);
        _nextStates.Resize(capacity);
        _actions = new int[capacity];
        _rewards = new T[capacity];
        _ends = new bool[capacity];
    }

    /// <summary>How many transitions it can hold.</summary>
    public int Capacity => _actions.Length;

    /// <summary>How many transitions were ever added.</summary>
    public long Added => _added;

    /// <summary>How many transitions are held.</summary>
    public int Count => (int)Math.Min(Added, Capacity);

    /// <summary>Adds a transition.</summary>
    /// <param name="state">The observation before the action.</param>
    /// <param name="end">Whether the next state has no value.</param>
    /// <param name="nextState">The observation after the action.</param>
    public void Add(ReadOnlySpan<T> state, int action, double reward, bool end, ReadOnlySpan<float> nextState)
    {
        var slot = (int)(Added % Capacity);
        state.CopyTo(_states[slot]);
        TensorPrimitives.ConvertTruncating(nextState, _nextStates[slot]);
        _actions[slot] = action;
        _rewards[slot] = T.CreateTruncating(reward);
        _ends[slot] = end;
        _added++;
    }

    /// <summary>A slot drawn uniformly, with replacement.</summary>
    public int Draw(Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.NextInteger(Count);
    }

    /// <summary>The observation before the action of a slot.</summary>
    /// <param name="slot">A slot from <see cref="Draw"/>.</param>
    public ReadOnlySpan<T> State(int slot) => _states[slot];

    /// <summary>The observation after the action of a slot.</summary>
    /// <param name="slot">A slot from <see cref="Draw"/>.</param>
    public ReadOnlySpan<T> NextState(int slot) => _nextStates[slot];

    /// <summary>The action of a slot.</summary>
    /// <param name="slot">A slot from <see cref="Draw"/>.</param>
    public int Action(int slot) => _actions[slot];

    /// <summary>The reward of a slot.</summary>
    /// <param name="slot">A slot from <see cref="Draw"/>.</param>
    public T Reward(int slot) => _rewards[slot];

    /// <summary>Whether the next state of a slot has no value.</summary>
    /// <param name="slot">A slot from <see cref="Draw"/>.</param>
    public bool End(int slot) => _ends[slot];

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("added", ref _added);
        visitor.Part("states", _states);
        visitor.Part("next_states", _nextStates);
        visitor.Numbers<int>("actions", _actions);
        visitor.Numbers<T>("rewards", _rewards);
        visitor.Numbers<bool>("ends", _ends);
    }
}
