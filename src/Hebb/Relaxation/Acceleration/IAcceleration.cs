namespace Hebb.Relaxation.Acceleration;

/// <summary>
/// The state to continue from after a sweep, guessed from the earlier sweeps. Examples are those of the batch, whatever row they stand
/// in; all free units of one, but for a readout's, are one padded row.
/// </summary>
internal interface IAcceleration<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>A new phase: forgets all examples.</summary>
    void Begin();

    /// <summary>A guess was not good: forgets what led to it. The example is back where the last sweep that stands left it.</summary>
    void Restart(int example);

    /// <summary>Guesses.</summary>
    /// <param name="start">s, where the sweep began.</param>
    /// <param name="swept">sweep(s).</param>
    /// <param name="lastSwept">What the sweep before that stands led to; of no meaning in the first sweep of a phase.</param>
    /// <param name="guess">Receives the state to continue from; its padding is zero where that of the others is.</param>
    /// <returns>False where there is nothing better than the plain sweep.</returns>
    bool Guess(int example, ReadOnlySpan<T> start, ReadOnlySpan<T> swept, ReadOnlySpan<T> lastSwept, Span<T> guess);
}
