using Hebb.Networks.Activations;
using Hebb.Networks.Topology;

namespace Hebb.Tests.Networks.Topology;

public sealed class NetworkTopologyTests
{
    private static readonly Layer Input = new("in", 3, LayerRole.Input, Activation.Linear);
    private static readonly Layer Hidden = new("middle", 4, LayerRole.Hidden, Activation.HardSigmoid);
    private static readonly Layer Output = new("out", 2, LayerRole.Output, Activation.Linear);
    private static readonly Layer Readout = new("reads", 2, LayerRole.Readout, Activation.Linear);

    [Fact]
    public void An_output_that_no_input_reaches_is_refused() =>
        Refuses([Input, Hidden, Output], [new(0, 1)], "layer 'out'", "no input reaches it");

    [Fact]
    public void A_hidden_layer_that_no_input_reaches_is_refused() =>
        Refuses(
            [Input, Hidden, Output],
            [new(0, 2), new(1, 2, ConnectionKind.Directed)],
            "layer 'middle'",
            "no input reaches it"
        );

    [Fact]
    public void An_input_that_goes_nowhere_is_refused() =>
        Refuses(
            [Input, Input with { Name = "spare" }, Output],
            [new(0, 2)],
            "layer 'spare'",
            "does not reach the output"
        );

    [Fact]
    public void Only_one_output_is_allowed()
    {
        Refuses([Input, Output, Readout], [new(0, 1), new(0, 2)], "'out', 'reads'", "exactly one");
        Refuses([Input, Hidden], [new(0, 1)], "none of them is an output", "exactly one");
        Refuses([Hidden, Output], [new(0, 1)], "none of them is an input", "at least one");
    }

    [Fact]
    public void Connections_into_inputs_and_from_readouts_are_refused()
    {
        Refuses([Input, Hidden, Output], [new(0, 1), new(1, 2), new(1, 0)], "'in' is clamped", "do not end there");
        Refuses(
            [Input, Hidden, Readout],
            [new(0, 1), new(1, 2), new(2, 1)],
            "'reads' reads only",
            "do not start there"
        );
        Refuses(
            [Input, Hidden, Readout],
            [new(0, 1), new(1, 2), new(2, 2)],
            "'reads' reads only",
            "do not start there"
        );
    }

    [Theory]
    [InlineData(1, 2, ConnectionKind.Symmetric)]
    [InlineData(2, 1, ConnectionKind.Symmetric)]
    [InlineData(1, 2, ConnectionKind.Directed)]
    [InlineData(2, 1, ConnectionKind.Directed)]
    public void A_pair_of_layers_is_connected_once(int from, int to, ConnectionKind kind) =>
        Refuses(
            [Input, Hidden, Output],
            [new(0, 1), new(1, 2), new(from, to, kind)],
            from == 1 ? "('middle' to 'out')" : "('out' to 'middle')",
            "connection 1 joins the same layers"
        );

    [Fact]
    public void Sizes_names_and_activations_are_checked()
    {
        Refuses([Input, Hidden with { Size = 0 }, Output], [new(0, 1), new(1, 2)], "layer 'middle'", "size 0");
        Refuses([Input, Hidden with { Name = "in" }, Output], [new(0, 1), new(1, 2)], "layer 'in'", "given twice");
        Refuses([Input, Readout with { Activation = Activation.Tanh }], [new(0, 1)], "layer 'reads'", "tanh");
        Assert.Contains(
            "1 layers",
            Assert
                .Throws<TopologyException>(() => NetworkTopology.Layered([3], Activation.Tanh, Activation.Linear))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(-1, 1)]
    public void Connections_name_layers_that_exist(int from, int to) =>
        Refuses([Input, Hidden, Output], [new(0, 1), new(1, 2), new(from, to)], "connection 2", "layers 0 to 2 only");

    [Fact]
    public void A_chain_has_what_was_asked_for()
    {
        var topology = NetworkTopology.Layered([3, 5, 4, 2], Activation.Tanh, Activation.Linear);

        Assert.Equal([3, 5, 4, 2], topology.Layers.Select(layer => layer.Size));
        Assert.Equal("input hidden1 hidden2 output", string.Join(' ', topology.Layers.Select(layer => layer.Name)));
        Assert.Equal([new(0, 1), new(1, 2), new(2, 3)], topology.Connections);
        Assert.Equal(3, topology.InputSize);
        Assert.Equal(2, topology.OutputSize);
        Assert.Equal(3, topology.Output);
        Assert.Equal([0], topology.Inputs);
        Assert.Equal([1, 2, 3], topology.Free);
        Assert.True(topology.HasEnergy);
        Assert.Equal([new Incoming(1, 1, false, 1), new Incoming(2, 3, true, 1)], topology.Incoming(2));
        Assert.Empty(topology.Incoming(0));
    }

    [Fact]
    public void Sweeps_update_in_the_groups_of_their_order()
    {
        var topology = NetworkTopology.Layered([3, 5, 4, 2], Activation.Tanh, Activation.Linear);

        Assert.Equal(
            [
                [1, 2, 3],
            ],
            topology.Groups(SweepOrder.Synchronous)
        );
        Assert.Equal(
            [
                [1, 3],
                [2],
            ],
            topology.Groups(SweepOrder.Alternating)
        );
        Assert.Equal(
            [
                [1],
                [2],
                [3],
            ],
            topology.Groups(SweepOrder.Forward)
        );
        Assert.Equal(
            [
                [3],
                [2],
                [1],
            ],
            topology.Groups(SweepOrder.Backward)
        );
        Assert.Equal(
            [
                [1],
                [2],
                [3],
            ],
            topology.With(1, 3).Groups(SweepOrder.Alternating)
        );
    }

    // What it sends back is the force of its cost at the newest state, not at the one before.
    [Fact]
    public void A_readout_is_read_after_a_synchronous_sweep()
    {
        var topology = NetworkTopology.Layered([3, 5, 4, 2], Activation.Tanh, Activation.Linear, readout: true);

        Assert.Equal(
            [
                [1, 2],
                [3],
            ],
            topology.Groups(SweepOrder.Synchronous)
        );
    }

    [Fact]
    public void Separate_feedback_splits_what_acts_both_ways_and_nothing_else()
    {
        var topology = NetworkTopology
            .Layered([3, 5, 4, 2], Activation.Tanh, Activation.Linear, readout: true)
            .With(1, 1)
            .WithSeparateFeedback();

        Assert.Equal(
            [
                new(0, 1),
                new(1, 2, ConnectionKind.Directed),
                new(2, 1, ConnectionKind.Directed),
                new(2, 3),
                new(1, 1, ConnectionKind.Directed),
            ],
            topology.Connections
        );
        Assert.False(topology.HasEnergy);
    }

    private static void Refuses(Layer[] layers, Connection[] connections, params string[] parts)
    {
        var refusal = Assert.Throws<TopologyException>(() => new NetworkTopology(layers, connections));
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.All(parts, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }
}
