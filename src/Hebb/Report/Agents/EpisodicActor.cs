using Hebb.Agents;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Report.Shallow;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>
/// The acting half of the report's policy EP: an energy network with a hard-sigmoid hidden layer and unclamped
/// outputs, read feedforward (section 5.1), whose outputs are the logits of a softmax policy; and what it did
/// since the episode began.
/// </summary>
internal sealed class EpisodicActor<T> : IStateful
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _probabilities;
    private readonly RowStore<T> _logProbabilities = new(1);
    private readonly RowStore<T> _rewards = new(1);
    private readonly RowStore<T> _returns = new(1);
    private readonly Pcg64 _random;

    public EpisodicActor(int inputSize, int hiddenSize, int actionCount, Pcg64 initialization, Pcg64 policy)
    {
        Network = new ShallowParameters<T>(inputSize, hiddenSize, actionCount);
        ShallowInitialization.XavierUniform(Network, initialization);
        Inputs = new RowStore<T>(inputSize);
        Hidden = new RowStore<T>(Network.Stride);
        Outputs = new RowStore<T>(actionCount);
        _probabilities = new T[actionCount];
        _random = policy;
    }

    public ShallowParameters<T> Network { get; }

    /// <summary>The observations of the episode, a row a step.</summary>
    public RowStore<T> Inputs { get; }

    /// <summary>The hidden activities of the episode.</summary>
    public RowStore<T> Hidden { get; }

    /// <summary>The outputs (logits) of the episode.</summary>
    public RowStore<T> Outputs { get; }

    public int Steps => Inputs.Count;

    public ReadOnlySpan<T> Rewards => _rewards.Rows;

    /// <summary>Room for one return or target a step.</summary>
    public Span<T> Returns => _returns.Resize(Steps);

    public int Act(ReadOnlySpan<float> observation)
    {
        var inputs = Inputs.Add(observation);
        var hidden = Hidden.Add();
        var outputs = Outputs.Add();
        ShallowPass.Hidden<T, HardSigmoid>(Network, inputs, hidden);
        ShallowPass.Outputs(Network, hidden, outputs);
        var action = CategoricalPolicy.Sample(outputs, _random, _probabilities);
        _logProbabilities.Add()[0] = CategoricalPolicy.LogProbability<T>(outputs, action);
        return action;
    }

    public void Reward(double reward) => _rewards.Add()[0] = T.CreateTruncating(reward);

    public T LogProbability(int step) => _logProbabilities[step][0];

    public void ForgetEpisode()
    {
        Inputs.Clear();
        Hidden.Clear();
        Outputs.Clear();
        _logProbabilities.Clear();
        _rewards.Clear();
    }

    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("network", Network);
        visitor.Part("random", _random);
        visitor.Part("inputs", Inputs);
        visitor.Part("hidden", Hidden);
        visitor.Part("outputs", Outputs);
        visitor.Part("log_probabilities", _logProbabilities);
        visitor.Part("rewards", _rewards);
    }
}
