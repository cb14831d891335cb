using Hebb.Agents;
using Hebb.Environments;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>The constants of <see cref="RewardEquilibriumPropagation{T}"/>, the report's by default.</summary>
/// <param name="Biases">The published rule for the biases, or the code's.</param>
/// <param name="HiddenSize">Hidden units.</param>
/// <param name="LearningRate">alpha.</param>
/// <param name="Decay">eta and gamma, one constant in the report's code.</param>
public sealed record RewardOptions(
    BiasRule Biases,
    [property: Range(1, 1 << 16)] int HiddenSize = 1024,
    [property: Range(0, double.MaxValue, MinimumIsExclusive = true)] double LearningRate = 0.001,
    [property: Range(0, 1.0, MaximumIsExclusive = true)] double Decay = 0.99
) : ISettings;

/// <summary>
/// Reward EP (section 4.3): a softmax policy over the outputs of an energy network read feedforward, learning at
/// every step by <see cref="RewardPlasticity{T}"/> from the reward alone.
/// </summary>
public sealed class RewardEquilibriumPropagation<T> : IAgent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly RewardPlasticity<T> _plasticity;
    private readonly Pcg64 _random;
    private readonly T[] _inputs;
    private readonly AlignedBuffer<T> _hidden;
    private readonly T[] _outputs;
    private readonly T[] _probabilities;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    public RewardEquilibriumPropagation(int observationSize, int actionCount, RewardOptions options, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        Network = new ShallowParameters<T>(observationSize, options.HiddenSize, actionCount);
        ShallowInitialization.XavierUniform(Network, RandomStreams.Initialization(seed));
        _plasticity = new RewardPlasticity<T>(
            Network,
            new RewardPlasticityOptions(options.LearningRate, options.Decay, options.Decay, options.Biases)
        );
        _random = RandomStreams.Policy(seed);
        _inputs = new T[observationSize];
        _hidden = Network.NewHidden();
        _outputs = new T[actionCount];
        _probabilities = new T[actionCount];
    }

    /// <summary>The network.</summary>
    public ShallowParameters<T> Network { get; }

    /// <inheritdoc/>
    public bool IsFinite => Network.IsFinite;

    /// <inheritdoc/>
    public int Act(ReadOnlySpan<float> observation)
    {
        TensorPrimitives.ConvertTruncating(observation, _inputs);
        ShallowPass.Hidden<T, HardSigmoid>(Network, _inputs, _hidden.Span);
        ShallowPass.Outputs(Network, _hidden.Span, _outputs);
        return CategoricalPolicy.Sample<T>(_outputs, _random, _probabilities);
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<float> nextObservation, in StepResult result)
    {
        _plasticity.Step(Network, _inputs, _hidden.Span, _outputs, T.CreateTruncating(result.Reward));
        if (result.EpisodeEnded)
        {
            _plasticity.ResetTrace();
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("network", Network);
        visitor.Part("plasticity", _plasticity);
        visitor.Part("random", _random);
    }
}
