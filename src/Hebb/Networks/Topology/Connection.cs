namespace Hebb.Networks.Topology;

/// <summary>All weights from one layer to another, or within one.</summary>
/// <param name="From">The layer whose units are the rows of the weights.</param>
/// <param name="To">The layer whose units are the columns; the same as <paramref name="From"/> for lateral weights.</param>
/// <param name="Kind">Whether they act both ways.</param>
public readonly record struct Connection(int From, int To, ConnectionKind Kind = ConnectionKind.Symmetric)
{
    /// <summary>Whether it lies within one layer.</summary>
    public bool IsLateral => From == To;
}
