using Hebb.Agents.Ppo;
using Hebb.Snapshots;

namespace Hebb.Agents.Recurrent;

/// <summary>
/// What came of the steps of several environments between two updates: a number a step and environment, step after step. What was
/// observed is on the tape of the recurrent network.
/// </summary>
internal sealed class RecurrentRollout : IStateful
{
    private readonly int _environments;
    private readonly double[] _rewards;
    private readonly bool[] _terminated;
    private readonly bool[] _truncated;
    private readonly double[] _nextValues;
    private int _count;

    /// <summary>An empty rollout.</summary>
    public RecurrentRollout(int environments, int steps)
    {
        _environments = environments;
        var size = environments * steps;
        Actions = new int[size];
        Values = new double[size];
        Advantages = new double[size];
        _rewards = new double[size];
        _terminated = new bool[size];
        _truncated = new bool[size];
        _nextValues = new double[size];
    }

    /// <summary>The actions taken.</summary>
    public int[] Actions { get; }

    /// <summary>The value of the state of each step.</summary>
    public double[] Values { get; }

    /// <summary>The advantage of each step.</summary>
    public double[] Advantages { get; }

    /// <summary>Where the steps that are under way write their actions.</summary>
    public Span<int> NextActions => Actions.AsSpan(_count, _environments);

    /// <summary>Takes in what the steps under way led to.</summary>
    public void End(in ParallelSteps steps)
    {
        steps.Rewards.CopyTo(_rewards.AsSpan(_count));
        steps.Terminated.CopyTo(_terminated.AsSpan(_count));
        steps.Truncated.CopyTo(_truncated.AsSpan(_count));
        _count += _environments;
    }

    /// <summary>Takes in the value of a state that an environment's last step led to.</summary>
    public void SetNextValue(int environment, double value) =>
        _nextValues[_count - _environments + environment] = value;

    /// <summary>Computes <see cref="Advantages"/> of <see cref="Values"/> and of the values after the last steps.</summary>
    public void Estimate(double discount, double lambda)
    {
        for (var step = 0; step < Values.Length - _environments; step++)
        {
            if (!_truncated[step])
            {
                _nextValues[step] = Values[step + _environments];
            }
        }

        GeneralizedAdvantages.Compute(
            _rewards,
            Values,
            _nextValues,
            _terminated,
            _truncated,
            _environments,
            discount,
            lambda,
            Advantages
        );
    }

    /// <summary>Mean and standard deviation of the advantages.</summary>
    public (double Mean, double Deviation) Spread()
    {
        var mean = TensorPrimitives.Average<double>(Advantages);
        var squares = 0.0;
        foreach (var advantage in Advantages)
        {
            squares += (advantage - mean) * (advantage - mean);
        }

        return (mean, Math.Sqrt(squares / Advantages.Length));
    }

    /// <summary>Empties it.</summary>
    public void Clear() => _count = 0;

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        _count = visitor.Count("count", _count, Actions.Length);
        visitor.Numbers<int>("actions", Actions);
        visitor.Numbers<double>("rewards", _rewards);
        visitor.Numbers<bool>("terminated", _terminated);
        visitor.Numbers<bool>("truncated", _truncated);
        visitor.Numbers<double>("next_values", _nextValues);
    }
}
