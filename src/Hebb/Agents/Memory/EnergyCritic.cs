using Hebb.Agents.Approximators;
using Hebb.Costs;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Memory;

/// <summary>A critic that is a network of its own, with any estimator: V of the numbers of the memories, with V + delta as its target.</summary>
internal sealed class EnergyCritic : IOnlineCritic
{
    private readonly NetworkApproximator _network;
    private readonly float[] _features;
    private readonly float[] _marked;
    private readonly float[] _target = new float[1];
    private float _value;
    private float _markedValue;

    /// <summary>A critic at its start.</summary>
    /// <param name="size">Numbers of the memories.</param>
    /// <param name="random">The stream that its weights are drawn from.</param>
    /// <exception cref="ArgumentException">An option is not possible; the message says which.</exception>
    public EnergyCritic(int size, ApproximatorOptions options, Pcg64 random)
    {
        _network = new NetworkApproximator(size, outputSize: 1, capacity: 1, options, random);
        _features = new float[size];
        _marked = new float[size];
    }

    /// <inheritdoc/>
    public Span<float> Features => _features;

    /// <inheritdoc/>
    public double Value()
    {
        _value = _network.Evaluate(new ReadOnlyMatrixSpan<float>(_features, _features.Length))[0][0];
        return _value;
    }

    /// <inheritdoc/>
    public void Mark()
    {
        _features.CopyTo(_marked, 0);
        _markedValue = _value;
    }

    /// <inheritdoc/>
    public void Learn(double error)
    {
        _target[0] = (float)(_markedValue + error);
        _network.Update(
            new ReadOnlyMatrixSpan<float>(_marked, _marked.Length),
            new ReadOnlyMatrixSpan<float>(_target, 1),
            SquaredError.Half
        );
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("network", _network);
        visitor.Numbers<float>("marked", _marked);
        visitor.Number("marked_value", ref _markedValue);
    }
}
