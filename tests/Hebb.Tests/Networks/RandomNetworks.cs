using CsCheck;
using Hebb.Numerics;
using Hebb.Report.Shallow;

namespace Hebb.Tests.Networks;

/// <summary>Generates networks of every small shape, the padded ones and the unpadded, with their inputs and states.</summary>
internal static class RandomNetworks
{
    public static Gen<(int Inputs, int Hidden, int Outputs, ulong Seed)> Shapes { get; } =
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 40], Gen.Int[1, 4], Gen.ULong);

    public static ShallowParameters<T> Network<T>(
        (int Inputs, int Hidden, int Outputs, ulong Seed) shape,
        double scale = 1
    )
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var parameters = new ShallowParameters<T>(shape.Inputs, shape.Hidden, shape.Outputs);
        var random = new Pcg64(shape.Seed);
        for (var input = 0; input < shape.Inputs; input++)
        {
            Fill(parameters.InputWeights(input)[..shape.Hidden], random, scale);
        }

        Fill(parameters.HiddenBiases[..shape.Hidden], random, scale);
        for (var output = 0; output < shape.Outputs; output++)
        {
            Fill(parameters.OutputWeights(output)[..shape.Hidden], random, scale);
        }

        Fill(parameters.OutputBiases, random, scale);
        return parameters;
    }

    /// <summary>Numbers that are the same in every type: they have few bits.</summary>
    public static void Fill<T>(Span<T> numbers, Pcg64 random, double scale = 1)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        foreach (ref var number in numbers)
        {
            number = T.CreateChecked((float)random.NextUniform(-scale, scale));
        }
    }

    /// <summary>Every parameter that is not padding, as one array.</summary>
    public static double[] Numbers<T>(ShallowParameters<T> parameters)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var numbers = new List<double>();
        for (var input = 0; input < parameters.InputSize; input++)
        {
            Take(parameters.InputWeights(input)[..parameters.HiddenSize]);
        }

        Take(parameters.HiddenBiases[..parameters.HiddenSize]);
        for (var output = 0; output < parameters.OutputSize; output++)
        {
            Take(parameters.OutputWeights(output)[..parameters.HiddenSize]);
        }

        Take(parameters.OutputBiases);
        return [.. numbers];

        void Take(ReadOnlySpan<T> row)
        {
            foreach (var number in row)
            {
                numbers.Add(double.CreateChecked(number));
            }
        }
    }

    /// <summary>The derivative of a function of the parameters, by central differences.</summary>
    public static ShallowParameters<double> Derivative(
        ShallowParameters<double> parameters,
        Func<double> function,
        double step = 1e-6
    )
    {
        var derivative = parameters.ZerosAlike();
        for (var index = 0; index < parameters.All.Length; index++)
        {
            var kept = parameters.All[index];
            parameters.All[index] = kept + step;
            var above = function();
            parameters.All[index] = kept - step;
            var below = function();
            parameters.All[index] = kept;
            derivative.All[index] = (above - below) / (2 * step);
        }

        return derivative;
    }

    public static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var index = 0; index < expected.Length; index++)
        {
            var allowed = tolerance * (1 + Math.Abs(expected[index]));
            Assert.True(
                Math.Abs(expected[index] - actual[index]) <= allowed,
                $"number {index}: expected {expected[index]:R}, was {actual[index]:R}"
            );
        }
    }
}
