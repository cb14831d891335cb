using Hebb.Numerics;

namespace Hebb.Relaxation.Acceleration;

/// <summary>guess = sweep(s) - dG gamma, with gamma = argmin |f - dF gamma|; see <see cref="Anderson"/>.</summary>
internal readonly struct AndersonMixing<T> : IAcceleration<T>
    where T : unmanaged, INumberBase<T>
{
    // Relative to columns of length 1. Changes that differ by less than its root do not tell more than one of them alone.
    private const double Regularisation = 1e-10;

    private readonly AndersonHistory<T> _history;
    private readonly int _window;

    /// <summary>Mixing over a window.</summary>
    /// <param name="window">m.</param>
    public AndersonMixing(AndersonHistory<T> history, int window)
    {
        _history = history;
        _window = window;
        history.MakeRoom(window);
    }

    public void Begin() => _history.Clear();

    public void Restart(int example) => _history.ForgetChanges(example);

    public bool Guess(
        int example,
        ReadOnlySpan<T> start,
        ReadOnlySpan<T> swept,
        ReadOnlySpan<T> lastSwept,
        Span<T> guess
    )
    {
        _history.Add(example, start, swept, lastSwept, _window);
        Span<double> gamma = stackalloc double[_history.Count(example)];
        if (gamma.IsEmpty || !LeastSquares(example, gamma))
        {
            _history.ForgetChanges(example);
            return false;
        }

        swept.CopyTo(guess);
        for (var column = 0; column < gamma.Length; column++)
        {
            TensorPrimitives.MultiplyAdd(
                _history.SweepChange(example, column),
                T.CreateTruncating(-gamma[column]),
                guess,
                guess
            );
        }

        return true;
    }

    // The normal equations of columns brought to length 1, since their lengths differ by orders of magnitude.
    private bool LeastSquares(int example, Span<double> gamma)
    {
        var size = gamma.Length;
        Span<double> lengths = stackalloc double[size];
        Span<double> matrix = stackalloc double[size * size];
        for (var row = 0; row < size; row++)
        {
            lengths[row] = Math.Sqrt(_history.Product(example, row, row));
            if (!(lengths[row] > 0))
            {
                return false;
            }

            for (var column = 0; column < row; column++)
            {
                matrix[(row * size) + column] =
                    _history.Product(example, row, column) / (lengths[row] * lengths[column]);
            }

            matrix[(row * size) + row] = 1 + Regularisation;
            gamma[row] =
                Euclidean.Product(_history.MoveChange(example, row), _history.LastMove(example)) / lengths[row];
        }

        if (!Cholesky.Solve(matrix, gamma))
        {
            return false;
        }

        for (var column = 0; column < size; column++)
        {
            gamma[column] /= lengths[column];
        }

        return true;
    }
}
