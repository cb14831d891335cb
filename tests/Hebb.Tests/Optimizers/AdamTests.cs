using CsCheck;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Optimizers;

public sealed class AdamTests
{
    [Fact]
    public void Two_steps_by_hand()
    {
        var adam = new Adam<double>(1, learningRate: 0.1);
        double[] parameter = [1];

        adam.Step(parameter, [2]);

        // m = 0.2, v = 0.004; corrected 2 and 4: the step is 0.1 * 2 / (2 + 1e-8).
        Assert.Equal(1 - (0.1 * 2 / (2 + 1e-8)), parameter[0], 1e-15);

        var before = parameter[0];
        adam.Step(parameter, [-1]);

        var mean = ((0.9 * 0.2) - 0.1) / (1 - 0.81);
        var square = ((0.999 * 0.004) + 0.001) / (1 - (0.999 * 0.999));
        Assert.Equal(before - (0.1 * mean / (Math.Sqrt(square) + 1e-8)), parameter[0], 1e-14);
    }

    [Fact]
    public void Vector_step_agrees_with_the_reference() =>
        Gen.Select(Gen.Int[1, 70], Gen.ULong)
            .Sample(
                (length, seed) =>
                {
                    var random = new Pcg64(seed);
                    var numbers = new float[4][];
                    for (var index = 0; index < numbers.Length; index++)
                    {
                        numbers[index] = new float[length];
                        RandomNetworks.Fill<float>(numbers[index], random);
                    }

                    var (parameters, gradient, first, second) = (numbers[0], numbers[1], numbers[2], numbers[3]);
                    foreach (ref var square in second.AsSpan())
                    {
                        square = Math.Abs(square);
                    }

                    var step = new AdamStep<float>(0.01f, 0.9f, 0.999f, 3f, 1e-8f);
                    var expected = (float[])parameters.Clone();
                    AdamKernels.Reference(step, expected, gradient, (float[])first.Clone(), (float[])second.Clone());
                    AdamKernels.Vectorised(step, parameters, gradient, first, second);

                    for (var index = 0; index < length; index++)
                    {
                        Assert.Equal(expected[index], parameters[index], 1e-5f);
                    }
                }
            );

    [Fact]
    public void Finds_the_minimum_of_a_bowl()
    {
        var adam = new Adam<double>(2, learningRate: 0.05);
        double[] parameters = [3, -2];
        for (var step = 0; step < 2000; step++)
        {
            adam.Step(parameters, [2 * (parameters[0] - 1), 20 * (parameters[1] + 0.5)]);
        }

        Assert.Equal(1, parameters[0], 1e-3);
        Assert.Equal(-0.5, parameters[1], 1e-3);
    }

    // Long enough for the vector loop and its remainder.
    [Fact]
    public void Moments_of_a_silent_parameter_end_at_zero_and_not_among_the_denormals()
    {
        const int length = 37;
        var parameters = new float[length];
        var first = new float[length];
        var second = new float[length];
        Array.Fill(first, 1e-3f);
        Array.Fill(second, 1e-6f);
        var step = new AdamStep<float>(0.01f, 0.9f, 0.9f, 1f, 1e-8f);
        for (var count = 0; count < 2000; count++)
        {
            AdamKernels.Vectorised(step, parameters, new float[length], first, second);
        }

        Assert.All(first, moment => Assert.Equal(0, moment));
        Assert.All(second, moment => Assert.Equal(0, moment));
    }

    [Fact]
    public void Bad_constants_and_lengths_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, 0.1, beta1: 1));
        Assert.Throws<ArgumentException>(() => new Adam<float>(2, 0.1).Step(new float[2], new float[3]));
    }
}
