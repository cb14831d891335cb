using Hebb.Costs;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Report.Shallow;
using Hebb.Snapshots;

namespace Hebb.Report.Rules;

/// <summary>
/// Two-phase, one-sided equilibrium propagation (Scellier and Bengio 2017; report, eqs. 1-5): settle freely, read
/// the correlations, settle on with the outputs nudged, read them again.
/// </summary>
/// <remarks>
/// The estimate is a gradient, to be descended: dC/dtheta is about
/// -(1 / beta) (correlation at beta - correlation at 0), minus eq. (5). Its bias is of first order in beta.
/// </remarks>
internal sealed class TwoPhaseEquilibriumPropagation<T> : IStateful
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly IShallowRelaxation<T> _relaxation;
    private readonly TwoPhaseOptions _options;
    private readonly AlignedBuffer<T> _activeHidden;
    private readonly T[] _activeOutputs;
    private long _phases;
    private long _unsettledPhases;

    /// <summary>An estimator for networks of one shape.</summary>
    /// <param name="parameters">A network of that shape.</param>
    /// <param name="relaxation">How the phases settle.</param>
    /// <param name="options">Strength, cost and length of the phases.</param>
    public TwoPhaseEquilibriumPropagation(
        ShallowParameters<T> parameters,
        IShallowRelaxation<T> relaxation,
        TwoPhaseOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfZero(options.Beta, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.FreeSteps, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.NudgedSteps, nameof(options));
        _relaxation = relaxation;
        _options = options;
        _activeHidden = parameters.NewHidden();
        _activeOutputs = new T[parameters.OutputSize];
    }

    /// <summary>How many phases were settled so far.</summary>
    public long Phases => _phases;

    /// <summary>How many of them used up their steps while units were still moving.</summary>
    public long UnsettledPhases => _unsettledPhases;

    /// <summary>Settles without a target: the network's answer is <c>state.Outputs</c>.</summary>
    /// <param name="state">Where to start; its input is clamped here.</param>
    /// <param name="inputs">x.</param>
    public void SettleFreely(ShallowParameters<T> parameters, ShallowState<T> state, ReadOnlySpan<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Clamp(parameters, inputs);
        Count(_relaxation.Settle(parameters, state, _options.FreeSteps, T.Zero, _options.Cost, default));
    }

    /// <summary>Runs both phases from the state and adds scale times the estimated gradient.</summary>
    /// <param name="state">Where the free phase starts; ends where the nudged phase ended.</param>
    /// <param name="inputs">x.</param>
    /// <param name="target">y'.</param>
    /// <param name="scale">The factor, such as one over the batch.</param>
    /// <param name="gradient">What is added to.</param>
    public void AddGradient(
        ShallowParameters<T> parameters,
        ShallowState<T> state,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<T> target,
        T scale,
        ShallowParameters<T> gradient
    )
    {
        ArgumentNullException.ThrowIfNull(state);
        var beta = T.CreateTruncating(_options.Beta);
        var factor = _options.DivideByBeta ? scale / beta : scale;
        SettleFreely(parameters, state, inputs);
        AddCorrelations(state, factor, gradient);
        Count(_relaxation.Settle(parameters, state, _options.NudgedSteps, beta, _options.Cost, target));
        AddCorrelations(state, -factor, gradient);
    }

    private void Count(bool settled)
    {
        _phases++;
        _unsettledPhases += settled ? 0 : 1;
    }

    private void AddCorrelations(ShallowState<T> state, T factor, ShallowParameters<T> gradient)
    {
        TensorPrimitives.Max(state.Hidden, T.Zero, _activeHidden.Span);
        TensorPrimitives.Min(_activeHidden.Span, T.One, _activeHidden.Span);
        for (var output = 0; output < _activeOutputs.Length; output++)
        {
            _activeOutputs[output] = HardSigmoid.Apply(state.Outputs[output]);
        }

        ShallowPass.AddOuterProducts(
            gradient,
            factor,
            state.ActiveInputs,
            _activeHidden.Span,
            _activeOutputs,
            _activeHidden.Span
        );
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("relaxation", _relaxation);
        visitor.Number("phases", ref _phases);
        visitor.Number("unsettled_phases", ref _unsettledPhases);
    }
}

/// <summary>The constants of <see cref="TwoPhaseEquilibriumPropagation{T}"/>.</summary>
/// <param name="Beta">The nudging strength of the second phase; not 0.</param>
/// <param name="Cost">What the outputs are nudged by.</param>
/// <param name="FreeSteps">Steps of the free phase; at least 0.</param>
/// <param name="NudgedSteps">Steps of the nudged phase; at least 1.</param>
/// <param name="DivideByBeta">
/// Whether the difference of correlations is divided by beta, eq. (5); the report's code does not divide.
/// </param>
internal readonly record struct TwoPhaseOptions(
    double Beta,
    SquaredError Cost,
    int FreeSteps,
    int NudgedSteps,
    bool DivideByBeta = true
);
