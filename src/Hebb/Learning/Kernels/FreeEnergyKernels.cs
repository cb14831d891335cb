using System.Runtime.InteropServices;
using Hebb.Learning.FreeEnergies;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Numerics.Products;

namespace Hebb.Learning.Kernels;

/// <summary>
/// One observation through one hidden layer of tanh units, over vectors of float32; rows are padded to whole cache lines
/// of zeros, which stay zeros.
/// </summary>
internal static class FreeEnergyKernels
{
    // A lane takes factors of 1/2 to 1: their product over this many vectors, and over all lanes in float64, stays clear of
    // the denormal numbers.
    private const int VectorsALogarithm = 32;

    /// <summary>W x + b.</summary>
    /// <param name="parameters">Of <see cref="FusedFreeEnergies.Topology"/>.</param>
    /// <param name="inputs">x.</param>
    /// <param name="drive">Receives it, padding included.</param>
    public static void Drive(NetworkParameters<float> parameters, ReadOnlySpan<float> inputs, Span<float> drive) =>
        RowCombination.Add(parameters.PaddedBiases(1), parameters.Weights(0).Span, inputs, drive);

    /// <summary>The hidden units with an action clamped, and minus its free energy.</summary>
    /// <remarks>
    /// With t = exp(-2 |u|), tanh |u| = (1 - t) / (1 + t) and log cosh u = |u| + log((1 + t) / 2): one exponential serves
    /// both, and the logarithms are taken of products of many units at once.
    /// </remarks>
    /// <param name="parameters">Of <see cref="FusedFreeEnergies.Topology"/>.</param>
    /// <param name="drive">W x + b, padding included.</param>
    /// <param name="hidden">Receives the units, padding included.</param>
    public static float Settle(
        NetworkParameters<float> parameters,
        int action,
        ReadOnlySpan<float> drive,
        Span<float> hidden
    ) =>
        Settle(
            parameters.Weights(1).Span.Slice(action * drive.Length, drive.Length),
            parameters.Biases(2)[action],
            drive,
            hidden
        );

    /// <summary>The same for what an action drives the hidden units with, whatever it is made of.</summary>
    /// <param name="actionDrive">What the clamped action adds to the drive, padding included.</param>
    /// <param name="bias">c_a.</param>
    /// <inheritdoc cref="Settle(NetworkParameters{float}, int, ReadOnlySpan{float}, Span{float})"/>
    public static float Settle(
        ReadOnlySpan<float> actionDrive,
        float bias,
        ReadOnlySpan<float> drive,
        Span<float> hidden
    )
    {
        ref var drives = ref MemoryMarshal.GetReference(drive);
        ref var units = ref MemoryMarshal.GetReference(hidden[..drive.Length]);
        ref var weights = ref MemoryMarshal.GetReference(actionDrive[..drive.Length]);
        var half = Vector.Create(0.5f);
        var negativeZero = Vector.Create(-0f);
        var magnitudes = Vector<float>.Zero;
        var product = Vector<float>.One;
        var logarithms = 0.0;
        var taken = 0;
        for (var unit = 0; unit < drive.Length; unit += Vector<float>.Count)
        {
            var at = (nuint)unit;
            var u = Vector.LoadUnsafe(ref drives, at) + Vector.LoadUnsafe(ref weights, at);
            var magnitude = Vector.Abs(u);
            var t = VectorExponential.Of(magnitude * -2f);
            var sum = Vector<float>.One + t;
            (((Vector<float>.One - t) / sum) | (u & negativeZero)).StoreUnsafe(ref units, at);
            magnitudes += magnitude;
            product *= half * sum;
            if (++taken == VectorsALogarithm)
            {
                logarithms += Math.Log(LaneProduct(product));
                product = Vector<float>.One;
                taken = 0;
            }
        }

        logarithms += Math.Log(LaneProduct(product));
        return (float)(LaneSum(magnitudes) + logarithms + bias - 0.5);
    }

    /// <summary>tanh of the drives.</summary>
    /// <param name="drive">W x + b, padding included.</param>
    /// <param name="hidden">Receives the units, padding included.</param>
    public static void Activate(ReadOnlySpan<float> drive, Span<float> hidden)
    {
        ref var drives = ref MemoryMarshal.GetReference(drive);
        ref var units = ref MemoryMarshal.GetReference(hidden[..drive.Length]);
        for (var unit = 0; unit < drive.Length; unit += Vector<float>.Count)
        {
            Tanh.Apply(Vector.LoadUnsafe(ref drives, (nuint)unit)).StoreUnsafe(ref units, (nuint)unit);
        }
    }

    private static double LaneProduct(Vector<float> lanes)
    {
        var product = 1.0;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            product *= lanes[lane];
        }

        return product;
    }

    private static double LaneSum(Vector<float> lanes)
    {
        var sum = 0.0;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            sum += lanes[lane];
        }

        return sum;
    }
}
