using Hebb.Networks.Activations;

namespace Hebb.Networks.Topology;

/// <summary>A layer of units.</summary>
/// <param name="Name">How messages and files call it.</param>
/// <param name="Size">How many units; at least 1.</param>
/// <param name="Role">What part it plays.</param>
/// <param name="Activation">
/// rho. A readout's is linear. An input's is applied to what is clamped: linear for raw inputs, the hard sigmoid for the
/// rho(x) of the report's eq. (1).
/// </param>
public sealed record Layer(string Name, int Size, LayerRole Role, Activation Activation)
{
    /// <summary>
    /// Gamma, the weight of the layer's terms in the energy, its biases and the connections that end at it: positive, and 1
    /// at the output, by which nudging is measured. What a layer drives against a connection's direction is multiplied by
    /// its own weight over that of the layer it drives, so weights that fall towards the output make weak feedback with
    /// one energy still (Xie and Seung 2003).
    /// </summary>
    public double EnergyWeight { get; init; } = 1;

    /// <summary>Whether the cost is asked of this layer.</summary>
    public bool IsAsked => Role is LayerRole.Output or LayerRole.Readout;
}

/// <summary>What part a layer plays.</summary>
public enum LayerRole
{
    /// <summary>Clamped to what is given, through its activation.</summary>
    Input,

    /// <summary>Settles.</summary>
    Hidden,

    /// <summary>Settles, and the cost is asked of its units.</summary>
    Output,

    /// <summary>
    /// Reads the settled units without acting back on them: the cost is asked of its drive, and only nudging reaches
    /// the others through it (Laborieux et al. 2021, section 3.3, whose readout is a softmax: here the cross-entropy
    /// takes the softmax).
    /// </summary>
    Readout,
}
