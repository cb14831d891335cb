using System.Numerics;
using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Relaxation;

/// <summary>Layers of many registers and batches of more than a tile, which random graphs are too small for.</summary>
public sealed class WideNetworkTests
{
    private const int Rows = 11;

    [Theory]
    [InlineData("hard-sigmoid", "squared-error")]
    [InlineData("sigmoid", "cross-entropy")]
    [InlineData("tanh", "squared-error")]
    public void Float32_settles_where_float64_does(string activation, string cost)
    {
        ICost asked = cost == "cross-entropy" ? new SoftmaxCrossEntropy() : SquaredError.Half;
        var network = Network(activation, isReadout: cost == "cross-entropy");
        EnergyNetwork<float> narrow = network.ConvertTo<float>();
        foreach (var relaxation in SettlingLaws.All(400, 1e-6))
        {
            foreach (var beta in new[] { 0, 0.4 })
            {
                var state = Settled(network, relaxation, asked, beta);
                var rounded = Settled(narrow, relaxation, asked, beta);
                for (var row = 0; row < Rows; row++)
                {
                    RandomNetworks.AssertClose(RandomGraph.Units(state, row), RandomGraph.Units(rounded, row), 3e-5);
                }
            }
        }
    }

    private static EnergyNetwork<double> Network(string activation, bool isReadout)
    {
        Activation hidden = Activation.Named(activation);
        var topology = NetworkTopology.Layered(
            [40, 200, 17],
            hidden,
            isReadout ? Activation.Linear : hidden,
            readout: isReadout
        );
        var network = new EnergyNetwork<double>(topology);
        Initialization.XavierUniform(network.Parameters, new Pcg64(2), gain: 0.4);
        foreach (var layer in topology.Free)
        {
            RandomNetworks.Fill(network.Parameters.EditBiases(layer), new Pcg64(3), 0.4);
        }

        return network;
    }

    private static NetworkState<T> Settled<T>(EnergyNetwork<T> network, IRelaxation relaxation, ICost cost, double beta)
        where T : unmanaged, INumberBase<T>
    {
        var random = new Pcg64(4);
        T[] inputs = [.. Enumerable.Range(0, Rows * 40).Select(_ => T.CreateTruncating(random.NextUniform(-1, 1)))];
        T[] targets = [.. Enumerable.Range(0, Rows * 17).Select(index => index % 18 == 0 ? T.One : T.Zero)];
        var state = SettlingLaws.Clamped(network, inputs);
        var nudge = new Nudge<T>(T.CreateTruncating(beta), cost, new ReadOnlyMatrixSpan<T>(targets, 17));
        Assert.True(relaxation.Settle(network, state, nudge).IsSettled, relaxation.ToString());
        return state;
    }
}
