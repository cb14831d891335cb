namespace Hebb.Networks.Topology;

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
