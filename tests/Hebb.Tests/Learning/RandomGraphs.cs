using CsCheck;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Learning;

/// <summary>
/// Generates small networks of every kind of graph, with examples. Weights are small enough for sweeps to contract, and
/// no unit settles near a kink of its activation, where there is no gradient to agree on.
/// </summary>
internal static class RandomGraphs
{
    private const double KinkMargin = 1e-3;

    public static readonly FixedPoint Settled = new(maxSweeps: 2000, tolerance: 1e-14);

    // What settles soon is far from where states are lost or doubled: it settles in every order, nudged and moved a little.
    private static readonly FixedPoint Soon = new(maxSweeps: 60, tolerance: 1e-14);

    private static readonly string[] Graphs =
    [
        "chain",
        "deep",
        "skip",
        "lateral",
        "lateral-output",
        "two-inputs",
        "no-hidden",
        "readout",
        "readout-skip",
        "readout-lateral",
    ];

    private static readonly Activation[] Bending = [Activation.Tanh, Activation.Sigmoid];

    private static readonly ICost[] Costs =
    [
        SquaredError.Half,
        SquaredError.Whole,
        new SoftmaxCrossEntropy(),
        new LinearCost(),
    ];

    /// <summary>Every graph, cost and activation.</summary>
    public static Gen<LearningCase> All { get; } = Cases(Graphs, [.. Activation.All], Costs);

    /// <summary>Those whose activations are analytic and bend.</summary>
    public static Gen<LearningCase> Smooth { get; } = Cases(Graphs, Bending, Costs);

    /// <summary>Those whose outputs can be clamped to targets.</summary>
    public static Gen<LearningCase> Clampable { get; } =
        Cases([.. Graphs.Where(IsClampable)], Bending, [SquaredError.Half]);

    /// <summary>Those that a feedforward network can be read from.</summary>
    public static Gen<LearningCase> Feedforward { get; } =
        Cases(
            [.. Graphs.Where(graph => !graph.Contains("lateral", StringComparison.Ordinal))],
            [.. Activation.All],
            Costs,
            isFeedforward: true
        );

    /// <summary>Networks without an energy: forward and feedback weights of their own.</summary>
    public static Gen<LearningCase> Directed { get; } = Cases(Graphs, [.. Activation.All], Costs, isDirected: true);

    /// <summary>Those of them whose activations are analytic and bend.</summary>
    public static Gen<LearningCase> SmoothDirected { get; } = Cases(Graphs, Bending, Costs, isDirected: true);

    /// <summary>One case, always the same.</summary>
    public static LearningCase Fixed(string graph, Activation activation, ICost cost, ulong seed = 3, int rows = 3) =>
        Create(Topology(graph, activation, [3, 5, 4, 2]), cost, seed, rows, $"{graph} {activation} {cost.Name}");

    /// <summary>One example for one output unit.</summary>
    public static LearningCase OneOutput(Activation activation, ulong seed) =>
        Create(
            Topology("skip", activation, [3, 5, 4, 1]),
            SquaredError.Half,
            seed,
            rows: 1,
            $"one output, seed {seed}"
        );

    private static bool IsClampable(string graph) =>
        !graph.StartsWith("readout", StringComparison.Ordinal) && graph is not "no-hidden";

    private static Gen<LearningCase> Cases(
        string[] graphs,
        Activation[] activations,
        ICost[] costs,
        bool isDirected = false,
        bool isFeedforward = false
    ) =>
        Gen.Select(
                OneOf(graphs),
                OneOf(activations),
                OneOf(costs),
                Gen.Select(Gen.Int[1, 4], Gen.Int[2, 6], Gen.Int[2, 5], Gen.Int[2, 4]),
                Gen.Int[1, 4],
                Gen.ULong
            )
            .Select(
                (graph, activation, cost, sizes, rows, seed) =>
                {
                    (var inputs, var first, var second, var outputs) = sizes;
                    NetworkTopology topology = Topology(graph, activation, [inputs, first, second, outputs]);
                    var name = $"{graph} {activation} {cost.Name} {cost} {sizes} rows {rows} seed {seed}";
                    return Create(isDirected ? topology.WithSeparateFeedback() : topology, cost, seed, rows, name);
                }
            )
            .Where(learning => isFeedforward ? IsSmoothForward(learning) : IsSmoothSettled(learning));

