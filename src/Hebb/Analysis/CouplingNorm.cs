using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Analysis;

/// <summary>
/// The norm of the coupling between all settling units at once, which certifies a single equilibrium: the spectral norm of the
/// symmetric matrix A with blocks sqrt(gamma) W, gamma the <see cref="Incoming.Strength"/> of the feedback of W.
/// </summary>
/// <remarks>
/// In the units v = sqrt(Gamma) s, with Gamma the <see cref="Layer.EnergyWeight"/>, the energy has the second derivative
/// diag(G''(s)) - A, and G'' = 1 / rho' is at least 1 for an activation whose slope is at most 1. So below 1 the energy is
/// strictly convex: every input has exactly one equilibrium, whatever the input, and sweeps in the alternating order find it.
/// Above 1 there may be more, and need not. For one connection alone it is sqrt(gamma) sigma(W); for a chain of them
/// gamma (sigma(W)^2 + sigma(W')^2) below 1 is enough where there are two.
/// </remarks>
public static class CouplingNorm
{
    private const double Tolerance = 1e-12;
    private const int MaxIterations = 10_000;

    /// <summary>The norm of A.</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    /// <param name="parameters">The parameters of a network all of whose connections are symmetric.</param>
    /// <exception cref="TopologyException">A connection is directed: there is no energy.</exception>
    public static double Of<T>(NetworkParameters<T> parameters)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        NetworkTopology topology = parameters.Topology;
        NetworkEnergy.RequireEnergy(topology);
        var vector = NewVector(topology);
        var image = NewVector(topology);
        foreach (var layer in topology.Free)
        {
            // No simple pattern of signs is orthogonal to it.
            for (var unit = 0; unit < vector[layer].Length; unit++)
            {
                vector[layer][unit] = 1 + (0.1 * Math.Cos((7 * layer) + (3 * unit)));
            }
        }

        var norm = 0.0;
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var length = Length(vector);
            Multiply(parameters, vector, image, 1 / length);
            var found = Length(image);
            if (!(found > norm + (Tolerance * norm)))
            {
                return double.IsNaN(found) ? found : Math.Max(found, norm);
            }

            norm = found;
            (vector, image) = (image, vector);
        }

        return norm;
    }

    private static void Multiply<T>(NetworkParameters<T> parameters, double[][] vector, double[][] image, double scale)
        where T : unmanaged, INumberBase<T>
    {
        NetworkTopology topology = parameters.Topology;
        foreach (var layer in topology.Free)
        {
            Array.Clear(image[layer]);
        }

        for (var index = 0; index < topology.Connections.Length; index++)
        {
            var strength = ConnectionFeedback.StrengthOf(topology, index);
            if (strength == 0)
            {
                continue;
            }

            Connection connection = topology.Connections[index];
            var factor = scale * Math.Sqrt(strength);
            Add(parameters.Weights(index), vector, image, connection, factor);
        }
    }

    private static void Add<T>(
        ReadOnlyMatrixSpan<T> weights,
        double[][] vector,
        double[][] image,
        Connection connection,
        double factor
    )
        where T : unmanaged, INumberBase<T>
    {
        for (var row = 0; row < weights.Rows; row++)
        {
            var numbers = weights[row];
            for (var column = 0; column < numbers.Length; column++)
            {
                var weight = factor * Transcendental.RealPart(numbers[column]);
                image[connection.From][row] += weight * vector[connection.To][column];
                if (!connection.IsLateral)
                {
                    // Weights within a layer are stored as the whole symmetric matrix.
                    image[connection.To][column] += weight * vector[connection.From][row];
                }
            }
        }
    }

    private static double[][] NewVector(NetworkTopology topology) =>
        [.. topology.Layers.Select(layer => layer.Role is LayerRole.Input ? [] : new double[layer.Size])];

    private static double Length(double[][] vector) => Math.Sqrt(vector.Sum(layer => layer.Sum(unit => unit * unit)));
}
