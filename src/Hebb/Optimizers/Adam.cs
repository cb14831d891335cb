using System.Runtime.InteropServices;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Optimizers;

/// <summary>
/// Adam (Kingma and Ba 2015, algorithm 1), with PyTorch's placing of epsilon: the step is
/// rate / (1 - beta1^t) * m / (sqrt(v / (1 - beta2^t)) + epsilon).
/// </summary>
/// <remarks>A gradient is descended. Where gradient and moments are zero, as in padding, nothing moves.</remarks>
/// <typeparam name="T">The number type; float32 runs vectorised, others on the reference.</typeparam>
public sealed class Adam<T> : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly AlignedBuffer<T> _first;
    private readonly AlignedBuffer<T> _second;
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _epsilon;
    private double _beta1Power = 1;
    private double _beta2Power = 1;

    /// <summary>An optimizer at its first step, moments zero.</summary>
    /// <param name="length">How many numbers it optimizes.</param>
    /// <param name="learningRate">Step size; positive.</param>
    /// <param name="beta1">Decay of the first moment, in [0, 1).</param>
    /// <param name="beta2">Decay of the second moment, in [0, 1).</param>
    /// <param name="epsilon">Added to the root of the second moment; positive.</param>
    public Adam(int length, double learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    {
        OptimizerRules.RequireRate(learningRate);
        ArgumentOutOfRangeException.ThrowIfNegative(beta1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(beta1, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(beta2);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(beta2, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        _first = new AlignedBuffer<T>(length);
        _second = new AlignedBuffer<T>(length);
        LearningRate = learningRate;
        _beta1 = beta1;
        _beta2 = beta2;
        _epsilon = epsilon;
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get;
        set
        {
            OptimizerRules.RequireRate(value);
            field = value;
        }
    }

    /// <inheritdoc/>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        OptimizerRules.RequireLength(_first.Length, parameters.Length, gradient.Length);
        _beta1Power *= _beta1;
        _beta2Power *= _beta2;
        var step = new AdamStep<T>(
            Rate: T.CreateTruncating(LearningRate / (1 - _beta1Power)),
            Beta1: T.CreateTruncating(_beta1),
            Beta2: T.CreateTruncating(_beta2),
            RootCorrection: T.CreateTruncating(1 / Math.Sqrt(1 - _beta2Power)),
            Epsilon: T.CreateTruncating(_epsilon)
        );
        if (typeof(T) == typeof(float))
        {
            AdamKernels.Vectorised(
                Unsafe.BitCast<AdamStep<T>, AdamStep<float>>(step),
                MemoryMarshal.Cast<T, float>(parameters),
                MemoryMarshal.Cast<T, float>(gradient),
                MemoryMarshal.Cast<T, float>(_first.Span),
                MemoryMarshal.Cast<T, float>(_second.Span)
            );
        }
        else
        {
            AdamKernels.Reference(step, parameters, gradient, _first.Span, _second.Span);
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var rate = LearningRate;
        visitor.Number("learning_rate", ref rate);
        LearningRate = rate;
        visitor.Number("beta1_power", ref _beta1Power);
        visitor.Number("beta2_power", ref _beta2Power);
        visitor.Numbers("first_moment", _first.Span);
        visitor.Numbers("second_moment", _second.Span);
    }
}
