using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Optimizers;

/// <summary>
/// Gradient descent, with momentum where it is asked for: v = momentum v + gradient, parameters -= rate v (Polyak 1964, as
/// PyTorch writes it: the rate is no part of v).
/// </summary>
public sealed class StochasticGradientDescent<T> : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // So often that a velocity just above what is negligible does not reach the denormal numbers in between.
    private const int StepsBetweenClearings = 64;

    private readonly int _length;
    private readonly T _momentum;
    private readonly AlignedBuffer<T>? _velocity;
    private int _steps;

    /// <summary>An optimizer at its first step.</summary>
    /// <param name="length">How many numbers it optimizes; at least 0.</param>
    /// <param name="learningRate">Step size; positive and finite.</param>
    /// <param name="momentum">Which part of the velocity is kept from step to step, in [0, 1); 0 for none.</param>
    public StochasticGradientDescent(int length, double learningRate, double momentum = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        OptimizerRules.RequireRate(learningRate);
        if (momentum is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(momentum), momentum, "a number from 0 to below 1 is needed");
        }

        _length = length;
        LearningRate = learningRate;
        _momentum = T.CreateTruncating(momentum);
        _velocity = momentum == 0 ? null : new AlignedBuffer<T>(length);
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

    private T Descent => T.CreateTruncating(-LearningRate);

    /// <inheritdoc/>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        OptimizerRules.RequireLength(_length, parameters.Length, gradient.Length);
        if (_velocity is null)
        {
            TensorPrimitives.MultiplyAdd(gradient, Descent, parameters, parameters);
            return;
        }

        var velocity = _velocity.Span;
        TensorPrimitives.MultiplyAdd(velocity, _momentum, gradient, velocity);
        if (++_steps % StepsBetweenClearings == 0)
        {
            foreach (ref var one in velocity)
            {
                one = Negligible.ToZero(one);
            }
        }

        TensorPrimitives.MultiplyAdd(velocity, Descent, parameters, parameters);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var rate = LearningRate;
        visitor.Number("learning_rate", ref rate);
        LearningRate = rate;
        visitor.Number("steps", ref _steps);
        if (_velocity is not null)
        {
            visitor.Numbers("velocity", _velocity.Span);
        }
    }
}
