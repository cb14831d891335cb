using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;
using Hebb.Snapshots;

namespace Hebb.Tests.Learning;

/// <summary>What cannot be learnt from is refused in one line that names it.</summary>
public sealed class EstimatorRefusalTests
{
    private static readonly FixedPoint Settled = RandomGraphs.Settled;
    private static readonly EstimatorCase Options = new() { Free = Settled, Random = new Pcg64(1) };
    private static readonly LearningCase Chain = RandomGraphs.Fixed("chain", Activation.Tanh, SquaredError.Half);

    public static TheoryData<string> Names => [.. CatalogueSet.Standard.Estimators.Names];

    public static TheoryData<string> EnergyNames =>
        [
            "one-sided",
            "random-sign",
            "symmetric",
            "holomorphic",
            "continual",
            "contrastive-hebbian",
            "coupled-learning",
        ];

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_nudge_of_no_strength(double beta)
    {
        foreach (var name in (string[])["one-sided", "random-sign", "symmetric", "vector-field", "continual"])
        {
            var refused = Assert.Throws<ArgumentOutOfRangeException>(() =>
                EstimatorCase.Create(name, Options with { Beta = beta })
            );
            Assert.Equal("beta", refused.ParamName);
        }

        var radius = Assert.Throws<ArgumentOutOfRangeException>(() =>
            EstimatorCase.Create("holomorphic", Options with { Beta = beta })
        );
        Assert.Equal("radius", radius.ParamName);
    }

