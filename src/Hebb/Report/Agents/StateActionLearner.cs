using Hebb.Agents;
using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Report.Shallow;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>
/// A Q-learner of the report: a network that takes state and action and answers Q(s, a), a copy of it for targets, and actions that are
/// the best ones with a fixed probability and drawn otherwise.
/// </summary>
public abstract class StateActionLearner<T> : IAgent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _values;
    private readonly T _discount;

    private protected StateActionLearner(int observationSize, int actionCount, DqnOptions options, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _discount = T.CreateTruncating(options.Discount);
        _values = new T[actionCount];
        Network = new ShallowParameters<T>(observationSize + 1, options.HiddenSize, 1);
        Target = Network.ZerosAlike();
        Gradient = Network.ZerosAlike();
        Acted = new StateAction<T>(observationSize);
        PolicyRandom = RandomStreams.Policy(seed);
    }

    /// <summary>The network that acts and learns.</summary>
    public ShallowParameters<T> Network { get; }

    /// <inheritdoc/>
    public bool IsFinite => Network.IsFinite;

    private protected DqnOptions Options { get; }

    private protected ShallowParameters<T> Target { get; }

    private protected ShallowParameters<T> Gradient { get; }

    /// <summary>The observation that was acted in last.</summary>
    private protected StateAction<T> Acted { get; }

    /// <summary>The action that was chosen last.</summary>
    private protected int Action { get; private set; }

    private protected Pcg64 PolicyRandom { get; }

    /// <inheritdoc/>
    public int Act(ReadOnlySpan<float> observation)
    {
        Acted.Read(observation);
        Action =
            PolicyRandom.NextDouble() < Options.GreedyProbability
                ? GreedyPolicy.Best(Values(Network, Acted))
                : PolicyRandom.NextInteger(_values.Length);
        return Action;
    }

    /// <inheritdoc/>
    public abstract void Observe(ReadOnlySpan<float> nextObservation, in StepResult result);

    /// <inheritdoc/>
    public abstract void VisitState(StateVisitor visitor);

    /// <summary>Q(s, a) of the network or of its copy.</summary>
    private protected abstract T Evaluate(ShallowParameters<T> network, ReadOnlySpan<T> inputs);

    /// <summary>gamma max_a Q'(s', a).</summary>
    private protected T Discounted(StateAction<T> next)
    {
        var values = Values(Target, next);
        return _discount * values[GreedyPolicy.Best(values)];
    }

    private ReadOnlySpan<T> Values(ShallowParameters<T> network, StateAction<T> inputs)
    {
        for (var action = 0; action < _values.Length; action++)
        {
            _values[action] = Evaluate(network, inputs.With(action));
        }

        return _values;
    }
}
