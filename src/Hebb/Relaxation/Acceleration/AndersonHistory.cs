using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Relaxation.Acceleration;

/// <summary>The last changes of each example's sweeps, and the products of these changes with each other.</summary>
internal sealed class AndersonHistory<T>(NetworkState<T> state)
    where T : unmanaged, INumberBase<T>
{
    private const int Most = Anderson.MostWindow;

    private readonly AlignedMatrix<T> _lastMoves = AcceleratedExamples<T>.NewRows(state);
    private readonly List<AlignedMatrix<T>> _moveChanges = [];
    private readonly List<AlignedMatrix<T>> _sweepChanges = [];
    private readonly double[] _products = new double[state.Capacity * Most * Most];
    private readonly bool[] _hasLast = new bool[state.Capacity];
    private readonly int[] _counts = new int[state.Capacity];
    private readonly int[] _slots = new int[state.Capacity];

    /// <summary>Makes room for so many changes.</summary>
    /// <param name="window">m.</param>
    public void MakeRoom(int window)
    {
        while (_moveChanges.Count < window)
        {
            _moveChanges.Add(AcceleratedExamples<T>.NewRows(state));
            _sweepChanges.Add(AcceleratedExamples<T>.NewRows(state));
        }
    }

    /// <summary>Forgets all examples.</summary>
    public void Clear()
    {
        Array.Clear(_hasLast);
        Array.Clear(_counts);
        Array.Clear(_slots);
    }

    /// <summary>Forgets the changes of an example, not its last sweep that stands.</summary>
    public void ForgetChanges(int example) => _counts[example] = _slots[example] = 0;

    /// <summary>How many changes of an example are remembered, from 0 on.</summary>
    public int Count(int example) => _counts[example];

    /// <summary>f, how far the last sweep that was added moved the units.</summary>
    public ReadOnlySpan<T> LastMove(int example) => _lastMoves.Padded(example);

    /// <summary>A change of f: a column of dF.</summary>
    /// <param name="column">From 0 to the count - 1, in no order.</param>
    public ReadOnlySpan<T> MoveChange(int example, int column) => _moveChanges[column].Padded(example);

    /// <summary>A change of sweep(s): a column of dG.</summary>
    /// <param name="column">From 0 to the count - 1, in no order.</param>
    public ReadOnlySpan<T> SweepChange(int example, int column) => _sweepChanges[column].Padded(example);

    /// <summary>The product of two columns of dF.</summary>
    /// <param name="other">The other, or the same.</param>
    public double Product(int example, int one, int other) => _products[ProductAt(example, one, other)];

    /// <summary>Adds a sweep; the oldest change makes room.</summary>
    /// <param name="start">s.</param>
    /// <param name="swept">sweep(s).</param>
    /// <param name="lastSwept">sweep(s) of the sweep added before.</param>
    public void Add(int example, ReadOnlySpan<T> start, ReadOnlySpan<T> swept, ReadOnlySpan<T> lastSwept, int window)
    {
        var move = _lastMoves.Padded(example);
        if (!_hasLast[example])
        {
            TensorPrimitives.Subtract(swept, start, move);
            _hasLast[example] = true;
            return;
        }

        var slot = _slots[example];
        var moveChange = _moveChanges[slot].Padded(example);
        move.CopyTo(moveChange);
        TensorPrimitives.Subtract(swept, start, move);
        TensorPrimitives.Subtract(move, moveChange, moveChange);
        TensorPrimitives.Subtract(swept, lastSwept, _sweepChanges[slot].Padded(example));
        _slots[example] = (slot + 1) % window;
        _counts[example] = Math.Min(_counts[example] + 1, window);
        for (var other = 0; other < _counts[example]; other++)
        {
            var product = Euclidean.Product<T>(moveChange, _moveChanges[other].Padded(example));
            _products[ProductAt(example, slot, other)] = product;
            _products[ProductAt(example, other, slot)] = product;
        }
    }

    private static int ProductAt(int example, int one, int other) => (((example * Most) + one) * Most) + other;
}
