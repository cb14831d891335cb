using System.Numerics;
using CsCheck;
using Hebb.Costs;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Relaxation.Sweeps;

/// <summary>What every relaxation does before its sweeps and after them.</summary>
public sealed class SettlingLoopTests
{
    [Fact]
    public void What_does_not_belong_together_is_refused()
    {
        var network = SettlingLaws.Slow(0.5, layers: 2);
        var other = SettlingLaws.Slow(0.5, layers: 2);
        foreach (var relaxation in SettlingLaws.All(5, 1e-3))
        {
            var state = SettlingLaws.Clamped(network, 1.0);
            var before = RandomGraph.Units(state, 0);

            var refused = Assert.Throws<ArgumentException>(() => relaxation.Settle(other, state));
            Assert.Contains("the state was made for another network", refused.Message, StringComparison.Ordinal);
            Assert.Equal(
                "network",
                Assert.Throws<ArgumentNullException>(() => relaxation.Settle(null!, state)).ParamName
            );
            Assert.Equal(
                "state",
                Assert.Throws<ArgumentNullException>(() => relaxation.Settle<double>(network, null!)).ParamName
            );
            Assert.Equal(before, RandomGraph.Units(state, 0));
        }

        Assert.Equal(
            "cost",
            Assert.Throws<ArgumentNullException>(() => new Nudge<double>(1, null!, default)).ParamName
        );
    }

    [Fact]
    public void A_free_phase_feels_nothing_of_a_nudge_before_it() =>
        RandomGraph.Any.Sample(
            graph =>
            {
                var network = (graph with { HasReadout = true }).Network(0.6);
                var targets = RandomGraph.Targets(network.Topology, 2, graph.Seed);
                foreach (var relaxation in SettlingLaws.All(1000, 1e-11))
                {
                    var state = RandomGraph.State(network, 2, graph.Seed);
                    relaxation.Settle(network, state);
                    var free = RandomGraph.Units(state, 1);
                    new FixedPoint(3).Settle(
                        network,
                        state,
                        new Nudge<double>(0.5, new SoftmaxCrossEntropy(), targets.All)
                    );
                    relaxation.Settle(network, state);

                    Assert.True(SettlingLaws.Distance(free, RandomGraph.Units(state, 1)) < 1e-9, relaxation.ToString());
                }
            },
            iter: 20
        );

    [Fact]
    public void What_a_cost_throws_leaves_examples_in_their_rows() =>
        RandomGraph.Any.Sample(
            graph =>
            {
                const int rows = 4;
                var network = graph.Network(0.6);
                var targets = RandomGraph.Targets(network.Topology, rows, graph.Seed);
                var cost = SettlingLaws.CostOf(graph);
                var rest = RandomGraph.State(network, rows, graph.Seed);
                new FixedPoint(2000, 1e-14).Settle(network, rest, new Nudge<double>(0.2, cost, targets.All));
                foreach (var relaxation in SettlingLaws.All(1000, 1e-11))
                {
                    // The first example is at rest and is set aside at once; the others are under way when the cost throws.
                    var state = RandomGraph.State(network, rows, graph.Seed);
                    foreach (var layer in network.Topology.Free)
                    {
                        rest.Units(layer)[0].CopyTo(state.Units(layer)[0]);
                    }

                    var calls = new CountingCost(cost, int.MaxValue);
                    relaxation.Settle(network, state.Fork(), new Nudge<double>(0.2, calls, targets.All));
                    var throws = new CountingCost(cost, calls.Calls / 2);
                    Assert.Throws<InvalidOperationException>(() =>
                        relaxation.Settle(network, state, new Nudge<double>(0.2, throws, targets.All))
                    );

                    Assert.All(Enumerable.Range(0, rows), row => Assert.Equal(row, state.ExampleAt(row)));
                    relaxation.Settle(network, state, new Nudge<double>(0.2, cost, targets.All));
                    for (var row = 0; row < rows; row++)
                    {
                        var distance = SettlingLaws.Distance(
                            RandomGraph.Units(rest, row),
                            RandomGraph.Units(state, row)
                        );
                        Assert.True(distance < 1e-9, $"{relaxation}, row {row}: {distance:R}");
                    }
                }
            },
            iter: 20
        );

    /// <summary>Another cost, until it is asked for a gradient too often.</summary>
    private sealed class CountingCost(ICost cost, int most) : ICost
    {
        public int Calls { get; private set; }

        public string Name => cost.Name;

        public bool IsAnalytic => cost.IsAnalytic;

        public double Curvature => cost.Curvature;

        public T Value<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target)
            where T : unmanaged, INumberBase<T> => cost.Value(outputs, target);

        public void Gradient<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, Span<T> gradient)
            where T : unmanaged, INumberBase<T>
        {
            if (++Calls > most)
            {
                throw new InvalidOperationException("too often");
            }

            cost.Gradient(outputs, target, gradient);
        }
    }
}
