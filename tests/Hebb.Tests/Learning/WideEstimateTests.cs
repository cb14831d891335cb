using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Learning;

/// <summary>Layers of many registers and batches of more than a tile, which the small graphs of other tests are not.</summary>
public sealed class WideEstimateTests
{
    private static readonly LearningCase Wide = NewCase();

    // Central differences settle twice for each of twelve thousand parameters, and learn nothing of their own from it.
    public static TheoryData<string> Names =>
        [.. CatalogueSet.Standard.Estimators.Names.Where(name => name is not "central-differences")];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_float32_it_gives_the_same_gradient(string name) =>
        ExactGradientTests.AssertClose(
            Wide.Gradient(Create(name)),
            Wide.GradientIn<float>(Create(name)),
            name is "continual" ? 1e-3 : 1e-4
        );

    private static IGradientEstimator Create(string name) =>
        EstimatorCase.Create(
            name,
            new EstimatorCase
            {
                Free = new FixedPoint(20),
                Beta = 0.3,
                Share = 0.5,
                Sweeps = 15,
                Tolerance = 0,
                MaxIterations = 15,
                Random = new Pcg64(4),
            }
        );

    private static LearningCase NewCase()
    {
        const int rows = 11;
        var random = new Pcg64(8);
        var topology = NetworkTopology.Layered([40, 200, 17], Activation.Tanh, Activation.Linear);
        var network = new EnergyNetwork<double>(topology);
        Initialization.XavierUniform(network.Parameters, random, gain: 0.4);
        var inputs = new double[rows * 40];
        var targets = new double[rows * 17];
        RandomNetworks.Fill(inputs, random);
        RandomNetworks.Fill(targets, random);
        return new LearningCase("wide", network, SquaredError.Half, inputs, targets);
    }
}
