using Hebb.Agents;
using Hebb.Costs;
using Hebb.Environments;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>The constants by which the code's DQN EP settles, the report's by default.</summary>
/// <param name="Beta">Nudging strength.</param>
/// <param name="UnitRate">Adam's rate on the units.</param>
/// <param name="FreeSteps">Steps of a free phase.</param>
/// <param name="NudgedSteps">Steps of a nudged phase.</param>
public sealed record UnitAdamOptions(
    [property: Range(0, double.MaxValue, MinimumIsExclusive = true)] double Beta = 0.5,
    [property: Range(0, double.MaxValue, MinimumIsExclusive = true)] double UnitRate = 0.1,
    [property: Range(1, 10_000_000)] int FreeSteps = 1,
    [property: Range(1, 10_000_000)] int NudgedSteps = 1
) : ISettings;

/// <summary>
/// DQN EP (section 4.1) as the report's code has it, with only the three defects corrected that kept it from running:
/// copied units may settle again, the energy sees its input, and the values of the two actions are two numbers.
/// After every step W_ij += rate (rho(u_i) rho(u_j) nudged - free), without dividing by beta, towards
/// r + gamma max_a Q'(s', a) on the transition just seen.
/// </summary>
/// <remarks>
/// Left as coded: one Adam step on the units a phase, from wherever the last input left them and with moments that
/// are never reset; the cost without its 1/2; no replay; a time limit counts as an end; units whose rho is clamped
/// to [0, 1], while the values asked of them are 1 and more. With the parameters the target network takes over the
/// units as they stand; its moments are its own.
/// </remarks>
public sealed class DqnEquilibriumPropagationMended<T> : StateActionLearner<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T _negativeRate;
    private readonly ShallowState<T> _state;
    private readonly ShallowState<T> _targetState;
    private readonly TwoPhaseEquilibriumPropagation<T> _estimator;
    private readonly TwoPhaseEquilibriumPropagation<T> _targetEstimator;
    private readonly StateAction<T> _next;
    private long _learned;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    /// <param name="options">The constants of the Q-learner; memory and batch have no part here.</param>
    public DqnEquilibriumPropagationMended(
        int observationSize,
        int actionCount,
        DqnOptions options,
        UnitAdamOptions settling,
        ulong seed
    )
        : base(observationSize, actionCount, options, seed)
    {
        ArgumentNullException.ThrowIfNull(settling);
        _negativeRate = -T.CreateTruncating(options.LearningRate);
        ShallowInitialization.XavierUniform(Network, RandomStreams.Initialization(seed));
        _state = new ShallowState<T>(Network);
        _targetState = new ShallowState<T>(Network);
        var phases = new TwoPhaseOptions(
            settling.Beta,
            SquaredError.Whole,
            settling.FreeSteps,
            settling.NudgedSteps,
            DivideByBeta: false
        );
        _estimator = new TwoPhaseEquilibriumPropagation<T>(
            Network,
            new AdamOnUnits<T>(Network, settling.UnitRate),
            phases
        );
        _targetEstimator = new TwoPhaseEquilibriumPropagation<T>(
            Network,
            new AdamOnUnits<T>(Network, settling.UnitRate),
            phases
        );
        _next = new StateAction<T>(observationSize);
    }

    /// <inheritdoc/>
    public override void Observe(ReadOnlySpan<float> nextObservation, in StepResult result)
    {
        if (_learned++ % Options.TargetPeriod == 0)
        {
            Target.CopyFrom(Network);
            _targetState.CopyUnitsFrom(_state);
        }

        // The code settles the target network also where the episode ends, which moves its units and moments.
        _next.Read(nextObservation);
        var following = Discounted(_next);
        Span<T> target = [T.CreateTruncating(result.Reward)];
        if (!result.EpisodeEnded)
        {
            target[0] += following;
        }

        Gradient.All.Clear();
        _estimator.AddGradient(Network, _state, Acted.With(Action), target, T.One, Gradient);
        Network.Add(Gradient, _negativeRate, _negativeRate);
    }

    private protected override T Evaluate(ShallowParameters<T> network, ReadOnlySpan<T> inputs)
    {
        var isTarget = network == Target;
        ShallowState<T> state = isTarget ? _targetState : _state;
        (isTarget ? _targetEstimator : _estimator).SettleFreely(network, state, inputs);
        return state.Outputs[0];
    }

    /// <inheritdoc/>
    public override void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("network", Network);
        visitor.Part("target", Target);
        visitor.Part("units", _state);
        visitor.Part("target_units", _targetState);
        visitor.Part("estimator", _estimator);
        visitor.Part("target_estimator", _targetEstimator);
        visitor.Part("random", PolicyRandom);
        visitor.Number("learned", ref _learned);
    }
}
