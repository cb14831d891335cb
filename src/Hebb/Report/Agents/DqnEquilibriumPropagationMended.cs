using System.ComponentModel.DataAnnotations;
using System.Numerics;
using Hebb.Agents;
using Hebb.Costs;
using Hebb.Environments;
using Hebb.Numerics;
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
/// DQN EP (section 4.1) as the report's code has it, with only the three defects mended that kept it from running:
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
/// <typeparam name="T">The number type.</typeparam>
public sealed class DqnEquilibriumPropagationMended<T> : IAgent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly DqnOptions _options;
    private readonly T _discount;
    private readonly T _negativeRate;
    private readonly ShallowParameters<T> _target;
    private readonly ShallowParameters<T> _gradient;
    private readonly ShallowState<T> _state;
    private readonly ShallowState<T> _targetState;
    private readonly TwoPhaseEquilibriumPropagation<T> _estimator;
    private readonly TwoPhaseEquilibriumPropagation<T> _targetEstimator;
    private readonly StateAction<T> _acted;
    private readonly StateAction<T> _next;
    private readonly T[] _values;
    private readonly Pcg64 _random;
    private int _action;
    private long _learned;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    /// <param name="options">The constants of the Q-learner; memory and batch have no part here.</param>
    /// <param name="settling">The constants of the settling.</param>
    /// <param name="seed">The seed of the run.</param>
    public DqnEquilibriumPropagationMended(
        int observationSize,
        int actionCount,
        DqnOptions options,
        UnitAdamOptions settling,
        ulong seed
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(settling);
        _options = options;
        _discount = T.CreateTruncating(options.Discount);
        _negativeRate = -T.CreateTruncating(options.LearningRate);
        Network = new ShallowParameters<T>(observationSize + 1, options.HiddenSize, 1);
        ShallowInitialization.XavierUniform(Network, RandomStreams.Initialization(seed));
        _target = Network.ZerosAlike();
        _gradient = Network.ZerosAlike();
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
        _acted = new StateAction<T>(observationSize);
        _next = new StateAction<T>(observationSize);
        _values = new T[actionCount];
        _random = RandomStreams.Policy(seed);
    }

    /// <summary>The network that acts and learns.</summary>
    public ShallowParameters<T> Network { get; }

    /// <inheritdoc/>
    public bool IsFinite => Network.IsFinite;

    /// <inheritdoc/>
    public int Act(ReadOnlySpan<float> observation)
    {
        _acted.Read(observation);
        _action =
            _random.NextDouble() < _options.GreedyProbability
                ? GreedyPolicy.Best(Values(_estimator, Network, _state, _acted))
                : _random.NextInteger(_values.Length);
        return _action;
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<float> nextObservation, in StepResult result)
    {
        if (_learned++ % _options.TargetPeriod == 0)
        {
            _target.CopyFrom(Network);
            _targetState.CopyUnitsFrom(_state);
        }

        // The code settles the target network also where the episode ends, which moves its units and moments.
        _next.Read(nextObservation);
        var values = Values(_targetEstimator, _target, _targetState, _next);
        Span<T> target = [T.CreateTruncating(result.Reward)];
        if (!result.EpisodeEnded)
        {
            target[0] += _discount * values[GreedyPolicy.Best(values)];
        }

        _gradient.All.Clear();
        _estimator.AddGradient(Network, _state, _acted.With(_action), target, T.One, _gradient);
        Network.Add(_gradient, _negativeRate, _negativeRate);
    }

    private ReadOnlySpan<T> Values(
        TwoPhaseEquilibriumPropagation<T> estimator,
        ShallowParameters<T> network,
        ShallowState<T> state,
        StateAction<T> inputs
    )
    {
        for (var action = 0; action < _values.Length; action++)
        {
            estimator.SettleFreely(network, state, inputs.With(action));
            _values[action] = state.Outputs[0];
        }

        return _values;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("network", Network);
        visitor.Part("target", _target);
        visitor.Part("units", _state);
        visitor.Part("target_units", _targetState);
        visitor.Part("estimator", _estimator);
        visitor.Part("target_estimator", _targetEstimator);
        visitor.Part("random", _random);
        visitor.Number("learned", ref _learned);
    }
}
