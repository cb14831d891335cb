using Hebb.Costs;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Lab.Studies.Gradients.Problems;

/// <summary>Draws the networks and examples that gradients are checked on.</summary>
/// <remarks>
/// The rule: weights uniform after Glorot and Bengio (2010) at half their size, biases uniform from -0.2 to 0.6, two
/// examples with inputs uniform from -1 to 1 and targets uniform from 0 to 1, for cross-entropy the softmax of these. Drawn
/// anew until the network settles to 1e-14 within 60 sweeps, no unit's drive lies within 0.01 of a kink of its
/// activation, settled or in the feedforward twin, and the exact gradient is longer than 0.01. So sweeps contract, there
/// is a derivative, and it is not all flat.
/// </remarks>
internal static class GradientDraw
{
    private const int Rows = 2;
    private const double Gain = 0.5;
    private const double KinkMargin = 0.01;
    private const double ShortestGradient = 0.01;
    private const int MostAttempts = 100_000;

    // What settles soon is far from where states are lost or doubled.
    private static readonly FixedPoint Soon = new(maxSweeps: 60, tolerance: 1e-14);

    /// <summary>Draws one network with examples.</summary>
    /// <param name="network">Which network of the combination; it depends on no other.</param>
    /// <exception cref="InvalidOperationException">No network of the combination comes up to the rule.</exception>
    public static GradientProblem Draw(GradientCombination combination, ulong seed, int network)
    {
        var random = new Pcg64(new SeedSequence(seed, Key(combination), (uint)network));
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            (EnergyNetwork<double> drawn, var inputs, var targets) = DrawAny(combination, random);
            var problem = new GradientProblem(drawn, combination.Cost, inputs, targets);
            if (IsFit(problem))
            {
                return problem;
            }
        }

        throw new InvalidOperationException($"{combination}: no network drawn settles away from kinks");
    }

    // The stream belongs to the names, so that it is the same whatever else is checked: FNV-1a.
    private static uint Key(GradientCombination combination) =>
        combination.ToString().Aggregate(2166136261u, (hash, sign) => unchecked((hash ^ sign) * 16777619u));

    private static (EnergyNetwork<double> Network, double[] Inputs, double[] Targets) DrawAny(
        GradientCombination combination,
        Pcg64 random
    )
    {
        NetworkTopology topology = combination.Topology;
        var network = new EnergyNetwork<double>(topology);
        Initialization.XavierUniform(network.Parameters, random, Gain);
        foreach (var layer in topology.Free)
        {
            Fill(network.Parameters.EditBiases(layer), random, -0.2, 0.6);
        }

        if (combination.Shape.TransposesFeedback)
        {
            TransposeFeedback(network);
        }

        var inputs = new double[Rows * topology.InputSize];
        Fill(inputs, random, -1, 1);
        var targets = new double[Rows * topology.OutputSize];
        Fill(targets, random, 0, 1);
        for (var row = 0; row < Rows && combination.Cost is SoftmaxCrossEntropy; row++)
        {
            var probabilities = targets.AsSpan(row * topology.OutputSize, topology.OutputSize);
            SoftmaxCrossEntropy.Softmax<double>(probabilities.ToArray(), probabilities);
        }

        return (network, inputs, targets);
    }

    private static void TransposeFeedback(EnergyNetwork<double> network)
    {
        var connections = network.Topology.Connections;
        for (var feedback = 0; feedback < connections.Length; feedback++)
        {
            (var from, var to, ConnectionKind kind) = connections[feedback];
            if (from < to)
            {
                continue;
            }

            var source = network.Parameters.Weights(connections.IndexOf(new Connection(to, from, kind)));
            var target = network.Parameters.EditWeights(feedback);
            for (var row = 0; row < source.Rows; row++)
            {
                for (var column = 0; column < source.Columns; column++)
                {
                    target[column][row] = source[row][column];
                }
            }
        }
    }

    private static bool IsFit(GradientProblem problem)
    {
        if (!problem.SettlesBy(Soon, out NetworkState<double> free) || problem.NearestKink(free, false) < KinkMargin)
        {
            return false;
        }

        if (
            FeedforwardTwin.Exists(problem.Topology)
            && problem.NearestKink(problem.FeedforwardState(), forwardOnly: true) < KinkMargin
        )
        {
            return false;
        }

        return problem.Length > ShortestGradient;
    }

    private static void Fill(Span<double> numbers, Pcg64 random, double low, double high)
    {
        foreach (ref var number in numbers)
        {
            number = random.NextUniform(low, high);
        }
    }
}
