using Hebb.Agents;
using Hebb.Costs;
using Hebb.Environments;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>The constants by which the published DQN EP settles.</summary>
/// <param name="Beta">Nudging strength.</param>
/// <param name="UnitStep">Step of the gradient flow on the units.</param>
/// <param name="MaximumSteps">Steps of a phase at most.</param>
/// <param name="Tolerance">A phase is settled when no unit moves further than this in a step.</param>
public sealed record GradientFlowOptions(
    [property: Range(0, double.MaxValue, MinimumIsExclusive = true)] double Beta = 0.5,
    [property: Range(0, 1.0, MinimumIsExclusive = true)] double UnitStep = 0.5,
    [property: Range(1, 10_000_000)] int MaximumSteps = 200,
    [property: Range(0, double.MaxValue)] double Tolerance = 1e-3
) : ISettings;

/// <summary>
/// DQN EP (section 4.1) as published: deep Q-learning with replay and a target network (Mnih et al. 2013), whose
/// Q(s, a) is the output unit of the energy of eq. (1) at its minimum, and whose gradient is that of two-phase
/// equilibrium propagation, eqs. (1)-(5), on the cost of eq. (2).
/// </summary>
/// <remarks>
/// The units are the report's: clamped to [0, 1], the output too, so that no value of 1 or more can be answered.
/// Phases settle by gradient flow from units at zero. The time limit is bootstrapped.
/// </remarks>
public sealed class DqnEquilibriumPropagationAsPublished<T> : DqnWithReplay<T>, ISettlingAgent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T _negativeRate;
    private readonly ShallowState<T> _state;
    private readonly TwoPhaseEquilibriumPropagation<T> _estimator;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    /// <param name="options">The constants of the Q-learner.</param>
    public DqnEquilibriumPropagationAsPublished(
        int observationSize,
        int actionCount,
        DqnOptions options,
        GradientFlowOptions settling,
        ulong seed
    )
        : base(observationSize, actionCount, options, seed)
    {
        ArgumentNullException.ThrowIfNull(settling);
        ShallowInitialization.XavierUniform(Network, RandomStreams.Initialization(seed));
        _negativeRate = -T.CreateTruncating(options.LearningRate);
        _state = new ShallowState<T>(Network);
        _estimator = new TwoPhaseEquilibriumPropagation<T>(
            Network,
            new ShallowGradientFlow<T>(Network, settling.UnitStep, settling.Tolerance),
            new TwoPhaseOptions(settling.Beta, SquaredError.Half, settling.MaximumSteps, settling.MaximumSteps)
        );
    }

    /// <inheritdoc/>
    public long Phases => _estimator.Phases;

    /// <inheritdoc/>
    public long UnsettledPhases => _estimator.UnsettledPhases;

    private protected override bool HasNoNextValue(in StepResult result) => result.Terminated;

    private protected override T Evaluate(ShallowParameters<T> network, ReadOnlySpan<T> inputs)
    {
        _state.Units.Clear();
        _estimator.SettleFreely(network, _state, inputs);
        return _state.Outputs[0];
    }

    private protected override void AddGradient(
        ReadOnlySpan<T> inputs,
        T target,
        T scale,
        ShallowParameters<T> gradient
    )
    {
        _state.Units.Clear();
        _estimator.AddGradient(Network, _state, inputs, [target], scale, gradient);
    }

    private protected override void Descend(ShallowParameters<T> gradient) =>
        Network.Add(gradient, _negativeRate, _negativeRate);

    /// <inheritdoc/>
    public override void VisitState(StateVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Part("estimator", _estimator);
    }
}
