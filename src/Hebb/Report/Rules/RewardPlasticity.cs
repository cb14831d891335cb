using Hebb.Report.Shallow;
using Hebb.Snapshots;

namespace Hebb.Report.Rules;

/// <summary>
/// The report's reward rule, eqs. (8)-(13): one update a step from correlations and the reward alone, with no
/// critic and no second phase.
/// </summary>
/// <remarks>
/// With c_t the correlations of step t (eqs. 12, 13), the trace is e_t = eta e_{t-1} + c_t (9), the averages are
/// a_t = gamma a_{t-1} + (1 - gamma) c_t (10) and s_t = gamma s_{t-1} + (1 - gamma) r_t (11), and the update is
/// delta theta = alpha (r_t e_t - s_t a_t) (8). <see cref="BiasRule"/> says what the biases do instead in the
/// report's code. The trace begins anew with every episode, the averages run on.
/// The stationary trace is 1 / (1 - eta) times the average, so the two terms of eq. (8) do not cancel for a constant
/// reward: the weights grow without bound. This is the report's rule as it stands, not a repair of it.
/// </remarks>
/// <typeparam name="T">The number type; float32 runs vectorised.</typeparam>
internal sealed class RewardPlasticity<T> : IStateful
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly RewardPlasticityOptions _options;
    private readonly ShallowParameters<T> _trace;
    private readonly ShallowParameters<T> _average;
    private readonly HebbianCorrelation<T> _correlation;
    private T _averageReward = T.Zero;
    private T _traceLength = T.Zero;

    /// <summary>The rule before its first step.</summary>
    /// <param name="shape">Parameters whose shape the traces take.</param>
    /// <param name="options">Rates and bias rule.</param>
    public RewardPlasticity(ShallowParameters<T> shape, RewardPlasticityOptions options)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _options = options;
        _trace = shape.ZerosAlike();
        _average = shape.ZerosAlike();
        _correlation = new HebbianCorrelation<T>(shape.InputSize, shape.OutputSize);
    }

    /// <summary>Forgets the trace; to be called at the end of an episode.</summary>
    public void ResetTrace()
    {
        _trace.All.Clear();
        _traceLength = T.Zero;
    }

    /// <summary>One step of eqs. (8)-(11) on the parameters.</summary>
    /// <param name="parameters">The network, changed in place.</param>
    /// <param name="inputs">x of the step.</param>
    /// <param name="hidden">rho(h) of the step, length <c>Stride</c>.</param>
    /// <param name="outputs">y of the step.</param>
    /// <param name="reward">r of the step.</param>
    public void Step(
        ShallowParameters<T> parameters,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<T> hidden,
        ReadOnlySpan<T> outputs,
        T reward
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var traceDecay = T.CreateTruncating(_options.TraceDecay);
        var averageDecay = T.CreateTruncating(_options.AverageDecay);
        var rate = T.CreateTruncating(_options.LearningRate);
        _correlation.Read(inputs, outputs);
        _averageReward = (averageDecay * _averageReward) + ((T.One - averageDecay) * reward);
        _traceLength = (traceDecay * _traceLength) + T.One;

        var weights = new RewardTraceStep<T>(traceDecay, averageDecay, rate * reward, rate * _averageReward);
        var biases = _options.Biases switch
        {
            BiasRule.Negated => weights with
            {
                TraceGain = -weights.TraceGain,
                AverageGain = -weights.AverageGain * _traceLength,
            },
            _ => weights,
        };

        for (var input = 0; input < parameters.InputSize; input++)
        {
            RewardTraceKernels.Row(
                weights,
                _correlation.Inputs[input],
                hidden,
                parameters.InputWeights(input),
                _trace.InputWeights(input),
                _average.InputWeights(input)
            );
        }

        RewardTraceKernels.Row(
            biases,
            T.One,
            hidden,
            parameters.HiddenBiases,
            _trace.HiddenBiases,
            _average.HiddenBiases
        );
        for (var output = 0; output < parameters.OutputSize; output++)
        {
            RewardTraceKernels.Row(
                weights,
                _correlation.Outputs[output],
                hidden,
                parameters.OutputWeights(output),
                _trace.OutputWeights(output),
                _average.OutputWeights(output)
            );
        }

        RewardTraceKernels.Row(
            biases,
            T.One,
            _correlation.Outputs,
            parameters.OutputBiases,
            _trace.OutputBiases,
            _average.OutputBiases
        );
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("trace", _trace);
        visitor.Part("average", _average);
        visitor.Number("average_reward", ref _averageReward);
        visitor.Number("trace_length", ref _traceLength);
    }
}
