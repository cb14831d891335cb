using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Report.Shallow;

namespace Hebb.Tests.Networks;

public sealed class InitializationTests
{
    [Fact]
    public void Xavier_weights_fill_their_interval_and_biases_are_zero()
    {
        var network = new ShallowParameters<double>(4, 500, 200);
        ShallowInitialization.XavierUniform(network, new Pcg64(1));

        FillsInterval(network.InputWeights(2)[..500], Math.Sqrt(6.0 / 504));
        FillsInterval(network.OutputWeights(1)[..500], Math.Sqrt(6.0 / 700));
        Assert.False(network.HiddenBiases.ContainsAnyExcept(0.0));
        Assert.False(network.OutputBiases.ContainsAnyExcept(0.0));
    }

    [Fact]
    public void Fan_in_weights_and_biases_fill_their_interval()
    {
        var network = new ShallowParameters<double>(4, 500, 1);
        ShallowInitialization.FanIn(network, new Pcg64(1));

        FillsInterval(network.InputWeights(0)[..500], 0.5);
        FillsInterval(network.HiddenBiases[..500], 0.5);
        FillsInterval(network.OutputWeights(0)[..500], 1 / Math.Sqrt(500));
        Assert.InRange(Math.Abs(network.OutputBiases[0]), 1e-9, 1 / Math.Sqrt(500));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.25)]
    public void In_any_graph_fan_in_counts_all_that_drives_a_layer(double gain)
    {
        // The second hidden layer is driven by the input and by the first; what comes back from the output is not counted.
        var topology = NetworkTopology.Layered([4, 21, 600, 400], Activation.Tanh, Activation.Linear).With(0, 2);
        var parameters = new NetworkParameters<double>(topology);
        parameters.Edit().Fill(7);
        Initialization.FanIn(parameters, new Pcg64(1), gain);

        FillsInterval(parameters.Weights(1)[20], gain / Math.Sqrt(21));
        FillsInterval(parameters.Weights(2)[599], gain / Math.Sqrt(600));
        FillsInterval(parameters.Weights(3)[3], gain / 2);
        FillsInterval(parameters.Biases(2), gain / 5);
        FillsInterval(parameters.Biases(3), gain / Math.Sqrt(600));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.25)]
    public void In_any_graph_Xavier_weights_count_both_ends_and_biases_are_zero(double gain)
    {
        var topology = NetworkTopology.Layered([4, 21, 600], Activation.Tanh, Activation.Linear).With(0, 2);
        var parameters = new NetworkParameters<double>(topology);
        parameters.Edit().Fill(7);
        Initialization.XavierUniform(parameters, new Pcg64(1), gain);

        FillsInterval(parameters.Weights(1)[20], gain * Math.Sqrt(6.0 / 621));
        FillsInterval(parameters.Weights(2)[3], gain * Math.Sqrt(6.0 / 604));
        Assert.False(parameters.Biases(1).ContainsAnyExcept(0.0));
        Assert.False(parameters.Biases(2).ContainsAnyExcept(0.0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_gain_that_is_not_positive_is_refused(double gain)
    {
        var parameters = new NetworkParameters<double>(
            NetworkTopology.Layered([2, 3, 1], Activation.Tanh, Activation.Linear)
        );
        foreach (
            var start in new Action[]
            {
                () => Initialization.FanIn(parameters, new Pcg64(1), gain),
                () => Initialization.XavierUniform(parameters, new Pcg64(1), gain),
            }
        )
        {
            Assert.Contains("gain", Assert.Throws<ArgumentException>(start).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Normal_weights_have_their_deviation()
    {
        var network = new ShallowParameters<double>(1, 4000, 1);
        ShallowInitialization.Normal(network, 0.01, new Pcg64(1));
        var squares = 0.0;
        foreach (var weight in network.InputWeights(0)[..4000])
        {
            squares += weight * weight;
        }

        Assert.Equal(0.01, Math.Sqrt(squares / 4000), 0.0005);
        FillsInterval(network.HiddenBiases[..4000], 1);
    }

    [Fact]
    public void Padding_is_left_at_zero()
    {
        var network = new ShallowParameters<double>(3, 20, 2);
        foreach (
            var start in new Action[]
            {
                () => ShallowInitialization.XavierUniform(network, new Pcg64(1)),
                () => ShallowInitialization.FanIn(network, new Pcg64(1)),
                () => ShallowInitialization.Normal(network, 0.01, new Pcg64(1)),
            }
        )
        {
            network.All.Fill(1);
            start();
            Assert.Equal(network.All.Length - RandomNetworks.Numbers(network).Length, Padding(network));
        }

        static int Padding(ShallowParameters<double> network)
        {
            var zeros = network.All[(6 * network.Stride + 2)..].Count(0.0);
            for (var row = 0; row < 6; row++)
            {
                zeros += network.All.Slice((row * network.Stride) + 20, network.Stride - 20).Count(0.0);
            }

            return zeros;
        }
    }

    [Fact]
    public void A_float32_network_is_the_rounded_float64_one()
    {
        var wide = new ShallowParameters<double>(3, 5, 2);
        var narrow = new ShallowParameters<float>(3, 5, 2);
        ShallowInitialization.FanIn(wide, new Pcg64(7));
        ShallowInitialization.FanIn(narrow, new Pcg64(7));

        for (var index = 0; index < wide.All.Length; index++)
        {
            Assert.Equal((float)wide.All[index], narrow.All[index]);
        }
    }

    private static void FillsInterval(ReadOnlySpan<double> numbers, double bound)
    {
        var (least, greatest) = (double.MaxValue, double.MinValue);
        foreach (var number in numbers)
        {
            least = Math.Min(least, number);
            greatest = Math.Max(greatest, number);
        }

        Assert.InRange(least, -bound, -0.95 * bound);
        Assert.InRange(greatest, 0.95 * bound, bound);
    }
}
