namespace Hebb.Networks.Topology;

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
