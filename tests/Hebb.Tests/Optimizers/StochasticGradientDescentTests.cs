using CsCheck;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Optimizers;

public sealed class StochasticGradientDescentTests
{
    [Fact]
    public void Three_steps_with_momentum_by_hand()
    {
        var optimizer = new StochasticGradientDescent<double>(2, learningRate: 0.1, momentum: 0.5);
        double[] parameters = [1, 0];
        optimizer.Step(parameters, [2, 0]);
        Assert.Equal(0.8, parameters[0], 1e-15);
        optimizer.Step(parameters, [-1, 0]);
        Assert.Equal(0.8, parameters[0], 1e-15);
        optimizer.Step(parameters, [1, 0]);
        Assert.Equal(0.7, parameters[0], 1e-15);
        Assert.Equal(0, parameters[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.9)]
    public void Steps_agree_with_a_scalar_reference(double momentum) =>
        Gen.Select(Gen.Int[0, 70], Gen.ULong, Gen.Int[1, 5])
            .Sample(
                (length, seed, steps) =>
                {
                    var random = new Pcg64(seed);
                    var parameters = new float[length];
                    RandomNetworks.Fill<float>(parameters, random);
                    var expected = Array.ConvertAll(parameters, parameter => (double)parameter);
                    var velocity = new double[length];
                    var gradient = new float[length];
                    var optimizer = new StochasticGradientDescent<float>(length, 0.01, momentum);
                    for (var step = 0; step < steps; step++)
                    {
                        RandomNetworks.Fill<float>(gradient, random);
                        optimizer.Step(parameters, gradient);
                        for (var index = 0; index < length; index++)
                        {
                            velocity[index] = (momentum * velocity[index]) + gradient[index];
                            expected[index] -= 0.01 * velocity[index];
                            Assert.Equal(expected[index], parameters[index], 1e-6);
                        }
                    }
                }
            );

    [Fact]
    public void A_velocity_that_has_fallen_silent_becomes_zero_rather_than_denormal()
    {
        // Were it kept, the parameter would go on moving by the smallest float there is.
        var optimizer = new StochasticGradientDescent<float>(1, learningRate: 1, momentum: 0.9);
        float[] parameters = [0];
        optimizer.Step(parameters, [1e-28f]);
        for (var step = 0; step < 200; step++)
        {
            optimizer.Step(parameters, [0]);
        }

        var before = parameters[0];
        parameters[0] = 0;
        optimizer.Step(parameters, [0]);
        Assert.Equal(0, parameters[0]);
        Assert.NotEqual(0, before);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(1, -0.1)]
    [InlineData(1, 1)]
    [InlineData(1, double.NaN)]
    public void Settings_that_cannot_descend_are_refused(double learningRate, double momentum) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new StochasticGradientDescent<float>(3, learningRate, momentum)
        );

    [Fact]
    public void Other_lengths_are_refused_and_both_optimizers_stand_behind_one_interface()
    {
        IOptimizer<float>[] optimizers = [new Adam<float>(3, 0.1), new StochasticGradientDescent<float>(3, 0.1)];
        foreach (var optimizer in optimizers)
        {
            float[] parameters = [1, 1, 1];
            optimizer.Step(parameters, [1, 0, -1]);
            Assert.Equal([0.9f, 1, 1.1f], parameters, (one, other) => Math.Abs(one - other) < 1e-6);
            Assert.Throws<ArgumentException>(() => optimizer.Step(new float[2], new float[3]));
            Assert.Throws<ArgumentException>(() => optimizer.Step(new float[3], new float[4]));
        }
    }
}
