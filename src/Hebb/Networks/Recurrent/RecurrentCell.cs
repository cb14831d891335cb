using Hebb.Numerics;

namespace Hebb.Networks.Recurrent;

/// <summary>
/// A recurrent network in one step: how inputs and the state before make the state after, and how the slope of a loss comes back along
/// that way. It holds no parameters and no state, only room to compute in: one cell serves one thread.
/// </summary>
/// <remarks>
/// The first <see cref="HiddenSize"/> numbers of a state are the hidden units, which others read; what follows is the cell's own.
/// Nothing is allocated after it was made.
/// </remarks>
/// <typeparam name="T">float32 or float64.</typeparam>
public abstract class RecurrentCell<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A cell.</summary>
    /// <param name="inputSize">Numbers in an input; at least 1.</param>
    /// <param name="hiddenSize">Hidden units; at least 1.</param>
    /// <param name="capacity">The sequences of a step at most; at least 1.</param>
    protected RecurrentCell(int inputSize, int hiddenSize, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        InputSize = inputSize;
        HiddenSize = hiddenSize;
        Capacity = capacity;
    }

    /// <summary>Numbers in an input.</summary>
    public int InputSize { get; }

    /// <summary>Hidden units.</summary>
    public int HiddenSize { get; }

    /// <summary>The sequences of a step at most.</summary>
    public int Capacity { get; }

    /// <summary>Numbers in a state; at least <see cref="HiddenSize"/>.</summary>
    public abstract int StateSize { get; }

    /// <summary>Numbers that a step of a sequence keeps for the way back.</summary>
    public abstract int SavedSize { get; }

    /// <summary>Numbers that the way back of a step of a sequence keeps for the gradient.</summary>
    public abstract int ErrorSize { get; }

    /// <summary>Its parameters: matrices in one flat buffer.</summary>
    public abstract ParameterLayout<T> Layout { get; }

    /// <summary>How many numbers its parameters are, without padding.</summary>
    public int ParameterCount => Layout.Count;

    /// <summary>Draws the parameters that learning starts from.</summary>
    /// <param name="parameters">Receives them.</param>
    /// <param name="random">Where they are drawn from.</param>
    public abstract void Initialize(Span<T> parameters, Pcg64 random);

    /// <summary>One step forward: writes <see cref="RecurrentStep{T}.After"/> and <see cref="RecurrentStep{T}.Saved"/>.</summary>
    /// <param name="parameters">Its parameters, as <see cref="Layout"/> lays them out.</param>
    /// <param name="step">At most <see cref="Capacity"/> rows; the state after is not the state before.</param>
    public abstract void Forward(ReadOnlySpan<T> parameters, in RecurrentStep<T> step);

    /// <summary>Begins a way back: to be called before it, whenever parameters may have changed.</summary>
    /// <param name="parameters">Its parameters.</param>
    public abstract void BeginBackward(ReadOnlySpan<T> parameters);

    /// <summary>One step back: writes <see cref="RecurrentStep{T}.Errors"/>.</summary>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="step">The step as <see cref="Forward"/> left it.</param>
    /// <param name="slopes">dL / dAfter, a row a sequence; receives dL / dBefore.</param>
    public abstract void Backward(ReadOnlySpan<T> parameters, in RecurrentStep<T> step, MatrixSpan<T> slopes);

    /// <summary>Adds to a gradient what steps that were gone back contribute to it.</summary>
    /// <param name="steps">The steps; any number of rows.</param>
    /// <param name="gradient">dL / dParameters, laid out like the parameters.</param>
    public abstract void AddGradient(in RecurrentStep<T> steps, Span<T> gradient);
}
