using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Relaxation.Acceleration;

/// <summary>guess = sweep(s) + mu (s - s_previous): the last move once more, in part.</summary>
internal readonly struct HeavyBall<T>(HeavyBallMemory<T> memory, double coefficient) : IAcceleration<T>
    where T : unmanaged, INumberBase<T>
{
    public void Begin() => Array.Clear(memory.HasPrevious);

    public void Restart(int example) => memory.HasPrevious[example] = false;

    public bool Guess(
        int example,
        ReadOnlySpan<T> start,
        ReadOnlySpan<T> swept,
        ReadOnlySpan<T> lastSwept,
        Span<T> guess
    )
    {
        var previous = memory.Previous.Padded(example);
        var moves = memory.HasPrevious[example] && coefficient > 0;
        if (moves)
        {
            TensorPrimitives.Subtract(start, previous, guess);
            TensorPrimitives.MultiplyAdd(guess, T.CreateTruncating(coefficient), swept, guess);
        }

        start.CopyTo(previous);
        memory.HasPrevious[example] = true;
        return moves;
    }
}

/// <summary>Where the last sweep of each example began.</summary>
internal sealed class HeavyBallMemory<T>(NetworkState<T> state)
    where T : unmanaged, INumberBase<T>
{
    /// <summary>s_previous: a row an example.</summary>
    public AlignedMatrix<T> Previous { get; } = AcceleratedExamples<T>.NewRows(state);

    /// <summary>Whether an example has one.</summary>
    public bool[] HasPrevious { get; } = new bool[state.Capacity];
}
