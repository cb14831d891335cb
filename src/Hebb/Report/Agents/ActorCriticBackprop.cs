using Hebb.Agents;
using Hebb.Costs;
using Hebb.Environments;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>The constants of <see cref="ActorCriticBackprop{T}"/>, the report's by default.</summary>
/// <param name="HiddenSize">Units of the shared rectified layer.</param>
/// <param name="LearningRate">Adam's rate.</param>
/// <param name="Discount">gamma.</param>
public sealed record ActorCriticBackpropOptions(
    [property: Range(1, 1 << 16)] int HiddenSize = 128,
    [property: Range(0, double.MaxValue, MinimumIsExclusive = true)] double LearningRate = 0.03,
    [property: Range(0, 1.0)] double Discount = 0.99
) : ISettings;

/// <summary>
/// The report's baseline: REINFORCE with a value baseline by backprop (eq. 6). One rectified layer is shared by the
/// policy's logits and the value. Once an episode, one Adam step on
/// sum_t -log pi(a_t | s_t) (G_t - V(s_t)) + smoothL1(V(s_t) - G_t),
/// where G are discounted returns standardised over the episode and the advantage is held constant.
/// </summary>
/// <remarks>As coded, a time limit counts as an end: the state it leaves behind has no value.</remarks>
public sealed class ActorCriticBackprop<T> : IAgent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _actionCount;
    private readonly T _discount;
    private readonly ShallowParameters<T> _gradient;
    private readonly Adam<T> _optimizer;
    private readonly Pcg64 _random;
    private readonly RowStore<T> _inputs;
    private readonly RowStore<T> _hidden;
    private readonly RowStore<T> _outputs;
    private readonly RowStore<T> _probabilities;
    private readonly RowStore<T> _rewards = new(1);
    private readonly RowStore<T> _returns = new(1);
    private readonly RowStore<int> _actions = new(1);
    private readonly T[] _outputGradient;
    private readonly AlignedBuffer<T> _hiddenGradient;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    public ActorCriticBackprop(int observationSize, int actionCount, ActorCriticBackpropOptions options, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        _actionCount = actionCount;
        _discount = T.CreateTruncating(options.Discount);
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
    }

    /// <summary>The network: one output an action (its logit), then the value.</summary>
    public ShallowParameters<T> Network { get; }

    /// <inheritdoc/>
    public bool IsFinite => Network.IsFinite;

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
            Learn();
        }
    }

    private void Learn()
    {
        var returns = _returns.Resize(_inputs.Count);
        DiscountedReturns.Standardised(_rewards.Rows, _discount, returns);
        _gradient.All.Clear();
        var hiddenGradient = _hiddenGradient.Span;
        for (var step = 0; step < returns.Length; step++)
        {
            var value = _outputs[step][_actionCount];
            var advantage = returns[step] - value;
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
