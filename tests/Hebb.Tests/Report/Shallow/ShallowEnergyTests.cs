using CsCheck;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Report.Shallow;

public sealed class ShallowEnergyTests
{
    [Fact]
    public void Energy_of_a_small_network_by_hand()
    {
        var network = new ShallowParameters<double>(1, 1, 1);
        network.InputWeights(0)[0] = 2;
        network.HiddenBiases[0] = 0.5;
        network.OutputWeights(0)[0] = -3;
        network.OutputBiases[0] = 0.25;
        var state = new ShallowState<double>(network);
        state.Clamp(network, [0.5]);
        state.Hidden[0] = 0.5;
        state.Outputs[0] = 0.75;

        // h^2/2 + y^2/2 - (b1 + x W1) h - h W2 y - b2 y
        var expected = 0.125 + 0.28125 - (1.5 * 0.5) - (0.5 * -3 * 0.75) - (0.25 * 0.75);
        Assert.Equal(expected, ShallowEnergy.Energy(network, state), 1e-15);
    }

    [Fact]
    public void Gradient_is_the_derivative_of_the_energy() =>
        RandomNetworks.Shapes.Sample(shape =>
        {
            var (network, state) = Settling<double>(shape);
            var gradient = new double[state.Units.Length];
            ShallowEnergy.Gradient(network, state, gradient);
            for (var unit = 0; unit < state.Units.Length; unit++)
            {
                // At a kink of rho there is no derivative to compare with.
                if (IsPadding(unit, network) || NearKink(state.Units[unit]))
                {
                    continue;
                }

                const double step = 1e-6;
                var kept = state.Units[unit];
                state.Units[unit] = kept + step;
                var above = ShallowEnergy.Energy(network, state);
                state.Units[unit] = kept - step;
                var below = ShallowEnergy.Energy(network, state);
                state.Units[unit] = kept;
                Assert.Equal((above - below) / (2 * step), gradient[unit], 1e-7);
            }
        });

    [Fact]
    public void Vector_gradient_agrees_with_the_reference() =>
        RandomNetworks.Shapes.Sample(shape =>
        {
            var (network, state) = Settling<float>(shape);
            var expected = new float[state.Units.Length];
            var actual = new float[state.Units.Length];

            ShallowEnergyKernels.Reference(network, state, expected);
            ShallowEnergyKernels.Vectorised(network, state, actual);

            for (var unit = 0; unit < expected.Length; unit++)
            {
                Assert.Equal(expected[unit], actual[unit], 1e-4f);
            }
        });

    [Fact]
    public void Correlations_are_minus_the_derivative_of_the_energy_in_the_parameters() =>
        RandomNetworks.Shapes.Sample(shape =>
        {
            var (network, state) = Settling<double>(shape);
            var inputs = new double[shape.Inputs];
            RandomNetworks.Fill<double>(inputs, new Pcg64(shape.Seed + 2));
            var activities = new double[network.Stride];
            for (var unit = 0; unit < shape.Hidden; unit++)
            {
                activities[unit] = HardSigmoid.Apply(state.Hidden[unit]);
            }

            var correlations = network.ZerosAlike();
            new HebbianCorrelation<double>(shape.Inputs, shape.Outputs).AddTo(
                correlations,
                -1,
                inputs,
                activities,
                state.Outputs
            );

            var expected = RandomNetworks.Derivative(
                network,
                () =>
                {
                    state.Clamp(network, inputs);
                    return ShallowEnergy.Energy(network, state);
                },
                1e-5
            );
            RandomNetworks.AssertClose(RandomNetworks.Numbers(expected), RandomNetworks.Numbers(correlations), 1e-7);
        });

    private static (ShallowParameters<T> Network, ShallowState<T> State) Settling<T>(
        (int Inputs, int Hidden, int Outputs, ulong Seed) shape
    )
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var network = RandomNetworks.Network<T>(shape);
        var random = new Pcg64(shape.Seed + 1);
        var state = new ShallowState<T>(network);
        var inputs = new T[shape.Inputs];
        RandomNetworks.Fill<T>(inputs, random);
        state.Clamp(network, inputs);
        RandomNetworks.Fill(state.Hidden[..shape.Hidden], random, 1.5);
        RandomNetworks.Fill(state.Outputs, random, 1.5);
        return (network, state);
    }

    private static bool IsPadding(int unit, ShallowParameters<double> network) =>
        unit >= network.HiddenSize && unit < network.Stride;

    private static bool NearKink(double unit) => Math.Abs(unit) < 1e-5 || Math.Abs(unit - 1) < 1e-5;
}
