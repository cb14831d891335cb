using System.Numerics;
using Hebb.Numerics;

namespace Hebb.Networks;

/// <summary>
/// Where learning starts. Numbers are drawn in float64, layer by layer, so that a float32 network is the rounded
/// float64 one of the same stream; padding stays zero.
/// </summary>
public static class Initialization
{
    /// <summary>
    /// Glorot and Bengio (2010), eq. (16): weights uniform within sqrt(6 / (fan in + fan out)), biases zero; the
    /// start of the report's energy networks.
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="parameters">Overwritten.</param>
    /// <param name="random">The stream drawn from.</param>
    public static void XavierUniform<T>(ShallowParameters<T> parameters, Pcg64 random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.All.Clear();
        InputWeights(parameters, random, Math.Sqrt(6.0 / (parameters.InputSize + parameters.HiddenSize)));
        OutputWeights(parameters, random, Math.Sqrt(6.0 / (parameters.HiddenSize + parameters.OutputSize)));
    }

    /// <summary>
    /// PyTorch's default for a linear layer: weights and biases uniform within 1 / sqrt(fan in).
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="parameters">Overwritten.</param>
    /// <param name="random">The stream drawn from.</param>
    public static void FanIn<T>(ShallowParameters<T> parameters, Pcg64 random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.All.Clear();
        InputWeights(parameters, random, 1 / Math.Sqrt(parameters.InputSize));
        OutputWeights(parameters, random, 1 / Math.Sqrt(parameters.HiddenSize));
        FanInBiases(parameters, random);
    }

    /// <summary>
    /// Weights normal around zero, biases as in <see cref="FanIn{T}(ShallowParameters{T}, Pcg64)"/>; the start of the report's backprop Q-network.
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="parameters">Overwritten.</param>
    /// <param name="deviation">Standard deviation of the weights.</param>
    /// <param name="random">The stream drawn from.</param>
    public static void Normal<T>(ShallowParameters<T> parameters, double deviation, Pcg64 random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(random);
        parameters.All.Clear();
        for (var input = 0; input < parameters.InputSize; input++)
        {
            foreach (ref var weight in parameters.InputWeights(input)[..parameters.HiddenSize])
            {
                weight = T.CreateTruncating(deviation * random.NextGaussian());
            }
        }

        for (var output = 0; output < parameters.OutputSize; output++)
        {
            foreach (ref var weight in parameters.OutputWeights(output)[..parameters.HiddenSize])
            {
                weight = T.CreateTruncating(deviation * random.NextGaussian());
            }
        }

        FanInBiases(parameters, random);
    }

    /// <summary>
    /// PyTorch's default for linear layers, for each connection: weights uniform within gain / sqrt(from), and each layer's
    /// biases within gain / sqrt(all that drive it along the connections' direction).
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="parameters">Overwritten.</param>
    /// <param name="random">The stream drawn from.</param>
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
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="parameters">Overwritten.</param>
    /// <param name="random">The stream drawn from.</param>
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
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="parameters">Overwritten.</param>
    /// <param name="random">The stream drawn from.</param>
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

    private static void InputWeights<T>(ShallowParameters<T> parameters, Pcg64 random, double bound)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var input = 0; input < parameters.InputSize; input++)
        {
            Uniform(parameters.InputWeights(input)[..parameters.HiddenSize], random, bound);
        }
    }

    private static void OutputWeights<T>(ShallowParameters<T> parameters, Pcg64 random, double bound)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var output = 0; output < parameters.OutputSize; output++)
        {
            Uniform(parameters.OutputWeights(output)[..parameters.HiddenSize], random, bound);
        }
    }

    private static void FanInBiases<T>(ShallowParameters<T> parameters, Pcg64 random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Uniform(parameters.HiddenBiases[..parameters.HiddenSize], random, 1 / Math.Sqrt(parameters.InputSize));
        Uniform(parameters.OutputBiases, random, 1 / Math.Sqrt(parameters.HiddenSize));
    }

    private static void Uniform<T>(Span<T> numbers, Pcg64 random, double bound)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref var number in numbers)
        {
            number = T.CreateTruncating(bound * ((2 * random.NextDouble()) - 1));
        }
    }
}
