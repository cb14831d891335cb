namespace Hebb.Networks.Topology;

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
