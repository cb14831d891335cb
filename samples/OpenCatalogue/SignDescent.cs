using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Snapshots;

namespace OpenCatalogue;

/// <summary>
/// Sign descent (Bernstein et al. 2018): m = momentum m + (1 - momentum) gradient, parameters -= rate sign(m). Where a gradient was
/// always zero, nothing moves.
/// </summary>
/// <param name="length">How many numbers it optimizes.</param>
/// <param name="learningRate">The step size.</param>
/// <param name="momentum">Which part of the mean is kept from step to step.</param>
public sealed class SignDescent(int length, double learningRate, double momentum) : IOptimizer<float>
{
    private readonly AlignedBuffer<float> _mean = new(length);
    private readonly float _momentum = (float)momentum;
    private double _learningRate = learningRate;

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = value;
    }

    /// <inheritdoc/>
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradient)
    {
        var mean = _mean.Span;
        if (parameters.Length != mean.Length || gradient.Length != mean.Length)
        {
            throw new ArgumentException($"{mean.Length} numbers are needed", nameof(gradient));
        }

        var rate = (float)_learningRate;
        for (var place = 0; place < mean.Length; place++)
        {
            mean[place] = (_momentum * mean[place]) + ((1 - _momentum) * gradient[place]);

            // Not Math.Sign, which refuses what is no number: a run that has diverged is to be seen as such.
            parameters[place] -=
                mean[place] > 0 ? rate
                : mean[place] < 0 ? -rate
                : mean[place];
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("learning_rate", ref _learningRate);
        visitor.Numbers("mean", _mean.Span);
    }
}
