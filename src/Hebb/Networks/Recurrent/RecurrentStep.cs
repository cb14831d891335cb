using System.Diagnostics.CodeAnalysis;
using Hebb.Numerics;

namespace Hebb.Networks.Recurrent;

/// <summary>
/// What a <see cref="RecurrentCell{T}"/> reads and writes in one step of some sequences, or in many steps one below the other: a row a
/// sequence and step. All rows are padded to whole cache lines and have zeros in their padding.
/// </summary>
/// <typeparam name="T">float32 or float64.</typeparam>
[SuppressMessage("Performance", "CA1815", Justification = "It holds views, which are not compared.")]
public readonly ref struct RecurrentStep<T>
    where T : unmanaged
{
    /// <summary>What the cell is shown: <see cref="RecurrentCell{T}.InputSize"/> numbers a row.</summary>
    public required ReadOnlyMatrixSpan<T> Inputs { get; init; }

    /// <summary>The state before the step: <see cref="RecurrentCell{T}.StateSize"/> numbers a row.</summary>
    public required ReadOnlyMatrixSpan<T> Before { get; init; }

    /// <summary>The state after it.</summary>
    public required MatrixSpan<T> After { get; init; }

    /// <summary>What the way forward keeps for the way back: <see cref="RecurrentCell{T}.SavedSize"/> numbers a row.</summary>
    public required MatrixSpan<T> Saved { get; init; }

    /// <summary>What the way back keeps for the gradient: <see cref="RecurrentCell{T}.ErrorSize"/> numbers a row.</summary>
    public required MatrixSpan<T> Errors { get; init; }
}
