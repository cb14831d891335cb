using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Networks.Recurrent;

/// <summary>
/// How the hidden units of a <see cref="LeakyCell{T}"/> depend on its parameters, kept up to date on the way forward: the gradient of a
/// loss of the hidden units is known at every step, and nothing of the past has to be kept. For one sequence.
/// </summary>
/// <typeparam name="T">float32 or float64.</typeparam>
public abstract class OnlineSensitivity<T> : IStateful
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // So often that a number just above what is negligible does not reach the denormal numbers in between.
    private const int StepsBetweenClearings = 64;

    private int _steps;

    private protected OnlineSensitivity(LeakyCell<T> cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Cell = cell;
        Gains = new AlignedMatrix<T>(1, cell.HiddenSize);
    }

    /// <summary>The cell.</summary>
    protected LeakyCell<T> Cell { get; }

    /// <summary>(1 / tau) tanh' of the step, one number a unit.</summary>
    private protected AlignedMatrix<T> Gains { get; }

    /// <summary>All numbers that it remembers.</summary>
    private protected abstract Span<T> Memory { get; }

    /// <summary>Forgets all: the state is one that depends on no parameter, such as that at the beginning of an episode.</summary>
    public void Clear()
    {
        Memory.Clear();
        _steps = 0;
    }

    /// <summary>Follows a step.</summary>
    /// <param name="parameters">The cell's parameters.</param>
    /// <param name="step">The step as the cell's way forward left it: of one sequence.</param>
    public void Follow(ReadOnlySpan<T> parameters, in RecurrentStep<T> step)
    {
        var gains = Gains[0];
        gains.Fill(Cell.Rate);
        GateFunctions.ThroughTanh(gains, step.Saved[0], gains);
        Advance(parameters, step.Inputs[0], step.Before[0]);
        if (++_steps % StepsBetweenClearings == 0)
        {
            foreach (ref var number in Memory)
            {
                number = Negligible.ToZero(number);
            }
        }
    }

    /// <summary>Adds dL / dParameters to a gradient, or what stands for it.</summary>
    /// <param name="slopes">dL / dh of the hidden units as they are now.</param>
    /// <param name="gradient">Laid out like the parameters.</param>
    public abstract void AddGradient(ReadOnlySpan<T> slopes, Span<T> gradient);

    private protected abstract void Advance(ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<T> hidden);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("steps", ref _steps);
        visitor.Numbers("memory", Memory);
    }
}
