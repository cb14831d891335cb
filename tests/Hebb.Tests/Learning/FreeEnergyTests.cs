using CsCheck;
using Hebb.Learning.FreeEnergies;
using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Learning;

public sealed class FreeEnergyTests
{
    private const double Temperature = 0.7;

    private static readonly FixedPoint ToRest = new(2000, 1e-14, SweepOrder.Forward);

    public static TheoryData<int[], double> Depths =>
        new()
        {
            { [5], 1 },
            { [5, 4], 1 },
            { [5, 4], 0.3 },
            { [4, 5, 3], 0.5 },
        };

    [Theory, MemberData(nameof(Depths))]
    public void Correlations_are_the_gradient_of_the_logarithm_of_the_policy(int[] hidden, double feedback) =>
        Gen.ULong.Sample(
            seed =>
            {
                var random = new Pcg64(seed);
                var topology = NetworkTopology.Layered(
                    [3, .. hidden, 3],
                    Activation.Tanh,
                    Activation.Linear,
                    feedback: feedback
                );
                AssertGradient(Network(topology, random, scale: 0.4), random);
            },
            iter: 10
        );

    [Fact]
    public void Actions_that_drive_the_hidden_layer_have_the_gradient_too() =>
        Gen.ULong.Sample(
            seed =>
            {
                var random = new Pcg64(seed);
                AssertGradient(Network(FusedFreeEnergies.Topology(3, 5, 3), random, scale: 1), random);
            },
            iter: 10
        );

    [Fact]
    public void A_sweep_settles_one_hidden_layer_at_the_convex_conjugate() =>
        Gen.Select(Gen.Int[1, 9], Gen.ULong)
            .Sample(
                (units, seed) =>
                {
                    var random = new Pcg64(seed);
                    var network = Network(FusedFreeEnergies.Topology(2, units, 3), random, scale: 2);
                    double[] input = [random.NextUniform(-1, 1), random.NextUniform(-1, 1)];
                    var negated = new SettledFreeEnergies<double>(network, new FixedPoint(1), 1).Negated(Row(input));
                    for (var action = 0; action < 3; action++)
                    {
                        var expected = network.Parameters.Biases(2)[action] - 0.5;
                        for (var unit = 0; unit < units; unit++)
                        {
                            expected += Math.Log(Math.Cosh(Drive(network.Parameters, input, action, unit)));
                        }

                        Assert.Equal(expected, negated[0][action], 1e-10);
                    }
                },
                iter: 50
            );

    // From one unit, whose row is mostly padding, to more than a logarithm takes at once; scales from drives where
    // log cosh is a parabola to such where it is a straight line.
    [Fact]
    public void Fused_energies_and_correlations_are_those_of_the_settled_network() =>
        Gen.Select(
                Gen.Int[1, 5],
                Gen.OneOf(Gen.Int[1, 70], Gen.Int[500, 700]),
                Gen.Int[1, 4],
                Gen.Double[0.01, 8],
                Gen.ULong
            )
            .Sample(
                (inputs, units, actions, scale, seed) =>
                {
                    var random = new Pcg64(seed);
                    var exact = Network(FusedFreeEnergies.Topology(inputs, units, actions), random, scale);
                    var single = exact.ConvertTo<float>();
                    exact = single.ConvertTo<double>();
                    var fused = new FusedFreeEnergies(single, 3);
                    var settled = new SettledFreeEnergies<double>(exact, new FixedPoint(1), 3);
                    var observations = new float[2 * inputs];
                    var factors = new float[2 * actions];
                    Fill(observations, random);
                    Fill(factors, random);

                    var expected = settled.Negated(Matrix(Doubles(observations), inputs));
                    var found = fused.Negated(Matrix(observations, inputs));
                    for (var row = 0; row < 2; row++)
                    {
                        for (var action = 0; action < actions; action++)
                        {
                            var allowed = 2e-6 * (1 + Math.Abs(expected[row][action]));
                            Assert.Equal(expected[row][action], found[row][action], allowed);
                        }
                    }

                    var exactSum = new NetworkParameters<double>(exact.Topology);
                    var sum = new NetworkParameters<float>(exact.Topology);
                    settled.AddCorrelations(Matrix(Doubles(factors), actions), exactSum);
                    fused.AddCorrelations(Matrix(factors, actions), sum);
                    AssertClose(exactSum.All, Doubles(sum.All.ToArray(), exactSum.All.Length, exact.Topology), 2e-5);
                },
                iter: 60
            );

