using Hebb.Networks.Topology;

namespace Hebb.Networks;

/// <summary>
/// How strongly a symmetric connection feeds a layer's own activity back to it: gamma sigma^2, there and back again.
/// </summary>
/// <remarks>
/// A layer drives the next by W and is driven by gamma W'. At slope 1 of the activation a disturbance that went there and
/// back has grown by up to gamma sigma(W)^2: below 1 it dies away, above 1 two layers can hold each other where they are,
/// a latch.
/// </remarks>
/// <param name="Connection">The index of the connection.</param>
/// <param name="SpectralNorm">sigma(W), the largest singular value of its weights.</param>
/// <param name="Strength">
/// gamma, the factor on what it drives against its direction (<see cref="Incoming.Strength"/>); 0 where it does not: from inputs,
/// to readouts, along directed connections.
/// </param>
public readonly record struct ConnectionFeedback(int Connection, double SpectralNorm, double Strength)
{
    /// <summary>gamma sigma(W)^2.</summary>
    public double Gain => Strength == 0 ? 0 : Strength * SpectralNorm * SpectralNorm;

    /// <summary>The feedback of each connection of a network, by index.</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    public static ImmutableArray<ConnectionFeedback> Of<T>(NetworkParameters<T> parameters)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        NetworkTopology topology = parameters.Topology;
        return
        [
            .. Enumerable
                .Range(0, topology.Connections.Length)
                .Select(index => new ConnectionFeedback(
                    index,
                    Hebb.Numerics.SpectralNorm.Of(parameters.Weights(index)),
                    StrengthOf(topology, index)
                )),
        ];
    }

    /// <summary>The largest gamma sigma^2 of a network; 0 where nothing feeds back.</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    public static double Largest<T>(NetworkParameters<T> parameters)
        where T : unmanaged, INumberBase<T> => Of(parameters).Max(feedback => feedback.Gain);

    /// <summary>gamma of a connection.</summary>
    /// <param name="connection">Its index.</param>
    internal static double StrengthOf(NetworkTopology topology, int connection)
    {
        (var from, var to, ConnectionKind kind) = topology.Connections[connection];
        return
            kind is ConnectionKind.Directed
            || topology.Layers[from].Role is LayerRole.Input
            || topology.Layers[to].Role is LayerRole.Readout
            ? 0
            : topology.Layers[to].EnergyWeight / topology.Layers[from].EnergyWeight;
    }
}
