using Hebb.Numerics;

namespace Hebb.Report.Shallow;

/// <summary>
/// Where the report's networks start. Numbers are drawn in float64, layer by layer, so that a float32 network is the
/// rounded float64 one of the same stream; padding stays zero.
/// </summary>
internal static class ShallowInitialization
{
    /// <summary>
    /// Glorot and Bengio (2010), eq. (16): weights uniform within sqrt(6 / (fan in + fan out)), biases zero; the
    /// start of the report's energy networks.
    /// </summary>
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
    /// <param name="deviation">Standard deviation of the weights.</param>
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
