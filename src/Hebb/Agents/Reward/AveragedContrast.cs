using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>
/// The report's contrast: correlations c less their running average c_hat (eq. 10), in a trace that the parameters follow;
/// c_hat += rate (c - c_hat), e = decay e + c - c_hat, theta += amount e.
/// </summary>
/// <remarks>
/// The average is over all states that were met and says nothing of the one at hand. Until it has seen 1 / rate of them it is a plain
/// mean.
/// </remarks>
/// <param name="rate">1 - gamma of eq. (10); above 0, at most 1.</param>
internal sealed class AveragedContrast(NetworkParameters<float> parameters, double rate) : IStateful
{
    private readonly NetworkParameters<float> _average = new(parameters.Topology);
    private readonly NetworkParameters<float> _trace = new(parameters.Topology);
    private long _steps;

    /// <summary>The correlations c of the step: to be written before <see cref="Step"/>.</summary>
    public NetworkParameters<float> Correlations { get; } = new(parameters.Topology);

    /// <summary>Takes the correlations in and follows the trace.</summary>
    /// <param name="decay">What is left of the trace; 0 begins it anew.</param>
    public void Step(float decay, float amount)
    {
        _steps++;
        ReadOnlySpan<float> correlations = Correlations.All;
        Span<float> average = _average.Edit();
        TensorPrimitives.Lerp(average, correlations, (float)Math.Max(rate, 1.0 / _steps), average);
        Span<float> trace = _trace.Edit();
        for (var index = 0; index < trace.Length; index++)
        {
            trace[index] = Negligible.ToZero(decay * trace[index]) + correlations[index] - average[index];
        }

        Span<float> followed = parameters.Edit();
        TensorPrimitives.MultiplyAdd(trace, amount, followed, followed);
    }

    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("average", _average);
        visitor.Part("trace", _trace);
        visitor.Number("steps", ref _steps);
    }
}
