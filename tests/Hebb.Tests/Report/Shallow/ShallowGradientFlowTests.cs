using CsCheck;
using Hebb.Costs;
using Hebb.Numerics;
using Hebb.Report.Shallow;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Report.Shallow;

public sealed class ShallowGradientFlowTests
{
    [Fact]
    public void Energy_never_rises() =>
        RandomNetworks.Shapes.Sample(shape =>
        {
            // A step below two over the energy's greatest curvature, 1 + |W2| here, cannot climb.
            var network = RandomNetworks.Network<double>(shape);
            var flow = new ShallowGradientFlow<double>(network, 0.5 / (1 + Math.Sqrt(shape.Hidden * shape.Outputs)));
            var state = Clamped<double>(network, shape.Seed);
            var energy = ShallowEnergy.Energy(network, state);
            for (var step = 0; step < 50; step++)
            {
                flow.Settle(network, state, 1, 0, SquaredError.Half, default);
                var next = ShallowEnergy.Energy(network, state);
                Assert.True(next <= energy + 1e-12, $"step {step}: {energy:R} rose to {next:R}");
                energy = next;
            }
        });

    [Fact]
    public void Nudged_total_energy_never_rises() =>
        RandomNetworks.Shapes.Sample(shape =>
        {
            const double beta = 0.5;
            var network = RandomNetworks.Network<double>(shape);
            var flow = new ShallowGradientFlow<double>(network, 0.5 / (2 + Math.Sqrt(shape.Hidden * shape.Outputs)));
            var state = Clamped<double>(network, shape.Seed);
            var target = new double[shape.Outputs];
            RandomNetworks.Fill<double>(target, new Pcg64(shape.Seed + 3));
            var energy = Total();
            for (var step = 0; step < 50; step++)
            {
                flow.Settle(network, state, 1, beta, SquaredError.Half, target);
                var next = Total();
                Assert.True(next <= energy + 1e-12, $"step {step}: {energy:R} rose to {next:R}");
                energy = next;
            }

            double Total()
            {
                var total = ShallowEnergy.Energy(network, state);
                for (var output = 0; output < target.Length; output++)
                {
                    var error = state.Outputs[output] - target[output];
                    total += beta * 0.5 * error * error;
                }

                return total;
            }
        });

    [Fact]
    public void A_settled_unit_is_the_clamped_drive()
    {
        var shape = (Inputs: 3, Hidden: 8, Outputs: 2, Seed: 5UL);
        var network = RandomNetworks.Network<double>(shape, 0.2);
        var flow = new ShallowGradientFlow<double>(network, 0.5);
        var state = Clamped<double>(network, 9);

        flow.Settle(network, state, 200, 0, SquaredError.Half, default);

        for (var unit = 0; unit < shape.Hidden; unit++)
        {
            var drive =
                state.Drive[unit]
                + (network.OutputWeights(0)[unit] * state.Outputs[0])
                + (network.OutputWeights(1)[unit] * state.Outputs[1]);
            Assert.Equal(Math.Clamp(drive, 0, 1), state.Hidden[unit], 1e-12);
        }
    }

    [Fact]
    public void Fused_flow_agrees_with_the_reference() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 40], Gen.ULong, Gen.Bool)
            .Sample(
                (inputs, hidden, seed, nudged) =>
                {
                    var network = RandomNetworks.Network<float>((inputs, hidden, 1, seed));
                    var fused = Clamped<float>(network, seed);
                    var plain = Clamped<float>(network, seed);
                    var beta = nudged ? 0.5f : 0f;
                    float[] target = [0.8f];
                    var gradient = new float[plain.Units.Length];

                    new ShallowGradientFlow<float>(network, 0.5).Settle(
                        network,
                        fused,
                        6,
                        beta,
                        SquaredError.Whole,
                        target
                    );
                    for (var step = 0; step < 6; step++)
                    {
                        ShallowGradientFlowKernels.Reference(
                            network,
                            plain,
                            0.5f,
                            beta,
                            SquaredError.Whole,
                            target,
                            0,
                            gradient
                        );
                    }

                    for (var unit = 0; unit < plain.Units.Length; unit++)
                    {
                        Assert.Equal(plain.Units[unit], fused.Units[unit], 1e-4f);
                    }
                }
            );

    [Fact]
    public void A_tolerance_ends_a_phase_before_its_last_step()
    {
        var network = RandomNetworks.Network<float>((3, 8, 1, 5UL), 0.2);
        var tolerant = Clamped<float>(network, 9);
        var patient = Clamped<float>(network, 9);
        var flow = new ShallowGradientFlow<float>(network, 0.5, 0.1);
        Assert.True(flow.Settle(network, tolerant, 200, 0, SquaredError.Half, default));
        new ShallowGradientFlow<float>(network, 0.5).Settle(network, patient, 200, 0, SquaredError.Half, default);

        Assert.NotEqual(patient.Units.ToArray(), tolerant.Units.ToArray());

        // It ended because nothing moved further than that: one more step stays within it.
        var before = tolerant.Units.ToArray();
        new ShallowGradientFlow<float>(network, 0.5).Settle(network, tolerant, 1, 0, SquaredError.Half, default);
        Assert.All(before.Zip(tolerant.Units.ToArray()), pair => Assert.InRange(pair.First - pair.Second, -0.1f, 0.1f));
    }

    [Fact]
    public void A_phase_that_uses_up_its_steps_says_that_it_has_not_settled()
    {
        var single = RandomNetworks.Network<float>((3, 8, 1, 5UL), 0.2);
        var several = RandomNetworks.Network<double>((3, 8, 2, 5UL), 0.2);

        Assert.False(
            new ShallowGradientFlow<float>(single, 0.1, 1e-6).Settle(
                single,
                Clamped(single, 9),
                2,
                0,
                SquaredError.Half,
                default
            )
        );
        Assert.False(
            new ShallowGradientFlow<double>(several, 0.1, 1e-6).Settle(
                several,
                Clamped(several, 9),
                2,
                0,
                SquaredError.Half,
                default
            )
        );
        Assert.True(
            new ShallowGradientFlow<float>(single, 0.1).Settle(
                single,
                Clamped(single, 9),
                2,
                0,
                SquaredError.Half,
                default
            )
        );
    }

    [Fact]
    public void Units_that_are_no_numbers_have_not_settled()
    {
        var network = RandomNetworks.Network<float>((3, 8, 1, 5UL), 0.2);
        var state = Clamped<float>(network, 9);
        state.Outputs[0] = float.NaN;

        Assert.True(ShallowGradientFlowKernels.OneOutput(network, state, 0.5f, 0, 0, 1e-3f));
    }

    [Fact]
    public void Steps_outside_their_range_are_refused()
    {
        var network = new ShallowParameters<double>(1, 1, 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => new ShallowGradientFlow<double>(network, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShallowGradientFlow<double>(network, 1.5));
    }

    private static ShallowState<T> Clamped<T>(ShallowParameters<T> network, ulong seed)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var random = new Pcg64(seed + 1);
        var inputs = new T[network.InputSize];
        RandomNetworks.Fill<T>(inputs, random);
        var state = new ShallowState<T>(network);
        state.Clamp(network, inputs);
        foreach (ref var unit in state.Hidden[..network.HiddenSize])
        {
            unit = T.CreateChecked((float)random.NextDouble());
        }

        foreach (ref var unit in state.Outputs)
        {
            unit = T.CreateChecked((float)random.NextDouble());
        }

        return state;
    }
}
