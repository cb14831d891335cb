using Hebb.Networks.Activations;
using Hebb.Networks.Topology;

namespace Hebb.Lab.Studies.Gradients.Problems;

/// <summary>A small graph that gradients are checked on: five to ten units that settle.</summary>
/// <param name="Name">The name in tables and on the command line.</param>
/// <param name="Description">One line on what it is.</param>
/// <param name="Create">Makes it with an activation, which all units but those of a readout have.</param>
public sealed record GradientTopology(string Name, string Description, Func<Activation, NetworkTopology> Create)
{
    /// <summary>
    /// Whether feedback weights start as transposes of the forward ones: then the network behaves as one with an energy,
    /// although each weight has a derivative of its own.
    /// </summary>
    public bool TransposesFeedback { get; init; }

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<GradientTopology> All { get; } =
    [
        new("one-hidden", "3-5-2", activation => Chain(activation, 3, 5, 2)),
        new("two-hidden", "3-4-3-2", Deep),
        new(
            "skip",
            "3-4-3-2, inputs and first hidden layer reach the output too",
            activation => Deep(activation).With(0, 2).With(0, 3).With(1, 3)
        ),
        new(
            "lateral",
            "3-5-2, connections within the hidden and the output layer",
            activation => Chain(activation, 3, 5, 2).With(1, 1).With(2, 2)
        ),
        new("two-inputs", "3-4-3-2, a second input of 2 reaches both hidden layers", TwoInputs),
        new(
            "readout",
            "3-5, read by 2 linear units that do not act back",
            activation => NetworkTopology.Layered([3, 5, 2], activation, Activation.Linear, readout: true)
        ),
        new(
            "weak-feedback",
            "3-4-3-2, each layer acts back with 0.3 of its weights and one energy",
            activation => NetworkTopology.Layered([3, 4, 3, 2], activation, activation, feedback: 0.3)
        ),
        new(
            "transposed-feedback",
            "3-4-3-2, forward and feedback weights apart and transposes of one another",
            activation => Deep(activation).WithSeparateFeedback()
        )
        {
            TransposesFeedback = true,
        },
        new(
            "separate-feedback",
            "3-4-3-2, forward and feedback weights apart and drawn apart",
            activation => Deep(activation).WithSeparateFeedback()
        ),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static NetworkTopology Chain(Activation activation, params ReadOnlySpan<int> sizes) =>
        NetworkTopology.Layered(sizes, activation, activation);

    private static NetworkTopology Deep(Activation activation) => Chain(activation, 3, 4, 3, 2);

    private static NetworkTopology TwoInputs(Activation activation) =>
        new(
            [
                new Layer("input", 3, LayerRole.Input, Activation.Linear),
                new Layer("context", 2, LayerRole.Input, Activation.Tanh),
                new Layer("hidden1", 4, LayerRole.Hidden, activation),
                new Layer("hidden2", 3, LayerRole.Hidden, activation),
                new Layer("output", 2, LayerRole.Output, activation),
            ],
            [new(0, 2), new(1, 2), new(1, 3), new(2, 3), new(3, 4)]
        );
}
