using Hebb.Snapshots;

namespace Hebb.Agents.Diagnostics;

/// <summary>The mean of numbers since it was last taken.</summary>
internal struct RunningMean
{
    private double _sum;
    private long _count;

    /// <summary>Takes a number in; what is not finite is kept, and makes the mean so.</summary>
    public void Add(double value)
    {
        _sum += value;
        _count++;
    }

    /// <summary>The mean; not a number where there was nothing. Begins anew.</summary>
    public double Take()
    {
        var mean = _count == 0 ? double.NaN : _sum / _count;
        this = default;
        return mean;
    }

    /// <summary>Shows its state to a visitor.</summary>
    public void VisitState(StateVisitor visitor, string name)
    {
        visitor.Number($"{name}.sum", ref _sum);
        visitor.Number($"{name}.count", ref _count);
    }
}
