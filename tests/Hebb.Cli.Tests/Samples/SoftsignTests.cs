using CsCheck;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;
using OpenCatalogue;

namespace Hebb.Cli.Tests.Samples;

/// <summary>An activation from outside the library has what a built-in one has.</summary>
public sealed class SoftsignTests
{
    private const double Step = 1e-6;

    [Fact]
    public void The_derivative_is_the_finite_difference() =>
        Gen.Double[-8, 8]
            .Sample(drive =>
            {
                var expected = (Apply(drive + Step) - Apply(drive - Step)) / (2 * Step);
                Assert.Equal(expected, Softsign.Derivative(drive), 1e-6);
                Assert.Equal(Softsign.Derivative(drive), Softsign.DerivativeFromActivity(Apply(drive)), 1e-12);
                Span<double> slope = [drive];
                Softsign.Activation.Derivative<double>(slope, slope);
                Assert.Equal(Softsign.Derivative(drive), slope[0]);
            });

    [Fact]
    public void The_potential_has_the_inverse_as_its_slope() =>
        Gen.Double[-4, 4]
            .Sample(drive =>
            {
                var activity = Apply(drive);
                var slope = (Softsign.Potential(activity + Step) - Softsign.Potential(activity - Step)) / (2 * Step);
                Assert.Equal(drive, slope, 1e-4);
                Assert.Equal(drive, Softsign.Inverse(activity), 1e-9);
            });

    [Fact]
    public void Fused_kernels_settle_where_the_reference_does() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 40], Gen.Int[1, 20], Gen.ULong)
            .Sample(
                (inputs, hidden, rows, seed) =>
                {
                    var topology = NetworkTopology.Layered(
                        [inputs, hidden, 3],
                        Softsign.Activation,
                        Softsign.Activation
                    );
                    EnergyNetwork<double> reference = EnergyNetwork.Create<double>(topology, seed);
                    EnergyNetwork<float> fused = reference.ConvertTo<float>();
                    var random = new Pcg64(seed);
                    var wide = new AlignedMatrix<double>(rows, inputs);
                    var narrow = new AlignedMatrix<float>(rows, inputs);
                    for (var row = 0; row < rows; row++)
                    {
                        for (var column = 0; column < inputs; column++)
                        {
                            narrow[row][column] = (float)random.NextUniform(-1, 1);
                            wide[row][column] = narrow[row][column];
                        }
                    }

                    var expected = new NetworkState<double>(topology, rows);
                    expected.Clamp(reference, wide.All);
                    new FixedPoint(20).Settle(reference, expected);
                    var settled = new NetworkState<float>(topology, rows);
                    settled.Clamp(fused, narrow.All);
                    new FixedPoint(20).Settle(fused, settled);
                    for (var layer = 1; layer < topology.Layers.Length; layer++)
                    {
                        for (var row = 0; row < rows; row++)
                        {
                            for (var unit = 0; unit < topology.Layers[layer].Size; unit++)
                            {
                                Assert.Equal(expected.Units(layer)[row][unit], settled.Units(layer)[row][unit], 1e-5);
                            }
                        }
                    }
                },
                iter: 50
            );

    private static double Apply(double drive) => Softsign.Apply(drive);
}
