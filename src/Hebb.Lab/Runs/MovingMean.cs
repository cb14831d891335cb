using Hebb.Snapshots;

namespace Hebb.Lab.Runs;

/// <summary>The mean of the last values of a sequence.</summary>
/// <param name="window">How many values it takes; at least 1.</param>
internal sealed class MovingMean(int window) : IStateful
{
    private readonly double[] _values = new double[window];
    private long _count;

    /// <summary>Whether as many values were added as the window takes.</summary>
    public bool IsFull => _count >= _values.Length;

    /// <summary>The mean; of all values where there are fewer than the window takes, null where there is none.</summary>
    public double? Value
    {
        get
        {
            // Summed anew each time: a running sum would carry its rounding along, and a threshold is met or not.
            ReadOnlySpan<double> last = _values.AsSpan(0, (int)Math.Min(_count, _values.Length));
            double sum = 0;
            foreach (var value in last)
            {
                sum += value;
            }

            return last.IsEmpty ? null : sum / last.Length;
        }
    }

    /// <summary>Adds a value.</summary>
    public void Add(double value) => _values[_count++ % _values.Length] = value;

    public void VisitState(StateVisitor visitor)
    {
        visitor.Numbers<double>("values", _values);
        visitor.Number("count", ref _count);
    }
}
