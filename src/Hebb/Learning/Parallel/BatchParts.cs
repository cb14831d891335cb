using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Learning.Parallel;

/// <summary>The parts of a batch that threads work on, each with states and a gradient of its own.</summary>
internal sealed class BatchParts<T>
    where T : unmanaged, INumberBase<T>
{
    // Parts are cut at multiples of the tallest tile of the matrix kernels.
    private const int Tile = 8;

    private readonly PhaseStates<T>[] _states;
    private readonly NetworkParameters<T>[] _gradients;
    private readonly Estimate[] _estimates;
    private readonly int[] _firsts;
    private readonly T[] _shares;
    private readonly T[] _inputs;
    private T[] _targets;
    private readonly int _inputSize;
    private int _targetSize;
    private int _rows;

    /// <summary>Makes room for parts.</summary>
    public BatchParts(NetworkState<T> like, int count)
    {
        var capacity = (((like.Capacity + count - 1) / count) + Tile - 1) / Tile * Tile;
        NetworkTopology topology = like.Topology;
        _states = [.. Enumerable.Range(0, count).Select(_ => new PhaseStates<T>(topology, capacity))];
        _gradients = [.. Enumerable.Range(0, count).Select(_ => new NetworkParameters<T>(topology))];
        _estimates = new Estimate[count];
        _firsts = new int[count + 1];
        _shares = new T[count];
        _inputSize = topology.InputSize;
        _targetSize = topology.OutputSize;
        _inputs = new T[like.Capacity * _inputSize];
        _targets = new T[like.Capacity * _targetSize];
    }

    /// <summary>How many parts there are.</summary>
    public int Count => _states.Length;

    /// <summary>Takes a batch and cuts it.</summary>
    public void Take(in Batch<T> batch)
    {
        _rows = batch.Rows;
        var length = (((_rows + _states.Length - 1) / _states.Length) + Tile - 1) / Tile * Tile;
        for (var part = 0; part < _states.Length; part++)
        {
            _firsts[part + 1] = Math.Min(_rows, _firsts[part] + length);
            _shares[part] = T.CreateTruncating((double)(_firsts[part + 1] - _firsts[part]) / _rows);
        }

        _targetSize = batch.Targets.Columns;
        if (_targets.Length < _rows * _targetSize)
        {
            _targets = new T[_rows * _targetSize];
        }

        // A thread cannot be handed a view.
        for (var row = 0; row < _rows; row++)
        {
            batch.Inputs[row].CopyTo(_inputs.AsSpan(row * _inputSize));
            batch.Targets[row].CopyTo(_targets.AsSpan(row * _targetSize));
        }
    }

    /// <summary>Estimates the gradient of a part.</summary>
    /// <param name="cost">C.</param>
    /// <param name="free">Receives the free units of the part.</param>
    public void Estimate(
        int part,
        IGradientEstimator estimator,
        EnergyNetwork<T> network,
        ICost cost,
        NetworkState<T> free
    )
    {
        var first = _firsts[part];
        var rows = _firsts[part + 1] - first;
        if (rows == 0)
        {
            _estimates[part] = default;
            return;
        }

        var batch = new Batch<T>(
            new ReadOnlyMatrixSpan<T>(_inputs.AsSpan(first * _inputSize, rows * _inputSize), _inputSize),
            new ReadOnlyMatrixSpan<T>(_targets.AsSpan(first * _targetSize, rows * _targetSize), _targetSize)
        );
        _estimates[part] = estimator.Estimate(network, _states[part], batch, cost, _gradients[part]);
        free.TakeRows(_states[part].Free, first);
    }

    /// <summary>Computes a share of the numbers of the whole gradient.</summary>
    /// <param name="gradient">Receives them.</param>
    public void Combine(int part, NetworkParameters<T> gradient)
    {
        (var from, var length) = EvenShare.Of(gradient.All.Length, part, _states.Length);
        var target = gradient.Raw.Slice(from, length);
        TensorPrimitives.Multiply(_gradients[0].All.Slice(from, length), _shares[0], target);
        for (var other = 1; other < _gradients.Length; other++)
        {
            if (_shares[other] != T.Zero)
            {
                var numbers = _gradients[other].All.Slice(from, length);
                TensorPrimitives.MultiplyAdd(numbers, _shares[other], target, target);
            }
        }
    }

    /// <summary>What all parts saw.</summary>
    public Estimate Summary()
    {
        var cost = 0.0;
        Relaxation.Settling free = default;
        Relaxation.Settling nudged = default;
        for (var part = 0; part < _estimates.Length; part++)
        {
            var rows = _firsts[part + 1] - _firsts[part];
            cost += rows == 0 ? 0 : _estimates[part].Cost * rows / _rows;
            free = free.And(_estimates[part].Free);
            nudged = nudged.And(_estimates[part].Nudged);
        }

        return new Estimate(cost, free, nudged);
    }
}
