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

/// <summary>Whether weights act in both directions.</summary>
public enum ConnectionKind
{
    /// <summary>One weight a pair of units, in the energy: each drives the other through it.</summary>
    Symmetric,

    /// <summary>
    /// From one layer to the other only. Such a network has no energy but a vector field (Scellier et al. 2018); two of
    /// these, one each way, are a forward and a feedback connection.
    /// </summary>
    Directed,
}

/// <summary>A connection as the layer sees it that it drives.</summary>
/// <param name="Connection">The index of the connection.</param>
/// <param name="Source">The layer that drives.</param>
/// <param name="IsTransposed">
/// Whether the weights act against their direction: a symmetric connection, seen from the layer that it starts at.
/// </param>
/// <param name="Strength">
/// The factor on what they drive: 1 along their direction; against it, the <see cref="Layer.EnergyWeight"/> of the source over
/// that of the layer.
/// </param>
public readonly record struct Incoming(int Connection, int Source, bool IsTransposed, double Strength);
