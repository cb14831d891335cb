using CsCheck;
using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Parallel;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Learning;

/// <summary>What an estimate leaves in its states and gradient, and where its phases start.</summary>
public sealed class PhaseStatesTests
{
    private static readonly EstimatorCase Options = new()
    {
        Free = new FixedPoint(maxSweeps: 30),
        Nudged = new FixedPoint(maxSweeps: 2),
        Beta = 0.2,
        Share = 0.5,
        Sweeps = 3,
    };

    public static TheoryData<string> Names => [.. CatalogueSet.Standard.Estimators.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void States_are_good_for_every_other_estimator(string name)
    {
        LearningCase learning = RandomGraphs.Fixed("skip", Activation.Sigmoid, SquaredError.Half);
        foreach (var before in CatalogueSet.Standard.Estimators.Names)
        {
            var states = new PhaseStates<double>(learning.Topology, learning.Rows);
            var gradient = new NetworkParameters<double>(learning.Topology);
            Create(before).Estimate(learning.Network, states, learning.Batch, learning.Cost, gradient);
            Create(name).Estimate(learning.Network, states, learning.Batch, learning.Cost, gradient);

            Assert.True(
                learning.Gradient(Create(name)).SequenceEqual(LearningCase.Numbers(gradient)),
                $"{name} after {before}"
            );
        }
    }

    // A phase of a sweep or two has not forgotten where it began.
    [Fact]
    public void Both_nudged_phases_start_from_the_free_state() =>
        Gen.Select(RandomGraphs.All, Gen.Int[1, 2])
            .Sample(
                (learning, sweeps) =>
                {
                    double[] Gradient(double beta) =>
                        learning.Gradient(
                            new EquilibriumPropagation(
                                Nudging.Symmetric(beta),
                                RandomGraphs.Settled,
                                new FixedPoint(sweeps)
                            )
                        );

                    var distance = LearningCase.Norm([
                        .. Gradient(0.3).Zip(Gradient(-0.3), (one, other) => one - other),
                    ]);
                    Assert.True(distance < 1e-12 * (1 + LearningCase.Norm(Gradient(0.3))), $"distance {distance:R}");
                },
                iter: 30
            );

    [Theory]
    [MemberData(nameof(Names))]
    public void The_padding_of_a_gradient_is_zero(string name)
    {
        // Sigmoid units, and their padding, are at 0.5 when they rest.
        foreach (var graph in (string[])["chain", "deep", "skip", "two-inputs", "lateral", "readout-lateral"])
        {
            var isReadout = graph.StartsWith("readout", StringComparison.Ordinal);
            if (
                (isReadout && !EstimatorTests.TakesReadouts(name))
                || (graph.EndsWith("lateral", StringComparison.Ordinal) && name is "backprop")
            )
            {
                continue;
            }

            LearningCase learning = RandomGraphs.Fixed(graph, Activation.Sigmoid, SquaredError.Half, rows: 9);
            using var team = new WorkerTeam(2);
            AssertPadding<float>(learning, Create(name));
            AssertPadding<double>(learning, Create(name));
            AssertPadding<float>(learning, new ParallelEstimation(team, Create(name), Create(name)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void States_of_another_network_are_refused(string name)
    {
        LearningCase learning = RandomGraphs.Fixed("chain", Activation.Tanh, SquaredError.Half);
        LearningCase other = RandomGraphs.Fixed("chain", Activation.Tanh, SquaredError.Half);
        var states = new PhaseStates<double>(other.Topology, learning.Rows);
        using var team = new WorkerTeam(1);
        foreach (IGradientEstimator estimator in new[] { Create(name), new ParallelEstimation(team, Create(name)) })
        {
            var refused = Assert.Throws<ArgumentException>(() =>
                estimator.Estimate(
                    learning.Network,
                    states,
                    learning.Batch,
                    learning.Cost,
                    new NetworkParameters<double>(learning.Topology)
                )
            );
            Assert.Contains("the state was made for another network", refused.Message, StringComparison.Ordinal);
        }
    }

    private static void AssertPadding<T>(LearningCase learning, IGradientEstimator estimator)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        var gradient = new NetworkParameters<T>(learning.Topology);
        T[] inputs = [.. learning.Inputs.Select(T.CreateTruncating)];
        T[] targets = [.. learning.Targets.Select(T.CreateTruncating)];
        var batch = new Batch<T>(
            new ReadOnlyMatrixSpan<T>(inputs, learning.Topology.InputSize),
            new ReadOnlyMatrixSpan<T>(targets, learning.Topology.OutputSize)
        );
        var states = new PhaseStates<T>(learning.Topology, learning.Rows);
        estimator.Estimate(learning.Network.ConvertTo<T>(), states, batch, learning.Cost, gradient);

        // A conversion takes the numbers alone.
        Assert.Equal(gradient.ConvertTo<T>().All, gradient.All);
        Assert.True(gradient.All.ContainsAnyExcept(T.Zero));
    }

    private static IGradientEstimator Create(string name) =>
        EstimatorCase.Create(name, Options with { Random = new Pcg64(4) });
}
