using CsCheck;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Tests.Networks;

public sealed class NetworkParametersTests
{
    [Fact]
    public void The_version_grows_with_every_way_to_write()
    {
        var parameters = new NetworkParameters<float>(
            NetworkTopology.Layered([2, 3, 1], Activation.Tanh, Activation.Linear)
        );
        Action[] writes =
        [
            () => parameters.Edit(),
            () => parameters.EditWeights(0),
            () => parameters.EditBiases(1),
            parameters.Clear,
            () => parameters.CopyFrom(new NetworkParameters<float>(parameters.Topology)),
            () => Initialization.XavierUniform(parameters, new Pcg64(1)),
        ];
        foreach (var write in writes)
        {
            var before = parameters.Version;
            write();
            Assert.True(parameters.Version > before);
        }

        var after = parameters.Version;
        _ = parameters.Weights(0)[0][0] + parameters.Biases(1)[0] + parameters.All[0];
        Assert.Equal(after, parameters.Version);
    }

    [Fact]
    public void Every_number_has_its_place_and_the_padding_stays_zero() =>
        RandomGraph.Any.Sample(graph =>
        {
            var parameters = new NetworkParameters<double>(graph.Topology());
            var number = 0;
            ForEach(parameters, (ref double place) => place = ++number);

            Assert.Equal(parameters.Count, number);
            Assert.Equal(parameters.All.Length - number, parameters.All.ToArray().Count(place => place == 0));
            var next = 0;
            ForEach(parameters, (ref double place) => Assert.Equal(++next, place));
        });

    [Fact]
    public void Another_number_type_has_the_same_numbers() =>
        RandomGraph.Any.Sample(graph =>
        {
            var wide = graph.Network(0.7).Parameters;
            var narrow = wide.ConvertTo<float>();
            var back = narrow.ConvertTo<double>();
            for (var index = 0; index < wide.All.Length; index++)
            {
                Assert.Equal((float)wide.All[index], back.All[index]);
            }

            Assert.Equal(
                narrow.All.ToArray().Where(number => number != 0).Select(number => (double)number),
                back.All.ToArray().Where(number => number != 0)
            );
        });

    [Fact]
    public void A_copy_is_a_copy_and_strangers_are_refused()
    {
        var network = EnergyNetwork.Layered([2, 3, 1], Activation.Tanh, Activation.Linear, seed: 4);
        var copy = network.Copy();

        Assert.Equal(network.Parameters.All.ToArray(), copy.Parameters.All.ToArray());
        copy.Parameters.Clear();
        Assert.NotEqual(0, network.Parameters.Weights(0)[0][0]);

        var stranger = EnergyNetwork.Layered([2, 3, 1], Activation.Tanh, Activation.Linear, seed: 4);
        Assert.Throws<ArgumentException>(() => copy.Parameters.CopyFrom(stranger.Parameters));
        Assert.Throws<ArgumentException>(() => new EnergyNetwork<float>(network.Topology, stranger.Parameters));
        Assert.Throws<ArgumentException>(() => network.Parameters.EditBiases(0));
    }

    [Fact]
    public void Weights_within_a_layer_start_symmetric_with_an_empty_diagonal()
    {
        var topology = NetworkTopology.Layered([2, 9, 1], Activation.Tanh, Activation.Linear).With(1, 1);
        var tied = new NetworkParameters<double>(topology);
        var free = new NetworkParameters<double>(topology.WithSeparateFeedback());
        Initialization.XavierUniform(tied, new Pcg64(3));
        Initialization.XavierUniform(free, new Pcg64(3));
        var within = free.Topology.Connections.IndexOf(new Connection(1, 1, ConnectionKind.Directed));
        for (var row = 0; row < 9; row++)
        {
            Assert.Equal(0, tied.Weights(2)[row][row]);
            Assert.Equal(0, free.Weights(within)[row][row]);
            for (var column = 0; column < row; column++)
            {
                Assert.NotEqual(0, tied.Weights(2)[row][column]);
                Assert.Equal(tied.Weights(2)[row][column], tied.Weights(2)[column][row]);
                Assert.NotEqual(free.Weights(within)[row][column], free.Weights(within)[column][row]);
            }
        }
    }

    [Theory]
    [InlineData(134_217_728, 1)]
    [InlineData(1, int.MaxValue)]
    [InlineData(2, 1_073_741_824)]
    public void More_numbers_than_an_array_can_hold_are_refused(int from, int to)
    {
        // A row of one weight is padded to a whole cache line.
        var topology = NetworkTopology.Layered([from, to], Activation.Tanh, Activation.Linear);
        var refused = Assert.Throws<TopologyException>(() => new NetworkParameters<float>(topology));
        Assert.Contains("smaller layers are needed", refused.Message, StringComparison.Ordinal);
    }

    private delegate void Visit(ref double place);

    private static void ForEach(NetworkParameters<double> parameters, Visit visit)
    {
        for (var connection = 0; connection < parameters.Topology.Connections.Length; connection++)
        {
            var weights = parameters.EditWeights(connection);
            for (var row = 0; row < weights.Rows; row++)
            {
                foreach (ref var weight in weights[row])
                {
                    visit(ref weight);
                }
            }
        }

        foreach (var layer in parameters.Topology.Free)
        {
            foreach (ref var bias in parameters.EditBiases(layer))
            {
                visit(ref bias);
            }
        }
    }
}
