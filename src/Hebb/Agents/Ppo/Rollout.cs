using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Ppo;

/// <summary>
/// The steps of several environments between two updates, in the order in which they were taken: a row a step of one
/// environment.
/// </summary>
/// <remarks>
/// Below the rows of the steps lie those of the states to bootstrap from: one for each environment, where it stands now, and
/// one for each episode that its time limit ended.
/// </remarks>
internal sealed class Rollout : IStateful
{
    private readonly int _environments;
    private readonly int _observationSize;
    private readonly float[] _observations;
    private readonly int[] _bootstrapRows;
    private int _cutEpisodes;

    /// <summary>An empty rollout.</summary>
    public Rollout(int environments, int steps, int observationSize)
    {
        _environments = environments;
        _observationSize = observationSize;
        Size = environments * steps;
        _observations = new float[((2 * Size) + environments) * observationSize];
        _bootstrapRows = new int[Size];
        Actions = new int[Size];
        LogProbabilities = new float[Size];
        Rewards = new double[Size];
        Terminated = new bool[Size];
        Truncated = new bool[Size];
        Values = new double[Size];
        NextValues = new double[Size];
        Advantages = new double[Size];
    }

    /// <summary>The rows when it is full.</summary>
    public int Size { get; }

    /// <summary>The rows so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it is full.</summary>
    public bool IsFull => Count == Size;

    /// <summary>What was observed: a row a step.</summary>
    public ReadOnlyMatrixSpan<float> Observations => Rows(0, Size);

    /// <summary>What was observed, and below it what is bootstrapped from.</summary>
    public ReadOnlyMatrixSpan<float> AllObservations => Rows(0, Size + _environments + _cutEpisodes);

    /// <summary>The actions.</summary>
    public int[] Actions { get; }

    /// <summary>The logarithm of the probability that each was chosen with.</summary>
    public float[] LogProbabilities { get; }

    /// <summary>The rewards.</summary>
    public double[] Rewards { get; }

    /// <summary>Whether the task ended by each step.</summary>
    public bool[] Terminated { get; }

    /// <summary>Whether the time limit ended the episode.</summary>
    public bool[] Truncated { get; }

    /// <summary>The value of the state of each step.</summary>
    public double[] Values { get; }

    /// <summary>The value of the state that each step led to; nothing of meaning where the task ended.</summary>
    public double[] NextValues { get; }

    /// <summary>The advantage of each step.</summary>
    public double[] Advantages { get; }

    /// <summary>Where the steps that are under way write their actions.</summary>
    public Span<int> NextActions => Actions.AsSpan(Count, _environments);

    /// <summary>Where they write the logarithms of their probabilities.</summary>
    public Span<float> NextLogProbabilities => LogProbabilities.AsSpan(Count, _environments);

    /// <summary>Begins a step of every environment.</summary>
    /// <param name="observations">What is observed: a row an environment.</param>
    public void Begin(ReadOnlyMatrixSpan<float> observations) => CopyRows(observations, Count);

    /// <summary>Ends it.</summary>
    public void End(in ParallelSteps steps)
    {
        steps.Rewards.CopyTo(Rewards.AsSpan(Count));
        steps.Terminated.CopyTo(Terminated.AsSpan(Count));
        steps.Truncated.CopyTo(Truncated.AsSpan(Count));
        for (var environment = 0; environment < _environments; environment++)
        {
            if (steps.Truncated[environment] && !steps.Terminated[environment])
            {
                var row = Size + _environments + _cutEpisodes;
                steps.FinalObservations[environment].CopyTo(Row(row));
                _bootstrapRows[_cutEpisodes] = Count + environment;
                _cutEpisodes++;
            }
        }

        Count += _environments;
        if (IsFull)
        {
            CopyRows(steps.Observations, Size);
        }
    }

    /// <summary>Takes the values of <see cref="AllObservations"/>.</summary>
    public void SetValues(ReadOnlySpan<double> values)
    {
        values[..Size].CopyTo(Values);
        values.Slice(_environments, Size).CopyTo(NextValues);
        for (var episode = 0; episode < _cutEpisodes; episode++)
        {
            NextValues[_bootstrapRows[episode]] = values[Size + _environments + episode];
        }
    }

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        Count = 0;
        _cutEpisodes = 0;
    }

    private void CopyRows(ReadOnlyMatrixSpan<float> observations, int first)
    {
        for (var environment = 0; environment < _environments; environment++)
        {
            observations[environment].CopyTo(Row(first + environment));
        }
    }

    private Span<float> Row(int row) => _observations.AsSpan(row * _observationSize, _observationSize);

    private ReadOnlyMatrixSpan<float> Rows(int first, int count) =>
        new(_observations.AsSpan(first * _observationSize, count * _observationSize), _observationSize);

    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        Count = visitor.Count("count", Count, Size);
        _cutEpisodes = visitor.Count("cut_episodes", _cutEpisodes, Size);
        visitor.Numbers<float>("observations", _observations);
        visitor.Numbers<int>("bootstrap_rows", _bootstrapRows);
        visitor.Numbers<int>("actions", Actions);
        visitor.Numbers<float>("log_probabilities", LogProbabilities);
        visitor.Numbers<double>("rewards", Rewards);
        visitor.Numbers<bool>("terminated", Terminated);
        visitor.Numbers<bool>("truncated", Truncated);
    }
}