    private static Gen<TItem> OneOf<TItem>(TItem[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    private static NetworkTopology Topology(string graph, Activation activation, int[] sizes)
    {
        var isReadout = graph.StartsWith("readout", StringComparison.Ordinal);
        Activation output = isReadout ? Activation.Linear : activation;
        int[] chain = graph switch
        {
            "no-hidden" => [sizes[0], sizes[3]],
            "chain" or "readout" or "lateral-output" or "readout-lateral" => [sizes[0], sizes[1], sizes[3]],
            _ => sizes,
        };
        var topology = NetworkTopology.Layered(chain, activation, output, readout: isReadout);
        return graph switch
        {
            "skip" => topology.With(0, 2).With(0, 3).With(1, 3),
            "lateral" => topology.With(1, 1).With(2, 2),
            "lateral-output" => topology.With(2, 2),
            "readout-skip" => topology.With(0, 3).With(1, 3),
            "readout-lateral" => topology.With(1, 1),
            "two-inputs" => new NetworkTopology(
                [
                    topology.Layers[0],
                    new Layer("context", 2, LayerRole.Input, Activation.Tanh),
                    .. topology.Layers[1..],
                ],
                [new(0, 2), new(1, 2), new(2, 3), new(1, 3), new(3, 4)]
            ),
            _ => topology,
        };
    }

    private static LearningCase Create(NetworkTopology topology, ICost cost, ulong seed, int rows, string name)
    {
        var random = new Pcg64(seed);
        var network = new EnergyNetwork<double>(topology);
        Initialization.XavierUniform(network.Parameters, random, gain: 0.5);
        foreach (var layer in topology.Free)
        {
            Fill(network.Parameters.EditBiases(layer), random, -0.2, 0.6);
        }

        var inputs = new double[rows * topology.InputSize];
        Fill(inputs, random, -1, 1);
        var targets = new double[rows * topology.OutputSize];
        Fill(targets, random, 0, 1);
        if (cost is SoftmaxCrossEntropy)
        {
            for (var row = 0; row < rows; row++)
            {
                var probabilities = targets.AsSpan(row * topology.OutputSize, topology.OutputSize);
                SoftmaxCrossEntropy.Softmax<double>(probabilities.ToArray(), probabilities);
            }
        }

        return new LearningCase(name, network, cost, inputs, targets);
    }

    private static void Fill(Span<double> numbers, Pcg64 random, double low, double high)
    {
        foreach (ref var number in numbers)
        {
            number = random.NextUniform(low, high);
        }
    }

    private static bool IsSmoothSettled(LearningCase learning)
    {
        var state = new NetworkState<double>(learning.Topology, learning.Rows);
        state.Clamp(learning.Network, learning.Batch.Inputs);
        return Soon.Settle(learning.Network, state).IsSettled
            && IsAwayFromKinks(
                learning,
                (layer, row, drive) => ReferenceDrives.Drive(learning.Network, state, layer, row, drive)
            )
            && HasSlope(learning, new RecurrentBackpropagation(Settled, 1e-12));
    }

    private static bool IsSmoothForward(LearningCase learning)
    {
        var state = new NetworkState<double>(learning.Topology, learning.Rows);
        FeedforwardTwin.Run(learning.Network, state, learning.Batch.Inputs);
        return IsAwayFromKinks(
                learning,
                (layer, row, drive) => ForwardDrive(learning.Network, state, layer, row, drive)
            ) && HasSlope(learning, new Backpropagation());
    }

    private static void ForwardDrive(
        EnergyNetwork<double> network,
        NetworkState<double> state,
        int layer,
        int row,
        double[] drive
    )
    {
        network.Parameters.Biases(layer).CopyTo(drive);
        for (var index = 0; index < network.Topology.Connections.Length; index++)
        {
            Connection connection = network.Topology.Connections[index];
            var weights = network.Parameters.Weights(index);
            for (var sender = 0; connection.To == layer && sender < weights.Rows; sender++)
            {
                for (var unit = 0; unit < drive.Length; unit++)
                {
                    drive[unit] += state.Units(connection.From)[row][sender] * weights[sender][unit];
                }
            }
        }
    }

    private static bool IsAwayFromKinks(LearningCase learning, Action<int, int, double[]> driveOf)
    {
        foreach (var layer in learning.Topology.Free)
        {
            Activation activation = learning.Topology.Layers[layer].Activation;
            var drive = new double[learning.Topology.Layers[layer].Size];
            for (var row = 0; row < learning.Rows && activation.IsPiecewiseLinear; row++)
            {
                driveOf(layer, row, drive);
                if (drive.Any(u => IsNear(u, activation.Minimum) || IsNear(u, activation.Maximum)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Worth comparing: not all of it is flat.
    private static bool HasSlope(LearningCase learning, IGradientEstimator exact) =>
        LearningCase.Norm(learning.Gradient(exact)) > 1e-2;

    private static bool IsNear(double drive, double kink) => Math.Abs(drive - kink) < KinkMargin;
}
