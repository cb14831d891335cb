using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Tests.Networks;

public sealed class AlignmentAngleTests
{
    [Fact]
    public void Every_pair_of_a_graph_has_its_angle()
    {
        var topology = NetworkTopology
            .Layered([2, 40, 30, 5], Activation.Tanh, Activation.Linear)
            .With(1, 1)
            .WithSeparateFeedback();
        var parameters = new NetworkParameters<double>(topology);
        Initialization.XavierUniform(parameters, new Pcg64(2));
        var angles = AlignmentAngle.OfPairs(parameters);

        Assert.Equal([(1, 2), (3, 4)], angles.Select(angle => (angle.Forward, angle.Feedback)));
        Assert.All(angles, angle => Assert.InRange(angle.Degrees, 75, 105));

        Transpose(parameters, forward: 1, feedback: 2, factor: 3);
        Transpose(parameters, forward: 3, feedback: 4, factor: -0.5);
        angles = AlignmentAngle.OfPairs(parameters);
        Assert.Equal(0, angles[0].Degrees, 1e-10);
        Assert.Equal(180, angles[1].Degrees, 1e-10);

        parameters.EditWeights(2).Span.Clear();
        Assert.Equal(double.NaN, AlignmentAngle.OfPairs(parameters)[0].Degrees);
    }

    [Fact]
    public void It_is_the_angle_of_geometry()
    {
        double[] forward = [1, 0, 0, 0, 0, 0];
        double[] feedback = [Math.Sqrt(3), 0, 1, 0, 0, 0];

        Assert.Equal(30, AlignmentAngle.Between<double>(new(forward, 2, 3, 3), new(feedback, 3, 2, 2)), 1e-12);
        Assert.Throws<ArgumentException>(() =>
            AlignmentAngle.Between<double>(new(forward, 2, 3, 3), new(feedback, 2, 3, 3))
        );
    }

    [Fact]
    public void A_network_with_an_energy_has_no_pairs() =>
        Assert.Empty(
            AlignmentAngle.OfPairs(
                EnergyNetwork.Layered([2, 3, 1], Activation.Tanh, Activation.Linear, seed: 1).Parameters
            )
        );

    private static void Transpose(NetworkParameters<double> parameters, int forward, int feedback, double factor)
    {
        var target = parameters.EditWeights(feedback);
        for (var row = 0; row < target.Rows; row++)
        {
            for (var column = 0; column < target.Columns; column++)
            {
                target[row][column] = factor * parameters.Weights(forward)[column][row];
            }
        }
    }
}
