using Hebb.Snapshots;

namespace Hebb.Agents.Dqn;

/// <summary>
/// The last steps of one environment whose n-step returns are not complete yet (Sutton 1988; Hessel et al. 2018 for deep
/// Q-learning): R = r_0 + gamma r_1 + ... + gamma^(k-1) r_(k-1), bootstrapped with gamma^k times the value k steps on.
/// </summary>
/// <remarks>
/// k is n, but less for the last n - 1 steps of an episode, which are bootstrapped from its last observation, or, where the
/// task ended there, not at all. No return reaches over the end of an episode.
/// </remarks>
internal sealed class ReturnWindow : IStateful
{
    private readonly double _discount;
    private readonly int _observationSize;
    private readonly float[] _observations;
    private readonly int[] _actions;
    private readonly double[] _rewards;
    private readonly double[] _powers;
    private int _oldest;
    private int _count;

    /// <summary>A window at the start of an episode.</summary>
    /// <param name="observationSize">Numbers in an observation; at least 1.</param>
    /// <param name="steps">n; at least 1.</param>
    /// <param name="discount">gamma.</param>
    public ReturnWindow(int observationSize, int steps, double discount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(observationSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        _discount = discount;
        _observationSize = observationSize;
        _observations = new float[checked(steps * observationSize)];
        _actions = new int[steps];
        _rewards = new double[steps];
        _powers = [.. Enumerable.Range(0, steps + 1).Select(power => Math.Pow(discount, power))];
    }

    /// <summary>Takes a step, and puts every transition that it completes into a memory.</summary>
    /// <param name="observation">Where the action was taken.</param>
    /// <param name="reward">What it was rewarded with.</param>
    /// <param name="nextObservation">Where it led to: the last observation of an episode where that ends here.</param>
    /// <param name="terminated">Whether the task ended, so that the next observation has no value.</param>
    /// <param name="truncated">Whether the episode ended and the next observation has a value nonetheless.</param>
    /// <param name="memory">Receives the transitions, the oldest first.</param>
    public void Add(
        ReadOnlySpan<float> observation,
        int action,
        double reward,
        ReadOnlySpan<float> nextObservation,
        bool terminated,
        bool truncated,
        ReturnMemory memory
    )
    {
        ArgumentNullException.ThrowIfNull(memory);
        var place = (_oldest + _count) % _actions.Length;
        observation.CopyTo(Row(place));
        _actions[place] = action;
        _rewards[place] = reward;
        _count++;
        var ended = terminated || truncated;
        while (_count > 0 && (ended || _count == _actions.Length))
        {
            memory.Add(Row(_oldest), _actions[_oldest], Return(), terminated ? 0 : _powers[_count], nextObservation);
            _oldest = (_oldest + 1) % _actions.Length;
            _count--;
        }
    }

    private double Return()
    {
        var sum = 0.0;
        for (var step = _count - 1; step >= 0; step--)
        {
            sum = _rewards[(_oldest + step) % _rewards.Length] + (_discount * sum);
        }

        return sum;
    }

    private Span<float> Row(int place) => _observations.AsSpan(place * _observationSize, _observationSize);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        _oldest = visitor.Count("oldest", _oldest, _actions.Length - 1);
        _count = visitor.Count("count", _count, _actions.Length);
        visitor.Numbers<float>("observations", _observations);
        visitor.Numbers<int>("actions", _actions);
        visitor.Numbers<double>("rewards", _rewards);
    }
}
