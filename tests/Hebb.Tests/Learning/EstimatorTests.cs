using CsCheck;
using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Learning;

/// <summary>What holds for every estimator of the catalogue.</summary>
public sealed class EstimatorTests
{
    private static readonly EstimatorCase Options = new()
    {
        Free = new FixedPoint(maxSweeps: 500, tolerance: 1e-12),
        Beta = 0.2,
        Share = 0.5,
        Sweeps = 60,
    };

    public static TheoryData<string> Names => [.. CatalogueSet.Standard.Estimators.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_known_by_its_name(string name)
    {
        EstimatorSettings entry = CatalogueSet.Standard.Estimators.Find(name);

        Assert.Equal(name, Create(name).Name);
        Assert.NotEmpty(entry.Description);
        Assert.Equal(name == "backprop", entry.IsFeedforward);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Descending_its_estimate_lowers_the_cost(string name)
    {
        LearningCase learning = RandomGraphs.Fixed("chain", Activation.Tanh, SquaredError.Half, seed: 7, rows: 4);
        IGradientEstimator estimator = Create(name);
        var states = new PhaseStates<double>(learning.Topology, learning.Rows);
        var gradient = new NetworkParameters<double>(learning.Topology);
        var costs = new List<double>();
        for (var step = 0; step < 60; step++)
        {
            costs.Add(estimator.Estimate(learning.Network, states, learning.Batch, learning.Cost, gradient).Cost);
            var parameters = learning.Network.Parameters.Edit();
            for (var index = 0; index < parameters.Length; index++)
            {
                parameters[index] -= 0.3 * gradient.All[index];
            }
        }

        Assert.True(costs[^1] < costs[0] / 4, $"from {costs[0]:R} to {costs[^1]:R}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_gradient_is_the_mean_over_the_batch(string name)
    {
        LearningCase all = RandomGraphs.Fixed("chain", Activation.Sigmoid, SquaredError.Half, seed: 2, rows: 3);
        var mean = new double[all.Gradient(Create(name)).Length];
        for (var row = 0; row < 3; row++)
        {
            LearningCase one = all with
            {
                Inputs = all.Inputs[(row * 3)..((row + 1) * 3)],
                Targets = all.Targets[(row * 2)..((row + 1) * 2)],
            };
            IGradientEstimator estimator = Create(name);
            mean = [.. mean.Zip(one.Gradient(estimator), (sum, number) => sum + (number / 3))];
        }

        // The weights that follow continually follow the whole batch.
        ExactGradientTests.AssertClose(mean, all.Gradient(Create(name)), name == "continual" ? 1e-2 : 1e-8);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_states_are_good_for_the_next_batch(string name)
    {
        LearningCase learning = RandomGraphs.Fixed("skip", Activation.Tanh, SquaredError.Half);
        LearningCase other = RandomGraphs.Fixed("skip", Activation.Tanh, SquaredError.Half, seed: 9);
        LearningCase after = other with { Network = new EnergyNetwork<double>(learning.Topology) };
        after.Network.Parameters.Edit()[0] = 0.1;
        other.Network.Parameters.All.CopyTo(after.Network.Parameters.Edit());
        var states = new PhaseStates<double>(learning.Topology, learning.Rows);
        var gradient = new NetworkParameters<double>(learning.Topology);
        Create(name).Estimate(learning.Network, states, learning.Batch, learning.Cost, gradient);

        Create(name).Estimate(after.Network, states, after.Batch, after.Cost, gradient);

        Assert.Equal(after.Gradient(Create(name)), LearningCase.Numbers(gradient));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_allocates_nothing_after_its_first_estimate(string name)
    {
        LearningCase learning = RandomGraphs.Fixed("deep", Activation.Tanh, SquaredError.Half);
        IGradientEstimator estimator = Create(name);
        var states = new PhaseStates<double>(learning.Topology, learning.Rows);
        var gradient = new NetworkParameters<double>(learning.Topology);
        Batch<double> batch = learning.Batch;
        estimator.Estimate(learning.Network, states, batch, learning.Cost, gradient);

        // A collection that other tests cause now and then counts as if this thread had allocated: the least of some is its own.
        var least = long.MaxValue;
        for (var repetition = 0; repetition < 5; repetition++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            estimator.Estimate(learning.Network, states, batch, learning.Cost, gradient);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void In_float32_it_gives_the_same_gradient(string name)
    {
        // Differences of costs have few digits left in float32, unless far apart.
        EstimatorCase single = name is "central-differences"
            ? Options with
            {
                Free = new FixedPoint(60),
                Step = 0.02,
            }
            : Options with
            {
                Free = new FixedPoint(60),
            };
        foreach (var graph in (string[])["chain", "skip", "deep", "two-inputs", "readout-skip"])
        {
            if (graph.StartsWith("readout", StringComparison.Ordinal) && !TakesReadouts(name))
            {
                continue;
            }

            LearningCase learning = RandomGraphs.Fixed(graph, Activation.Tanh, SquaredError.Half, rows: 5);
            IGradientEstimator estimator = Create(name, single);
            IGradientEstimator twin = Create(name, single);

            ExactGradientTests.AssertClose(learning.Gradient(estimator), learning.GradientIn<float>(twin), 1e-3);
        }
    }

    [Fact]
    public void In_float32_symmetric_nudging_agrees_on_every_graph() =>
        RandomGraphs.All.Sample(
            learning =>
            {
                // Strong enough that rounding is small beside what the nudge moves.
                var estimator = new EquilibriumPropagation(Nudging.Symmetric(0.1), new FixedPoint(80));
                var exact = learning.Gradient(estimator);
                var distance = LearningCase.Norm([
                    .. learning.GradientIn<float>(estimator).Zip(exact, (one, other) => one - other),
                ]);

                Assert.True(distance < 1e-3 * (0.01 + LearningCase.Norm(exact)), $"distance {distance:R}");
            },
            iter: 60
        );

    internal static bool TakesReadouts(string name) => name is not ("contrastive-hebbian" or "coupled-learning");

    private static IGradientEstimator Create(string name, EstimatorCase? options = null) =>
        EstimatorCase.Create(name, (options ?? Options) with { Random = new Pcg64(4) });
}
