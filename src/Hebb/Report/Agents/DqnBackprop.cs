using Hebb.Agents;
using Hebb.Environments;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Report.Shallow;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>
/// DQN by backprop as the report's author scripted it: a rectified 5-64-1 network of state and action, one Adam
/// step an environment step on the mean squared error of a replayed batch.
/// </summary>
/// <remarks>As coded, a time limit counts as an end.</remarks>
public sealed class DqnBackprop<T> : DqnWithReplay<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const double WeightDeviation = 0.01;

    private readonly Adam<T> _optimizer;
    private readonly AlignedBuffer<T> _hidden;
    private readonly AlignedBuffer<T> _hiddenGradient;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    public DqnBackprop(int observationSize, int actionCount, DqnOptions options, ulong seed)
        : base(observationSize, actionCount, options, seed)
    {
        ShallowInitialization.Normal(Network, WeightDeviation, RandomStreams.Initialization(seed));
        _optimizer = new Adam<T>(Network.All.Length, options.LearningRate);
        _hidden = Network.NewHidden();
        _hiddenGradient = Network.NewHidden();
    }

    private protected override bool HasNoNextValue(in StepResult result) => result.EpisodeEnded;

    private protected override T Evaluate(ShallowParameters<T> network, ReadOnlySpan<T> inputs)
    {
        Span<T> value = stackalloc T[1];
        ShallowPass.Hidden<T, RectifiedLinear>(network, inputs, _hidden.Span);
        ShallowPass.Outputs(network, _hidden.Span, value);
        return value[0];
    }

    private protected override void AddGradient(
        ReadOnlySpan<T> inputs,
        T target,
        T scale,
        ShallowParameters<T> gradient
    )
    {
        Span<T> slope = [(T.One + T.One) * (Evaluate(Network, inputs) - target)];
        var hiddenGradient = _hiddenGradient.Span;
        hiddenGradient.Clear();
        ShallowPass.ToHiddenDrive<T, RectifiedLinear>(Network, _hidden.Span, slope, hiddenGradient);
        ShallowPass.AddOuterProducts(gradient, scale, inputs, hiddenGradient, slope, _hidden.Span);
    }

    private protected override void Descend(ShallowParameters<T> gradient) =>
        _optimizer.Step(Network.All, gradient.All);

    /// <inheritdoc/>
    public override void VisitState(StateVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Part("adam", _optimizer);
    }
}
