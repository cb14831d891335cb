using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Learning.Contrastive;

/// <summary>A network, its state, its targets and a gradient in complex numbers, made once and reused.</summary>
/// <typeparam name="T">The number type of the free phase.</typeparam>
internal sealed class HolomorphicPhases<T>(NetworkState<T> like)
    where T : unmanaged, INumberBase<T>
{
    private readonly AlignedMatrix<Complex> _targets = new(like.Capacity, like.Topology.OutputSize);

    /// <summary>The network.</summary>
    public EnergyNetwork<Complex> Network { get; } = new(like.Topology);

    /// <summary>Where a phase settles.</summary>
    public NetworkState<Complex> State { get; } = new(like.Topology, like.Capacity);

    /// <summary>The sum over the points.</summary>
    public NetworkParameters<Complex> Gradient { get; } = new(like.Topology);

    /// <summary>What the cost asks.</summary>
    public ReadOnlyMatrixSpan<Complex> Targets => _targets.First(State.Rows);

    /// <summary>Takes the parameters and targets as they are now, and clears the gradient.</summary>
    /// <param name="targets">A row an example.</param>
    public void Begin(EnergyNetwork<T> network, ReadOnlyMatrixSpan<T> targets)
    {
        NetworkParameters<Complex> parameters = Network.Parameters;
        for (var connection = 0; connection < network.Topology.Connections.Length; connection++)
        {
            Convert(network.Parameters.Weights(connection), parameters.EditWeights(connection));
        }

        foreach (var layer in network.Topology.Free)
        {
            TensorPrimitives.ConvertTruncating<T, Complex>(
                network.Parameters.Biases(layer),
                parameters.EditBiases(layer)
            );
        }

        Convert(targets, _targets.First(targets.Rows));
        Gradient.Clear();
    }

    /// <summary>The real part of the gradient.</summary>
    /// <param name="gradient">Receives it.</param>
    public void CopyRealPart(NetworkParameters<T> gradient)
    {
        for (var connection = 0; connection < gradient.Topology.Connections.Length; connection++)
        {
            var source = Gradient.Weights(connection);
            var target = gradient.EditWeights(connection);
            for (var row = 0; row < source.Rows; row++)
            {
                CopyRealPart(source[row], target[row]);
            }
        }

        foreach (var layer in gradient.Topology.Free)
        {
            CopyRealPart(Gradient.Biases(layer), gradient.EditBiases(layer));
        }
    }

    private static void CopyRealPart(ReadOnlySpan<Complex> source, Span<T> target)
    {
        for (var index = 0; index < source.Length; index++)
        {
            target[index] = T.CreateTruncating(source[index].Real);
        }
    }

    private static void Convert(ReadOnlyMatrixSpan<T> source, MatrixSpan<Complex> target)
    {
        for (var row = 0; row < source.Rows; row++)
        {
            TensorPrimitives.ConvertTruncating<T, Complex>(source[row], target[row]);
        }
    }
}
