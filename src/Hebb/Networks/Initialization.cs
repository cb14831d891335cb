using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Networks;

/// <summary>
/// Where learning starts. Numbers are drawn in float64, layer by layer, so that a float32 network is the rounded
/// float64 one of the same stream; padding stays zero.
/// </summary>
public static class Initialization
{
    /// <summary>
    /// PyTorch's default for linear layers, for each connection: weights uniform within gain / sqrt(from), and each layer's
    /// biases within gain / sqrt(all that drive it along the connections' direction).
    /// </summary>
    /// <param name="gain">A factor on all numbers; positive.</param>
    public static void FanIn<T>(NetworkParameters<T> parameters, Pcg64 random, double gain = 1)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(random);
        NetworkTopology topology = parameters.Topology;
        Draw(parameters, random, connection => gain / Math.Sqrt(topology.Layers[connection.From].Size));
        foreach (var layer in topology.Free)
        {
            var drivers = topology
                .Connections.Where(connection => connection.To == layer)
                .Sum(connection => topology.Layers[connection.From].Size);
            var bound = gain / Math.Sqrt(Math.Max(1, drivers));
            DrawBiases(parameters.EditBiases(layer), random, bound);
        }
    }

    /// <summary>
    /// For each connection weights uniform within gain / sqrt(from), times another gain where it ends at the output; hidden
    /// biases uniform within a bound, those of the output zero. Small output weights make a policy start near chance.
    /// </summary>
    /// <param name="gain">A factor on all weights; positive.</param>
    /// <param name="outputGain">A further factor on the weights that end at the output; positive.</param>
    /// <param name="biasBound">At least 0.</param>
    public static void FanIn<T>(
        NetworkParameters<T> parameters,
        Pcg64 random,
        double gain,
        double outputGain,
        double biasBound
    )
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegative(biasBound);
        NetworkTopology topology = parameters.Topology;
        Draw(
            parameters,
            random,
            connection =>
                (connection.To == topology.Output ? gain * outputGain : gain)
                / Math.Sqrt(topology.Layers[connection.From].Size)
        );
        foreach (var layer in topology.Free)
        {
            if (layer != topology.Output)
            {
                DrawBiases(parameters.EditBiases(layer), random, biasBound);
            }
        }
    }

    /// <summary>
    /// Glorot and Bengio (2010), eq. (16), for each connection: weights uniform within gain sqrt(6 / (from + to)), biases
    /// zero. Symmetric weights within a layer are drawn once for each pair.
    /// </summary>
    /// <param name="gain">A factor on all weights; positive.</param>
    public static void XavierUniform<T>(NetworkParameters<T> parameters, Pcg64 random, double gain = 1)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(random);
        NetworkTopology topology = parameters.Topology;
        Draw(
            parameters,
            random,
            connection =>
                gain * Math.Sqrt(6.0 / (topology.Layers[connection.From].Size + topology.Layers[connection.To].Size))
        );
    }

    private static void DrawBiases<T>(Span<T> biases, Pcg64 random, double bound)
        where T : unmanaged, INumberBase<T>
    {
        foreach (ref var bias in biases)
        {
            bias = T.CreateTruncating(bound * ((2 * random.NextDouble()) - 1));
        }
    }

    // Symmetric weights within a layer are drawn once for each pair; no unit is connected to itself.
    private static void Draw<T>(NetworkParameters<T> parameters, Pcg64 random, Func<Connection, double> bounds)
        where T : unmanaged, INumberBase<T>
    {
        parameters.Clear();
        NetworkTopology topology = parameters.Topology;
        for (var index = 0; index < topology.Connections.Length; index++)
        {
            Connection connection = topology.Connections[index];
            var bound = bounds(connection);
            if (!double.IsFinite(bound) || bound <= 0)
            {
                throw new ArgumentException("gain: a positive finite number is needed", nameof(bounds));
            }

            var weights = parameters.EditWeights(index);
            var isTied = connection.IsLateral && connection.Kind is ConnectionKind.Symmetric;
            for (var row = 0; row < weights.Rows; row++)
            {
                for (var column = isTied ? row + 1 : 0; column < weights.Columns; column++)
                {
                    if (connection.IsLateral && row == column)
                    {
                        continue;
                    }

                    weights[row][column] = T.CreateTruncating(bound * ((2 * random.NextDouble()) - 1));
                    if (isTied)
                    {
                        weights[column][row] = weights[row][column];
                    }
                }
            }
        }
    }
}