    [Fact]
    public void Factors_weigh_each_example_alone()
    {
        var random = new Pcg64(5);
        var topology = NetworkTopology
            .Layered([3, 5, 4, 2], Activation.Tanh, Activation.Linear, feedback: 0.5)
            .With(1, 1);
        var network = Network(topology, random, scale: 0.3);
        var inputs = new double[9];
        Fill(inputs, random);
        var together = new NetworkState<double>(topology, 3);
        together.Clamp(network, Matrix(inputs, 3));
        ToRest.Settle(network, together);
        double[] factors = [0.5, -2, 0.25];
        var expected = new NetworkParameters<double>(topology);
        for (var row = 0; row < 3; row++)
        {
            var alone = new NetworkState<double>(topology);
            alone.Clamp(network, Matrix(inputs, 3).Slice(row, 1));
            ToRest.Settle(network, alone);
            Correlations.Add(alone, factors[row], expected);
        }

        var sum = new NetworkParameters<double>(topology);
        Correlations.Add(together, factors, sum);

        AssertClose(expected.All, sum.All, 1e-10);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var network = new EnergyNetwork<float>(FusedFreeEnergies.Topology(2, 3, 2));
        var energies = new FusedFreeEnergies(network, 2);
        Assert.Throws<ArgumentException>(() => energies.Negated(Matrix(new float[3], 3)));
        Assert.Throws<ArgumentException>(() => energies.Negated(Matrix(new float[6], 2)));
        energies.Negated(Matrix(new float[4], 2));
        var sum = new NetworkParameters<float>(network.Topology);
        Assert.Throws<ArgumentException>(() => energies.AddCorrelations(Matrix(new float[2], 2), sum));
        var chain = NetworkTopology.Layered([2, 3, 2], Activation.Tanh, Activation.Linear);
        Assert.Throws<TopologyException>(() => new FusedFreeEnergies(new EnergyNetwork<float>(chain), 1));
        var readout = NetworkTopology.Layered([2, 3, 2], Activation.Tanh, Activation.Linear, readout: true);
        Assert.Throws<TopologyException>(() =>
            new SettledFreeEnergies<float>(new EnergyNetwork<float>(readout), ToRest, 1)
        );
        Assert.Throws<ArgumentException>(() =>
            Correlations.Add(new NetworkState<float>(network.Topology, 2), new float[1], sum)
        );
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Nothing_is_allocated_after_the_first_time(bool isFused)
    {
        var network = Network(FusedFreeEnergies.Topology(3, 20, 2), new Pcg64(1), scale: 1).ConvertTo<float>();
        IFreeEnergies<float> energies = isFused
            ? new FusedFreeEnergies(network, 2)
            : new SettledFreeEnergies<float>(network, new FixedPoint(3), 2);
        var sum = new NetworkParameters<float>(network.Topology);
        var inputs = new float[6];
        var factors = new float[4];
        Once();
        Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Once();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Once()
        {
            energies.Negated(Matrix(inputs, 3));
            energies.AddCorrelations(Matrix(factors, 2), sum);
        }
    }

    private static void AssertGradient(EnergyNetwork<double> network, Pcg64 random)
    {
        var energies = new SettledFreeEnergies<double>(network, ToRest, 1);
        double[] input = [random.NextUniform(-1, 1), random.NextUniform(-1, 1), random.NextUniform(-1, 1)];
        const int chosen = 1;
        double[] factors =
        [
            .. Probabilities(energies, input).Select((share, b) => ((b == chosen ? 1 : 0) - share) / Temperature),
        ];
        var gradient = new NetworkParameters<double>(network.Topology);
        energies.AddCorrelations(Matrix(factors, 3), gradient);

        const double step = 1e-5;
        for (var index = 0; index < gradient.All.Length; index++)
        {
            var kept = network.Parameters.All[index];
            network.Parameters.Edit()[index] = kept + step;
            var above = Math.Log(Probabilities(energies, input)[chosen]);
            network.Parameters.Edit()[index] = kept - step;
            var below = Math.Log(Probabilities(energies, input)[chosen]);
            network.Parameters.Edit()[index] = kept;
            Assert.True(energies.Settling.IsSettled);
            if (kept != 0)
            {
                // Padding is zero, and no part of the network.
                Assert.Equal((above - below) / (2 * step), gradient.All[index], 1e-7);
            }
        }
    }

    private static double[] Probabilities(SettledFreeEnergies<double> energies, double[] input)
    {
        var negated = energies.Negated(Row(input));
        var shares = new double[negated.Columns];
        for (var action = 0; action < shares.Length; action++)
        {
            shares[action] = Math.Exp(negated[0][action] / Temperature);
        }

        var sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }

    private static double Drive(NetworkParameters<double> parameters, double[] input, int action, int unit)
    {
        var drive = parameters.Biases(1)[unit] + parameters.Weights(1)[action][unit];
        for (var index = 0; index < input.Length; index++)
        {
            drive += input[index] * parameters.Weights(0)[index][unit];
        }

        return drive;
    }

    private static EnergyNetwork<double> Network(NetworkTopology topology, Pcg64 random, double scale)
    {
        var network = new EnergyNetwork<double>(topology);
        Initialization.FanIn(network.Parameters, random, 3 * scale);
        return network;
    }

    private static void Fill(Span<float> numbers, Pcg64 random)
    {
        foreach (ref var number in numbers)
        {
            number = (float)random.NextUniform(-1, 1);
        }
    }

    private static void Fill(Span<double> numbers, Pcg64 random)
    {
        foreach (ref var number in numbers)
        {
            number = random.NextUniform(-1, 1);
        }
    }

    private static double[] Doubles(float[] numbers) => [.. numbers.Select(number => (double)number)];

    // Rows are padded to another length in float32.
    private static double[] Doubles(float[] numbers, int length, NetworkTopology topology)
    {
        var parameters = new NetworkParameters<float>(topology);
        numbers.CopyTo(parameters.Edit());
        var converted = parameters.ConvertTo<double>().All.ToArray();
        Assert.Equal(length, converted.Length);
        return converted;
    }

    private static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<double> found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.Equal(expected[index], found[index], tolerance);
        }
    }

    private static ReadOnlyMatrixSpan<double> Row(double[] numbers) => new(numbers, numbers.Length);

    private static ReadOnlyMatrixSpan<T> Matrix<T>(T[] numbers, int columns)
        where T : unmanaged => new(numbers, columns);
}
