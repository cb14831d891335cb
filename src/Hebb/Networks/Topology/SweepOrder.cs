namespace Hebb.Networks.Topology;

/// <summary>In which order a sweep updates the layers. Units of one layer are always updated together.</summary>
public enum SweepOrder
{
    /// <summary>All layers at once, from the state before the sweep; a readout then reads the state after it.</summary>
    Synchronous,

    /// <summary>
    /// In groups of layers that are not connected, each from the newest state: in a chain the odd layers, then the even
    /// ones. Settles in about half the sweeps of <see cref="Synchronous"/>, and never oscillates between two states.
    /// </summary>
    Alternating,

    /// <summary>One after another from the input to the output, each from the newest state.</summary>
    Forward,

    /// <summary>One after another from the output to the input, each from the newest state.</summary>
    Backward,
}
