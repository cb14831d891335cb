using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Tests.Networks;

public sealed class InitializationTests
{
    [Fact]
    public void Xavier_weights_fill_their_interval_and_biases_are_zero()
    {
        var network = new ShallowParameters<double>(4, 500, 200);
        Initialization.XavierUniform(network, new Pcg64(1));

        FillsInterval(network.InputWeights(2)[..500], Math.Sqrt(6.0 / 504));
        FillsInterval(network.OutputWeights(1)[..500], Math.Sqrt(6.0 / 700));
        Assert.False(network.HiddenBiases.ContainsAnyExcept(0.0));
        Assert.False(network.OutputBiases.ContainsAnyExcept(0.0));
    }

    [Fact]
    public void Fan_in_weights_and_biases_fill_their_interval()
    {
        var network = new ShallowParameters<double>(4, 500, 1);
        Initialization.FanIn(network, new Pcg64(1));

        FillsInterval(network.InputWeights(0)[..500], 0.5);
        FillsInterval(network.HiddenBiases[..500], 0.5);
        FillsInterval(network.OutputWeights(0)[..500], 1 / Math.Sqrt(500));
        Assert.InRange(Math.Abs(network.OutputBiases[0]), 1e-9, 1 / Math.Sqrt(500));
    }

    [Fact]
    public void Normal_weights_have_their_deviation()
    {
        var network = new ShallowParameters<double>(1, 4000, 1);
        Initialization.Normal(network, 0.01, new Pcg64(1));
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
                () => Initialization.XavierUniform(network, new Pcg64(1)),
                () => Initialization.FanIn(network, new Pcg64(1)),
                () => Initialization.Normal(network, 0.01, new Pcg64(1)),
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
        Initialization.FanIn(wide, new Pcg64(7));
        Initialization.FanIn(narrow, new Pcg64(7));

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
