using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Networks.Recurrent;

/// <summary>
/// A window of steps of some sequences side by side: what a cell went through, kept for the way back through time (backpropagation
/// through time; Werbos 1990). The state is carried from window to window; the way back ends where the window begins, at a state that
/// counts as a constant (Williams and Peng 1990).
/// </summary>
/// <remarks>
/// All rows of a window lie one below the other, step after step, then sequence after sequence. The numbers of a step that was taken do
/// not change until the window begins again; the parameters must not change meanwhile either. Nothing is allocated after it was made.
/// </remarks>
/// <typeparam name="T">float32 or float64.</typeparam>
public sealed class RecurrentTape<T> : IStateful
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly RecurrentCell<T> _cell;
    private readonly int _sequences;
    private readonly AlignedMatrix<T> _inputs;
    private readonly AlignedMatrix<T> _before;
    private readonly AlignedMatrix<T> _after;
    private readonly AlignedMatrix<T> _saved;
    private readonly AlignedMatrix<T> _errors;
    private readonly AlignedMatrix<T> _start;
    private readonly AlignedMatrix<T> _state;
    private readonly AlignedMatrix<T> _slopes;
    private readonly AlignedMatrix<T> _lookedAt;
    private readonly AlignedMatrix<T> _ahead;
    private readonly AlignedMatrix<T> _aheadSaved;
    private readonly bool[] _begins;
    private int _count;

    /// <summary>An empty window, before states of zero.</summary>
    /// <param name="cell">The cell; nobody else uses it meanwhile.</param>
    /// <param name="steps">The steps of the window at most; at least 1.</param>
    /// <param name="sequences">How many sequences; at least 1, and at most what the cell takes.</param>
    public RecurrentTape(RecurrentCell<T> cell, int steps, int sequences)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(sequences, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequences, cell.Capacity);
        _cell = cell;
        _sequences = sequences;
        Steps = steps;
        var rows = checked(steps * sequences);
        _inputs = new AlignedMatrix<T>(rows, cell.InputSize);
        _before = new AlignedMatrix<T>(rows, cell.StateSize);
        _after = new AlignedMatrix<T>(rows, cell.StateSize);
        _saved = new AlignedMatrix<T>(rows, cell.SavedSize);
        _errors = new AlignedMatrix<T>(rows, cell.ErrorSize);
        _start = new AlignedMatrix<T>(sequences, cell.StateSize);
        _state = new AlignedMatrix<T>(sequences, cell.StateSize);
        _slopes = new AlignedMatrix<T>(sequences, cell.StateSize);
        _lookedAt = new AlignedMatrix<T>(sequences, cell.InputSize);
        _ahead = new AlignedMatrix<T>(sequences, cell.StateSize);
        _aheadSaved = new AlignedMatrix<T>(sequences, cell.SavedSize);
        _begins = new bool[rows + sequences];
    }

    /// <summary>The steps of the window at most.</summary>
    public int Steps { get; }

    /// <summary>The steps taken so far.</summary>
    public int Count => _count;

    /// <summary>Whether the window is full.</summary>
    public bool IsFull => _count == Steps;

    /// <summary>Where the inputs of the next step are to be written: a row a sequence.</summary>
    public MatrixSpan<T> NextInputs => Rows(_inputs, _count, 1);

    /// <summary>The state that the next step starts from: a row a sequence.</summary>
    public MatrixSpan<T> State => _state.All;

    /// <summary>The hidden units after all steps taken so far: a row a step and sequence.</summary>
    public ReadOnlyMatrixSpan<T> Hidden => HiddenOf(Rows(_after, 0, _count));

    /// <summary>The hidden units after the last step: a row a sequence.</summary>
    public ReadOnlyMatrixSpan<T> LastHidden => HiddenOf(Rows(_after, _count - 1, 1));

    /// <summary>A step that was taken.</summary>
    /// <param name="step">Which one, from 0.</param>
    public RecurrentStep<T> StepAt(int step)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)step, (uint)_count, nameof(step));
        return Views(step, 1);
    }

    /// <summary>Begins a sequence anew with the next step: from a state of zero, beyond which no slope goes back.</summary>
    /// <param name="sequence">Which one, from 0.</param>
    public void Begin(int sequence)
    {
        _state[sequence].Clear();
        _begins[(_count * _sequences) + sequence] = true;
    }

    /// <summary>Takes a step of every sequence, of <see cref="NextInputs"/>.</summary>
    /// <param name="parameters">The cell's parameters.</param>
    public void Forward(ReadOnlySpan<T> parameters)
    {
        if (IsFull)
        {
            throw new InvalidOperationException($"The window has {Steps} steps, and all are taken.");
        }

        RecurrentStep<T> step = Views(_count, 1);
        _state.Span.CopyTo(Rows(_before, _count, 1).Span);
        _cell.Forward(parameters, step);
        step.After.Span.CopyTo(_state.Span);
        _count++;
    }

    /// <summary>Where the inputs of <see cref="LookAhead"/> are to be written: a row a sequence.</summary>
    public MatrixSpan<T> AheadInputs => _lookedAt.All;

    /// <summary>The hidden units that a step of <see cref="AheadInputs"/> would lead to; the step is not taken.</summary>
    /// <param name="parameters">The cell's parameters.</param>
    /// <returns>A row a sequence, until the next look ahead.</returns>
    public ReadOnlyMatrixSpan<T> LookAhead(ReadOnlySpan<T> parameters)
    {
        _cell.Forward(
            parameters,
            new()
            {
                Inputs = _lookedAt.All,
                Before = _state.All,
                After = _ahead.All,
                Saved = _aheadSaved.All,
                Errors = default,
            }
        );
        return HiddenOf(_ahead.All);
    }

    /// <summary>Goes back through all steps taken, and adds to the gradient of a loss.</summary>
    /// <param name="parameters">The cell's parameters, as they were on the way forward.</param>
    /// <param name="slopes">dL / dh of the hidden units of each step alone: a row for each of <see cref="Hidden"/>.</param>
    /// <param name="gradient">dL / dParameters, laid out like the parameters.</param>
    /// <exception cref="ArgumentException">The slopes are not as many as the hidden units.</exception>
    public void Backward(ReadOnlySpan<T> parameters, ReadOnlyMatrixSpan<T> slopes, Span<T> gradient)
    {
        if (slopes.Rows != _count * _sequences || slopes.Columns != _cell.HiddenSize)
        {
            throw new ArgumentException(
                $"slopes: {slopes.Rows} x {slopes.Columns}; {_count * _sequences} x {_cell.HiddenSize} are needed",
                nameof(slopes)
            );
        }

        if (_count == 0)
        {
            return;
        }

        _cell.BeginBackward(parameters);
        _slopes.Span.Clear();
        for (var step = _count - 1; step >= 0; step--)
        {
            for (var sequence = 0; sequence < _sequences; sequence++)
            {
                var row = (step * _sequences) + sequence;
                if (_begins[row + _sequences])
                {
                    _slopes[sequence].Clear();
                }

                var hidden = _slopes[sequence][.._cell.HiddenSize];
                TensorPrimitives.Add(hidden, slopes[row], hidden);
            }

            _cell.Backward(parameters, Views(step, 1), _slopes.All);
        }

        _cell.AddGradient(Views(0, _count), gradient);
    }

    /// <summary>Begins the window again: the state is carried over.</summary>
    public void Restart()
    {
        _state.Span.CopyTo(_start.Span);
        Array.Clear(_begins);
        _count = 0;
    }

    /// <summary>Computes anew what is no part of the state, after that was put back: takes the steps of the window again.</summary>
    /// <param name="parameters">The cell's parameters, as they were on the way forward.</param>
    public void Replay(ReadOnlySpan<T> parameters)
    {
        var count = _count;
        _count = 0;
        _start.Span.CopyTo(_state.Span);
        while (true)
        {
            for (var sequence = 0; sequence < _sequences; sequence++)
            {
                if (_begins[(_count * _sequences) + sequence])
                {
                    _state[sequence].Clear();
                }
            }

            if (_count == count)
            {
                return;
            }

            Forward(parameters);
        }
    }

    private RecurrentStep<T> Views(int step, int count) =>
        new()
        {
            Inputs = Rows(_inputs, step, count),
            Before = Rows(_before, step, count),
            After = Rows(_after, step, count),
            Saved = Rows(_saved, step, count),
            Errors = Rows(_errors, step, count),
        };

    private MatrixSpan<T> Rows(AlignedMatrix<T> matrix, int step, int count)
    {
        var rows = count * _sequences;
        return new(
            matrix.Span.Slice(step * _sequences * matrix.Stride, rows * matrix.Stride),
            rows,
            matrix.Columns,
            matrix.Stride
        );
    }

    private ReadOnlyMatrixSpan<T> HiddenOf(MatrixSpan<T> states) =>
        new(states.Span, states.Rows, _cell.HiddenSize, states.Stride);

    /// <inheritdoc/>
    /// <remarks>After it was put back, <see cref="Replay"/> is to be called.</remarks>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        _count = visitor.Count("count", _count, Steps);
        visitor.Matrix("start", _start.All);
        visitor.Matrix("inputs", _inputs.All);
        visitor.Numbers<bool>("begins", _begins);
    }
}
