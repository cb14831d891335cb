using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Learning.Exact;

/// <summary>
/// One connection as the layer sees it that it drives, for whole batches: what passes forward, what passes back, and
/// what the weights learn from it. The parts that all methods of exact differentiation share.
/// </summary>
internal static class LayerPass
{
    /// <summary>drive += what a source sends.</summary>
    /// <param name="source">The activities of its source: a row an example.</param>
    /// <param name="drive">What is added to: a row an example.</param>
    public static void AddDrive<T>(
        EnergyNetwork<T> network,
        Incoming incoming,
        ReadOnlyMatrixSpan<T> source,
        MatrixSpan<T> drive
    )
        where T : unmanaged, INumberBase<T>
    {
        var weights = network.Parameters.Weights(incoming.Connection);
        if (incoming.IsTransposed)
        {
            WeightProducts.AddBackward(source, weights, T.CreateTruncating(incoming.Strength), drive);
        }
        else
        {
            WeightProducts.AddForward(source, weights, T.One, drive);
        }
    }

    /// <summary>dC/ds of the source += what dC/d drive of the layer makes of it.</summary>
    /// <param name="errors">dC/d drive of the layer: a row an example.</param>
    /// <param name="source">What is added to: a row an example.</param>
    public static void AddErrors<T>(
        EnergyNetwork<T> network,
        Incoming incoming,
        ReadOnlyMatrixSpan<T> errors,
        MatrixSpan<T> source
    )
        where T : unmanaged, INumberBase<T>
    {
        var weights = network.Parameters.Weights(incoming.Connection);
        if (incoming.IsTransposed)
        {
            WeightProducts.AddForward(errors, weights, T.CreateTruncating(incoming.Strength), source);
        }
        else if (typeof(T) == typeof(float) && network.HasTransposed(incoming.Connection))
        {
            WeightProducts.AddForward(errors, network.Transposed(incoming.Connection).All, T.One, source);
        }
        else
        {
            WeightProducts.AddBackward(errors, weights, T.One, source);
        }
    }

    /// <summary>gradient += scale times the activity of the source times dC/d drive of the layer.</summary>
    /// <remarks>Within a layer the sum is brought to its form by <see cref="CloseLateral"/>, once at the end.</remarks>
    /// <param name="source">The activities of its source: a row an example.</param>
    /// <param name="errors">dC/d drive of the layer: a row an example.</param>
    public static void AddGradient<T>(
        Incoming incoming,
        ReadOnlyMatrixSpan<T> source,
        ReadOnlyMatrixSpan<T> errors,
        T scale,
        NetworkParameters<T> gradient
    )
        where T : unmanaged, INumberBase<T>
    {
        var weights = gradient.EditWeights(incoming.Connection);
        if (incoming.IsTransposed)
        {
            OuterProducts.Add(errors, source, scale * T.CreateTruncating(incoming.Strength), adds: true, weights);
        }
        else
        {
            OuterProducts.Add(source, errors, scale, adds: true, weights);
        }
    }

    /// <summary>
    /// Weights within a layer have no diagonal, and a symmetric pair is one weight, which acts in both directions.
    /// </summary>
    /// <param name="gradient">The gradient, added up one direction at a time.</param>
    public static void CloseLateral<T>(NetworkParameters<T> gradient)
        where T : unmanaged, INumberBase<T>
    {
        NetworkTopology topology = gradient.Topology;
        for (var index = 0; index < topology.Connections.Length; index++)
        {
            Connection connection = topology.Connections[index];
            if (!connection.IsLateral)
            {
                continue;
            }

            OuterProducts.ClearDiagonal(gradient.EditWeights(index));
            if (connection.Kind is ConnectionKind.Symmetric)
            {
                OuterProducts.AddTranspose(gradient.EditWeights(index));
            }
        }
    }

    /// <summary>Whether a source moves from sweep to sweep: it is neither clamped nor a readout.</summary>
    public static bool Settles(NetworkTopology topology, Incoming incoming) =>
        topology.Layers[incoming.Source].Role is LayerRole.Hidden or LayerRole.Output;

    /// <summary>Whether a source sends its units: inputs and settling layers do, a readout does not.</summary>
    public static bool Sends(NetworkTopology topology, Incoming incoming) =>
        topology.Layers[incoming.Source].Role is not LayerRole.Readout;
}