    [Theory]
    [InlineData("one-sided", "beta 1E-50")]
    [InlineData("random-sign", "beta 1E-50")]
    [InlineData("symmetric", "beta 1E-50")]
    [InlineData("vector-field", "beta 1E-50")]
    [InlineData("continual", "beta 1E-50")]
    [InlineData("coupled-learning", "share 1E-50")]
    public void A_nudge_that_is_none_in_float32(string name, string expected)
    {
        IGradientEstimator NewOne() =>
            EstimatorCase.Create(name, Options with { Beta = 1e-50, Share = 1e-50, Random = new ConstantSource() });

        AssertOneLine(
            $"{expected}: it is 0 in float32; a larger one is needed",
            Assert.Throws<ArgumentException>(() => Chain.GradientIn<float>(NewOne()))
        );
        Chain.Gradient(NewOne());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_radius_that_is_none_is_named_with_its_value(double beta) =>
        AssertOneLine(
            $"beta {beta}: it is the radius of a circle of nudging strengths; a positive finite number is needed",
            Assert.Throws<ArgumentOutOfRangeException>(() =>
                EstimatorCase.Create("holomorphic", Options with { Beta = beta })
            )
        );

    [Fact]
    public void Numbers_out_of_range()
    {
        Refuses("holomorphic", Options with { Points = 1 }, "points");
        Refuses("holomorphic", Options with { Beta = -0.1 }, "radius");
        Refuses("continual", Options with { LearningRate = 0 }, "learningRate");
        Refuses("continual", Options with { Sweeps = 0 }, "sweeps");
        Refuses("coupled-learning", Options with { Share = 0 }, "share");
        Refuses("coupled-learning", Options with { Share = 1.01 }, "share");
        Refuses("coupled-learning", Options with { Share = double.NaN }, "share");
        Refuses("backprop-through-sweeps", Options with { Sweeps = 0 }, "sweeps");
        Refuses("recurrent-backprop", Options with { Tolerance = -1 }, "tolerance");
        Refuses("recurrent-backprop", Options with { MaxIterations = 0 }, "maxIterations");
        Refuses("central-differences", Options with { Step = 0 }, "step");
    }

    [Fact]
    public void Names_that_are_not_known()
    {
        var refused = Assert.Throws<ArgumentException>(() => EstimatorCase.Create("backporp", Options));

        Assert.Contains(
            "estimator 'backporp': no such estimator; did you mean backprop? known are one-sided,",
            refused.Message
        );
    }

    [Fact]
    public void Random_signs_without_a_stream()
    {
        var refused = Assert.Throws<ArgumentException>(() =>
            EstimatorCase.Create("random-sign", Options with { Random = null })
        );

        Assert.Contains("random-sign", refused.Message);
    }

    [Theory]
    [MemberData(nameof(EnergyNames))]
    public void Directed_connections_where_an_energy_is_needed(string name)
    {
        LearningCase directed = Chain with
        {
            Network = new EnergyNetwork<double>(Chain.Topology.WithSeparateFeedback()),
        };

        var refused = Assert.Throws<TopologyException>(() => directed.Gradient(Create(name)));

        AssertOneLine("a connection is directed", refused);
    }

    [Theory]
    [InlineData("contrastive-hebbian")]
    [InlineData("coupled-learning")]
    public void Readouts_and_costs_without_output_values_where_outputs_are_clamped(string name)
    {
        LearningCase readout = RandomGraphs.Fixed("readout", Activation.Tanh, SquaredError.Half);
        LearningCase classes = Chain with { Cost = new SoftmaxCrossEntropy() };

        AssertOneLine(
            "layer 'output': a readout",
            Assert.Throws<TopologyException>(() => readout.Gradient(Create(name)))
        );
        AssertOneLine("cost cross-entropy", Assert.Throws<ArgumentException>(() => classes.Gradient(Create(name))));
    }

    [Fact]
    public void Activations_that_are_not_analytic_where_nudges_are_complex()
    {
        LearningCase hard = RandomGraphs.Fixed("chain", Activation.HardSigmoid, SquaredError.Half);

        AssertOneLine(
            "layer 'hidden1': activation hard-sigmoid is not analytic",
            Assert.Throws<TopologyException>(() => hard.Gradient(Create("holomorphic")))
        );
    }

    [Fact]
    public void Costs_that_are_not_analytic_where_nudges_are_complex()
    {
        LearningCase real = Chain with { Cost = new RealCost() };

        AssertOneLine("cost real", Assert.Throws<ArgumentException>(() => real.Gradient(Create("holomorphic"))));
    }

    [Fact]
    public void An_input_may_pass_through_any_activation_where_nudges_are_complex()
    {
        var topology = NetworkTopology.Layered(
            [2, 3, 2],
            Activation.Tanh,
            Activation.Linear,
            input: Activation.HardSigmoid
        );
        var learning = new LearningCase(
            "raw",
            EnergyNetwork.Create<double>(topology, seed: 1),
            SquaredError.Half,
            [0.4, 1.7],
            [0.2, 0.6]
        );

        ExactGradientTests.AssertClose(
            learning.Gradient(new RecurrentBackpropagation(Settled, 1e-15)),
            learning.Gradient(new HolomorphicEquilibriumPropagation(6, 0.02, Settled, Settled)),
            1e-7
        );
    }

    [Fact]
    public void Connections_within_a_layer_or_back_in_the_feedforward_twin()
    {
        LearningCase lateral = RandomGraphs.Fixed("lateral", Activation.Tanh, SquaredError.Half);
        LearningCase back = Chain with { Network = new EnergyNetwork<double>(Chain.Topology.WithSeparateFeedback()) };

        AssertOneLine(
            "connection 3 (1 to 1): it lies within a layer",
            Assert.Throws<TopologyException>(() => lateral.Gradient(new Backpropagation()))
        );
        AssertOneLine(
            "connection 2 (2 to 1): it leads back",
            Assert.Throws<TopologyException>(() => back.Gradient(new Backpropagation()))
        );
        Assert.False(FeedforwardTwin.Exists(lateral.Topology));
        Assert.True(FeedforwardTwin.Exists(Chain.Topology));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Shapes_that_do_not_fit(string name)
    {
        IGradientEstimator estimator = Create(name);
        var few = new PhaseStates<double>(Chain.Topology, Chain.Rows - 1);
        var states = new PhaseStates<double>(Chain.Topology, Chain.Rows);
        var gradient = new NetworkParameters<double>(Chain.Topology);
        LearningCase other = RandomGraphs.Fixed("chain", Activation.Tanh, SquaredError.Half);
        var wide = new double[Chain.Rows * 3];
        var short1 = new double[2];

        AssertOneLine(
            "inputs: 3 rows; the state holds from 1 to 2",
            Assert.Throws<ArgumentException>(() =>
                estimator.Estimate(Chain.Network, few, Chain.Batch, Chain.Cost, gradient)
            )
        );
        AssertOneLine(
            "targets: 3 rows of 3; 3 rows of 2 are needed",
            Assert.Throws<ArgumentException>(() =>
                estimator.Estimate(Chain.Network, states, BatchWith(wide, 3), Chain.Cost, gradient)
            )
        );
        AssertOneLine(
            "targets: 1 rows of 2; 3 rows of 2 are needed",
            Assert.Throws<ArgumentException>(() =>
                estimator.Estimate(Chain.Network, states, BatchWith(short1, 2), Chain.Cost, gradient)
            )
        );
        AssertOneLine(
            "inputs: 2 numbers a row; the network takes 3",
            Assert.Throws<ArgumentException>(() =>
                estimator.Estimate(Chain.Network, states, NarrowBatch(), Chain.Cost, gradient)
            )
        );
        AssertOneLine(
            "the parameters belong to another network",
            Assert.Throws<ArgumentException>(() =>
                estimator.Estimate(
                    Chain.Network,
                    states,
                    Chain.Batch,
                    Chain.Cost,
                    new NetworkParameters<double>(other.Topology)
                )
            )
        );
    }

    private static Batch<double> BatchWith(double[] targets, int columns) =>
        new(Chain.Batch.Inputs, new ReadOnlyMatrixSpan<double>(targets, columns));

    private static Batch<double> NarrowBatch() =>
        new(new ReadOnlyMatrixSpan<double>(new double[Chain.Rows * 2], 2), Chain.Batch.Targets);

    private static IGradientEstimator Create(string name) => EstimatorCase.Create(name, Options);

    private static void Refuses(string name, EstimatorCase options, string parameter) =>
        Assert.Equal(
            parameter,
            Assert.Throws<ArgumentOutOfRangeException>(() => EstimatorCase.Create(name, options)).ParamName
        );

    private static void AssertOneLine(string expected, Exception refused)
    {
        Assert.Contains(expected, refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private sealed class ConstantSource : IUniformSource
    {
        public double NextDouble() => 0;

        public void VisitState(StateVisitor visitor)
        {
            // It is always the same.
        }
    }

    private sealed class RealCost : ICost
    {
        public string Name => "real";

        public bool IsAnalytic => false;

        public double Curvature => 0;

        public T Value<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target)
            where T : unmanaged, System.Numerics.INumberBase<T> => T.Zero;

        public void Gradient<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, Span<T> gradient)
            where T : unmanaged, System.Numerics.INumberBase<T> => gradient.Clear();
    }
}
