using Hebb.Agents;
using Hebb.Costs;
using Hebb.Environments;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Report.Shallow;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>
/// The report's actor-critic by backprop (eq. 6). One rectified layer is shared by the policy's logits and the value. Once an
/// episode, one Adam step on sum_t -log pi(a_t | s_t) (G_t - V(s_t)) + smoothL1(V(s_t) - G_t), where the targets G and the
/// advantage are held constant. What the targets are, text and code of the report have differently.
/// </summary>
public abstract class EpisodicActorCritic<T> : IAgent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _actionCount;
    private readonly ShallowParameters<T> _gradient;
    private readonly Adam<T> _optimizer;
    private readonly Pcg64 _random;
    private readonly RowStore<T> _inputs;
    private readonly RowStore<T> _hidden;
    private readonly RowStore<T> _outputs;
    private readonly RowStore<T> _probabilities;
    private readonly RowStore<T> _rewards = new(1);
    private readonly RowStore<T> _targets = new(1);
    private readonly RowStore<int> _actions = new(1);
    private readonly T[] _outputGradient;
    private readonly AlignedBuffer<T> _hiddenGradient;
    private readonly T[] _scratchInputs;
    private readonly AlignedBuffer<T> _scratchHidden;
    private readonly T[] _scratchOutputs;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    /// <param name="options">The constants.</param>
    /// <param name="seed">The seed of the run.</param>
    private protected EpisodicActorCritic(
        int observationSize,
        int actionCount,
        ActorCriticBackpropOptions options,
        ulong seed
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        _actionCount = actionCount;
        Discount = T.CreateTruncating(options.Discount);
        Network = new ShallowParameters<T>(observationSize, options.HiddenSize, actionCount + 1);
        ShallowInitialization.FanIn(Network, RandomStreams.Initialization(seed));
        _gradient = Network.ZerosAlike();
        _optimizer = new Adam<T>(Network.All.Length, options.LearningRate);
        _random = RandomStreams.Policy(seed);
        _inputs = new RowStore<T>(observationSize);
        _hidden = new RowStore<T>(Network.Stride);
        _outputs = new RowStore<T>(actionCount + 1);
        _probabilities = new RowStore<T>(actionCount);
        _outputGradient = new T[actionCount + 1];
        _hiddenGradient = Network.NewHidden();
        _scratchInputs = new T[observationSize];
        _scratchHidden = Network.NewHidden();
        _scratchOutputs = new T[actionCount + 1];
    }

    /// <summary>The network: one output an action (its logit), then the value.</summary>
    public ShallowParameters<T> Network { get; }

    /// <inheritdoc/>
    public bool IsFinite => Network.IsFinite;

    /// <summary>gamma.</summary>
    private protected T Discount { get; }

    /// <summary>The rewards of the episode, one a step.</summary>
    private protected ReadOnlySpan<T> Rewards => _rewards.Rows;

    /// <inheritdoc/>
    public int Act(ReadOnlySpan<float> observation)
    {
        var hidden = _hidden.Add();
        var outputs = _outputs.Add();
        ShallowPass.Hidden<T, RectifiedLinear>(Network, _inputs.Add(observation), hidden);
        ShallowPass.Outputs(Network, hidden, outputs);
        var action = CategoricalPolicy.Sample(outputs[.._actionCount], _random, _probabilities.Add());
        _actions.Add()[0] = action;
        return action;
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<float> nextObservation, in StepResult result)
    {
        _rewards.Add()[0] = T.CreateTruncating(result.Reward);
        if (result.EpisodeEnded)
        {
            Learn(nextObservation, result.Terminated);
        }
    }

    /// <summary>V of the observation of an earlier step of the episode.</summary>
    private protected T Value(int step) => _outputs[step][_actionCount];

    /// <summary>V of an observation that belongs to no step, such as the one that a time limit left behind.</summary>
    private protected T Value(ReadOnlySpan<float> observation)
    {
        TensorPrimitives.ConvertTruncating(observation, _scratchInputs);
        ShallowPass.Hidden<T, RectifiedLinear>(Network, _scratchInputs, _scratchHidden.Span);
        ShallowPass.Outputs(Network, _scratchHidden.Span, _scratchOutputs);
        return _scratchOutputs[_actionCount];
    }

    /// <summary>Computes what V should have been at each step of the episode that has ended.</summary>
    /// <param name="lastObservation">What the last step left behind.</param>
    /// <param name="terminated">Whether the task ended there, and not only its time.</param>
    /// <param name="targets">The targets, one a step.</param>
    private protected abstract void SetTargets(ReadOnlySpan<float> lastObservation, bool terminated, Span<T> targets);

    private void Learn(ReadOnlySpan<float> lastObservation, bool terminated)
    {
        var targets = _targets.Resize(_inputs.Count);
        SetTargets(lastObservation, terminated, targets);
        _gradient.All.Clear();
        var hiddenGradient = _hiddenGradient.Span;
        for (var step = 0; step < targets.Length; step++)
        {
            var advantage = targets[step] - Value(step);
            var probabilities = _probabilities[step];
            for (var action = 0; action < _actionCount; action++)
            {
                var chosen = action == _actions[step][0] ? T.One : T.Zero;
                _outputGradient[action] = (probabilities[action] - chosen) * advantage;
            }

            _outputGradient[_actionCount] = SmoothL1.Gradient(-advantage);
            hiddenGradient.Clear();
            ShallowPass.ToHiddenDrive<T, RectifiedLinear>(Network, _hidden[step], _outputGradient, hiddenGradient);
            ShallowPass.AddOuterProducts(
                _gradient,
                T.One,
                _inputs[step],
                hiddenGradient,
                _outputGradient,
                _hidden[step]
            );
        }

        _optimizer.Step(Network.All, _gradient.All);
        ForgetEpisode();
    }

    private void ForgetEpisode()
    {
        _inputs.Clear();
        _hidden.Clear();
        _outputs.Clear();
        _probabilities.Clear();
        _rewards.Clear();
        _actions.Clear();
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("network", Network);
        visitor.Part("adam", _optimizer);
        visitor.Part("random", _random);
        visitor.Part("inputs", _inputs);
        visitor.Part("hidden", _hidden);
        visitor.Part("outputs", _outputs);
        visitor.Part("probabilities", _probabilities);
        visitor.Part("rewards", _rewards);
        visitor.Part("actions", _actions);
    }
}
