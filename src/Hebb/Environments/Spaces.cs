namespace Hebb.Environments;

/// <summary>A box of real vectors: the interval of every observed number.</summary>
/// <param name="Low">Lower bounds, one a component; may be negative infinity.</param>
/// <param name="High">Upper bounds, one a component; may be positive infinity.</param>
public sealed record BoxSpace(IReadOnlyList<float> Low, IReadOnlyList<float> High)
{
    /// <summary>How many numbers an observation has.</summary>
    public int Size => Low.Count;

    /// <summary>The box whose intervals reach equally far to both sides of zero.</summary>
    /// <param name="bounds">How far each component reaches; 0 or above, may be positive infinity.</param>
    public static BoxSpace Symmetric(params IReadOnlyList<float> bounds) =>
        new([.. bounds.Select(bound => -bound)], [.. bounds]);
}

/// <summary>Actions 0, 1, ..., Count - 1.</summary>
/// <param name="Count">How many actions there are.</param>
public sealed record DiscreteSpace(int Count);
