using System.Numerics;
using Hebb.Networks.Recurrent;
using Hebb.Numerics;

namespace Hebb.Tests.Networks.Recurrent;

/// <summary>
/// Random inputs to some sequences, which begin anew in the middle where that is wanted, and a loss of the hidden units that is not
/// linear: the sum of weight h + h^2 / 2 over the steps of a window.
/// </summary>
internal sealed class RecurrentWindow<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly RecurrentCell<T> _cell;
    private readonly RecurrentTape<T> _tape;
    private readonly AlignedMatrix<T> _inputs;
    private readonly AlignedMatrix<T> _weights;
    private readonly AlignedMatrix<T> _start;
    private readonly bool[] _begins;
    private readonly int _sequences;

    public RecurrentWindow(RecurrentCell<T> cell, int steps, int sequences, ulong seed, bool begins = true)
    {
        var random = new Pcg64(seed);
        _cell = cell;
        _sequences = sequences;
        _tape = new RecurrentTape<T>(cell, steps, sequences);
        _inputs = Random(steps * sequences, cell.InputSize, random);
        _weights = Random(steps * sequences, cell.HiddenSize, random);
        _start = Random(sequences, cell.StateSize, random);
        _begins = [.. Enumerable.Range(0, steps * sequences).Select(_ => begins && random.NextInteger(4) == 0)];
        Parameters = new T[cell.Layout.Length];
        cell.Initialize(Parameters, random);
        foreach (var index in Numbers)
        {
            Parameters[index] += T.CreateTruncating(random.NextUniform(-0.3, 0.3));
        }
    }

    public T[] Parameters { get; }

    public RecurrentTape<T> Tape => _tape;

    /// <summary>Where the parameters lie in the flat buffer, without the padding.</summary>
    public IEnumerable<int> Numbers
    {
        get
        {
            var marks = new T[_cell.Layout.Length];
            for (var block = 0; block < _cell.Layout.Blocks.Length; block++)
            {
                MatrixSpan<T> view = _cell.Layout.Edit(marks, block);
                for (var row = 0; row < view.Rows; row++)
                {
                    view[row].Fill(T.One);
                }
            }

            return Enumerable.Range(0, marks.Length).Where(index => marks[index] == T.One);
        }
    }

    /// <summary>Plays steps of a window that begins with the first of them, and with the state of this place or the carried one.</summary>
    public void Play(ReadOnlySpan<T> parameters, int from, int to, ReadOnlySpan<T> carried = default)
    {
        (carried.IsEmpty ? _start.Span : carried).CopyTo(_tape.State.Span);
        _tape.Restart();
        for (var step = from; step < to; step++)
        {
            for (var sequence = 0; sequence < _sequences; sequence++)
            {
                if (_begins[(step * _sequences) + sequence])
                {
                    _tape.Begin(sequence);
                }

                _inputs[(step * _sequences) + sequence].CopyTo(_tape.NextInputs[sequence]);
            }

            _tape.Forward(parameters);
        }
    }

    /// <summary>The loss of the steps in the window, which began with one of them.</summary>
    public T Loss(int from)
    {
        T loss = T.Zero;
        ReadOnlyMatrixSpan<T> hidden = _tape.Hidden;
        for (var row = 0; row < hidden.Rows; row++)
        {
            for (var unit = 0; unit < hidden.Columns; unit++)
            {
                loss +=
                    (Weight(from, row, unit) * hidden[row][unit])
                    + (hidden[row][unit] * hidden[row][unit] / T.CreateTruncating(2));
            }
        }

        return loss;
    }

    /// <summary>Its slopes with respect to the hidden units of each step alone.</summary>
    public AlignedMatrix<T> Slopes(int from)
    {
        ReadOnlyMatrixSpan<T> hidden = _tape.Hidden;
        var slopes = new AlignedMatrix<T>(hidden.Rows, hidden.Columns);
        for (var row = 0; row < hidden.Rows; row++)
        {
            for (var unit = 0; unit < hidden.Columns; unit++)
            {
                slopes[row][unit] = Weight(from, row, unit) + hidden[row][unit];
            }
        }

        return slopes;
    }

    /// <summary>The gradient of the loss by the way back.</summary>
    public T[] Gradient(int from)
    {
        var gradient = new T[Parameters.Length];
        _tape.Backward(Parameters, Slopes(from).All, gradient);
        return gradient;
    }

    private T Weight(int from, int row, int unit) => _weights[(from * _sequences) + row][unit];

    private static AlignedMatrix<T> Random(int rows, int columns, Pcg64 random)
    {
        var matrix = new AlignedMatrix<T>(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            foreach (ref T number in matrix[row])
            {
                number = T.CreateTruncating(random.NextGaussian());
            }
        }

        return matrix;
    }
}
