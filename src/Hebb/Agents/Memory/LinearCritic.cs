using Hebb.Snapshots;

namespace Hebb.Agents.Memory;

/// <summary>
/// V = w . f of features f, learned by the delta rule with a step in units of the features' length: w = w + rate delta f / (1 + |f|^2).
/// </summary>
internal sealed class LinearCritic : IOnlineCritic
{
    private readonly double _rate;
    private readonly float[] _weights;
    private readonly float[] _features;
    private readonly float[] _marked;

    /// <summary>A critic that expects 0.</summary>
    /// <param name="size">Features without the constant one; at least 1.</param>
    /// <param name="rate">Above 0, at most 2.</param>
    public LinearCritic(int size, double rate)
    {
        _rate = rate;
        _weights = new float[size + 1];
        _features = new float[size + 1];
        _marked = new float[size + 1];
        _features[size] = 1;
    }

    /// <inheritdoc/>
    public Span<float> Features => _features.AsSpan(0, _features.Length - 1);

    /// <inheritdoc/>
    public double Value() => TensorPrimitives.Dot<float>(_features, _weights);

    /// <inheritdoc/>
    public void Mark() => _features.CopyTo(_marked, 0);

    /// <inheritdoc/>
    public void Learn(double error)
    {
        var step = _rate * error / (1 + TensorPrimitives.SumOfSquares<float>(_marked));
        TensorPrimitives.MultiplyAdd(_marked, (float)step, _weights, _weights);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Numbers<float>("weights", _weights);
        visitor.Numbers<float>("marked", _marked);
    }
}
