using Hebb.Files.Safetensors;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Files;
using Hebb.Networks.Topology;

namespace Hebb.Tests.Networks.Files;

public sealed class NetworkFileTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Path => _temporary.New("weights.safetensors");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Tensors_are_named_after_layers_and_have_no_padding()
    {
        EnergyNetwork<float> network = NewNetwork();
        NetworkFile.Write(Path, network, new Dictionary<string, string>(StringComparer.Ordinal) { ["epoch"] = "3" });
        var file = SafetensorsFile.Read(Path);
        Assert.Equal(
            "input.hidden1.weight hidden1.hidden2.weight hidden2.output.weight hidden1.bias hidden2.bias output.bias",
            string.Join(' ', file.Tensors.Select(tensor => tensor.Name))
        );
        var weights = file.Values<float>("input.hidden1.weight", 3, 5);
        Assert.Equal(network.Parameters.Weights(0)[2][4], weights[14]);
        Assert.Equal(network.Parameters.Biases(2)[1], file.Values<float>("hidden2.bias", 2)[1]);
        Assert.Equal("3", file.Metadata["epoch"]);
    }

    [Fact]
    public void A_network_comes_back_bit_for_bit_with_its_graph()
    {
        EnergyNetwork<float> network = NewNetwork();
        NetworkFile.Write(Path, network);
        EnergyNetwork<float> read = NetworkFile.Read(Path);
        Assert.Equal(network.Parameters.All, read.Parameters.All);
        Assert.Equal(network.Topology.Layers, read.Topology.Layers);
        Assert.Equal(network.Topology.Connections, read.Topology.Connections);
        Assert.Equal(network.Parameters.All, NetworkFile.Read(Path, network.Topology).Parameters.All);
    }

    [Fact]
    public void Any_graph_comes_back()
    {
        NetworkTopology topology = NetworkTopology
            .Layered([3, 5, 2], Activation.Tanh, Activation.Linear, Activation.HardSigmoid)
            .With(0, 2)
            .With(1, 1)
            .WithSeparateFeedback();
        EnergyNetwork<float> network = EnergyNetwork.Create<float>(topology, seed: 1);
        NetworkFile.Write(Path, network);
        EnergyNetwork<float> read = NetworkFile.Read(Path);
        Assert.Equal(network.Parameters.All, read.Parameters.All);
        Assert.Equal(topology.Layers, read.Topology.Layers);
        Assert.Equal(topology.Connections, read.Topology.Connections);
    }

    [Fact]
    public void Dots_in_the_names_of_layers_do_not_make_tensors_one()
    {
        // Unescaped, the connections a.b to c and a to b.c would both be a.b.c.weight, and a.b and a%2Eb one layer.
        var topology = new NetworkTopology(
            [
                new Layer("a.b", 2, LayerRole.Input, Activation.Linear),
                new Layer("a", 2, LayerRole.Input, Activation.Linear),
                new Layer("a%2Eb", 2, LayerRole.Input, Activation.Linear),
                new Layer("c", 3, LayerRole.Hidden, Activation.HardSigmoid),
                new Layer("b.c", 3, LayerRole.Output, Activation.Linear),
            ],
            [
                new Connection(0, 3, ConnectionKind.Symmetric),
                new Connection(1, 4, ConnectionKind.Symmetric),
                new Connection(2, 3, ConnectionKind.Symmetric),
                new Connection(3, 4, ConnectionKind.Symmetric),
            ]
        );
        EnergyNetwork<float> network = EnergyNetwork.Create<float>(topology, seed: 1);
        NetworkFile.Write(Path, network);
        Assert.Equal(
            "a%2Eb.c.weight a.b%2Ec.weight a%252Eb.c.weight c.b%2Ec.weight c.bias b%2Ec.bias",
            string.Join(' ', SafetensorsFile.Read(Path).Tensors.Select(tensor => tensor.Name))
        );
        EnergyNetwork<float> read = NetworkFile.Read(Path);
        Assert.Equal(network.Parameters.All, read.Parameters.All);
        Assert.Equal(topology.Layers, read.Topology.Layers);
        Assert.Equal(topology.Connections, read.Topology.Connections);
    }

    [Fact]
    public void Metadata_do_not_replace_the_graph()
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [NetworkFile.TopologyKey] = "{}" };
        var exception = Assert.Throws<ArgumentException>(() => NetworkFile.Write(Path, NewNetwork(), metadata));
        Assert.Contains("topology", exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void A_file_of_another_graph_is_refused()
    {
        NetworkFile.Write(Path, NewNetwork());
        AssertRefused(
            NetworkTopology.Layered([3, 6, 2, 4], Activation.HardSigmoid, Activation.HardSigmoid),
            "\"input.hidden1.weight\" as F32 [3, 5]: F32 [3, 6] is needed"
        );
        AssertRefused(
            NetworkTopology.Layered([3, 5, 4], Activation.HardSigmoid, Activation.HardSigmoid),
            "has no tensor \"hidden1.output.weight\""
        );
        NetworkTopology two = NetworkTopology.Layered([3, 5, 2], Activation.HardSigmoid, Activation.HardSigmoid);
        NetworkFile.Write(Path, EnergyNetwork.Create<float>(two.With(0, 2), seed: 1));
        AssertRefused(two, "has 5 tensors; its network has 4");
    }

    [Theory]
    [InlineData(null, "says nothing of its topology")]
    [InlineData("{", "has a topology that is none")]
    [InlineData("null", "has a topology that is none: it is empty")]
    [InlineData("{}", "has a topology that is none")]
    [InlineData("""{"layers":[],"connections":[]}""", "exactly one output or readout is needed")]
    [InlineData(
        """{"layers":[{"name":"a","size":1,"role":"king","activation":"linear"}],"connections":[]}""",
        "'king' is not one of input, hidden, output, readout"
    )]
    [InlineData(
        """{"layers":[{"name":"a","size":1,"role":"input","activation":"magic"}],"connections":[]}""",
        "activation 'magic': no such activation"
    )]
    [InlineData(
        """{"layers":[{"name":"a","size":1,"role":"input","activation":"linear"}],"connections":[{"from":"a","to":"b","kind":"symmetric"}]}""",
        "a connection names layer 'b', which is not there"
    )]
    [InlineData(
        """{"layers":[{"name":"a","size":2147483647,"role":"input","activation":"linear"},{"name":"b","size":2147483647,"role":"output","activation":"linear"}],"connections":[{"from":"a","to":"b","kind":"symmetric"}]}""",
        "has no tensor \"a.b.weight\""
    )]
    [InlineData(
        """{"layers":[{"name":"a","size":2147483647,"role":"input","activation":"linear"},{"name":"b","size":2147483647,"role":"input","activation":"linear"},{"name":"c","size":1,"role":"output","activation":"linear"}],"connections":[{"from":"a","to":"c","kind":"symmetric"},{"from":"b","to":"c","kind":"symmetric"}]}""",
        "layers: the inputs have 4294967294 units together"
    )]
    [InlineData(
        """{"layers":[{"name":"a","size":2147483648,"role":"input","activation":"linear"}],"connections":[]}""",
        "has a topology that is none"
    )]
    [InlineData(
        """{"layers":[{"name":"a","size":0,"role":"input","activation":"linear"}],"connections":[]}""",
        "layer 'a': size 0"
    )]
    [InlineData("""{"layers":null,"connections":[]}""", "has a topology that is none")]
    [InlineData("""{"layers":[],"connections":null}""", "has a topology that is none")]
    [InlineData("""{"layers":[null],"connections":[]}""", "its layers or connections, or some of them, are missing")]
    [InlineData("""{"layers":[],"connections":[null]}""", "its layers or connections, or some of them, are missing")]
    [InlineData("""{"connections":[]}""", "has a topology that is none")]
    [InlineData(
        """{"layers":[{"name":null,"size":1,"role":"input","activation":"linear"}],"connections":[]}""",
        "has a topology that is none"
    )]
    [InlineData(
        """{"layers":[{"name":"a","size":1,"role":null,"activation":"linear"}],"connections":[]}""",
        "has a topology that is none"
    )]
    [InlineData(
        """{"layers":[{"name":"a","size":1,"role":"input","activation":null}],"connections":[]}""",
        "has a topology that is none"
    )]
    public void A_graph_that_is_none_is_one_line(string? topology, string expected)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (topology is not null)
        {
            metadata["topology"] = topology;
        }

        SafetensorsFile.Write(Path, [], metadata);
        var exception = Assert.Throws<RecordException>(() => NetworkFile.Read(Path));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Weights_within_a_layer_are_symmetric_and_leave_every_unit_to_itself()
    {
        NetworkTopology topology = NetworkTopology.Layered([2, 3, 1], Activation.Tanh, Activation.Linear).With(1, 1);
        EnergyNetwork<float> network = EnergyNetwork.Create<float>(topology, seed: 1);
        network.Parameters.EditWeights(2)[2][0] = 0.25f;
        network.Parameters.EditWeights(2)[0][2] = 0.5f;
        NetworkFile.Write(Path, network);
        AssertRefused(topology, "has 0.5 and 0.25 in hidden1.hidden1.weight between units 0 and 2: a symmetric");

        network.Parameters.EditWeights(2)[0][2] = 0.25f;
        network.Parameters.EditWeights(2)[1][1] = 0.125f;
        NetworkFile.Write(Path, network);
        AssertRefused(topology, "has 0.125 in hidden1.hidden1.weight from unit 1 to itself: 0 is needed");

        network.Parameters.EditWeights(2)[1][1] = 0;
        NetworkFile.Write(Path, network);
        Assert.Equal(network.Parameters.All, NetworkFile.Read(Path).Parameters.All);
    }

    [Fact]
    public void Directed_weights_within_a_layer_need_not_be_symmetric()
    {
        NetworkTopology topology = NetworkTopology
            .Layered([2, 3, 1], Activation.Tanh, Activation.Linear)
            .With(1, 1, ConnectionKind.Directed);
        EnergyNetwork<float> network = EnergyNetwork.Create<float>(topology, seed: 1);
        NetworkFile.Write(Path, network);
        Assert.Equal(network.Parameters.All, NetworkFile.Read(Path).Parameters.All);

        network.Parameters.EditWeights(2)[0][0] = -1;
        NetworkFile.Write(Path, network);
        AssertRefused(topology, "has -1 in hidden1.hidden1.weight from unit 0 to itself: 0 is needed");
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_refused()
    {
        EnergyNetwork<float> network = NewNetwork();
        network.Parameters.EditBiases(1)[0] = float.NaN;
        NetworkFile.Write(Path, network);
        AssertRefused(network.Topology, "numbers in hidden1.bias that are not finite");
    }

    private static EnergyNetwork<float> NewNetwork()
    {
        EnergyNetwork<float> network = EnergyNetwork.Layered(
            [3, 5, 2, 4],
            Activation.HardSigmoid,
            Activation.Sigmoid,
            seed: 1
        );
        network.Parameters.EditBiases(2)[1] = 0.25f;
        return network;
    }

    private void AssertRefused(NetworkTopology topology, string expected)
    {
        var exception = Assert.Throws<RecordException>(() => NetworkFile.Read(Path, topology));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith(Path, exception.Message, StringComparison.Ordinal);
    }
}
