namespace Hebb.Networks;

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
    /// <summary>Whether the cost is asked of this layer.</summary>
    public bool IsAsked => Role is LayerRole.Output or LayerRole.Readout;
}
