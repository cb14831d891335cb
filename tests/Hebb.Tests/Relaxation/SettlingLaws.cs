using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Acceleration;
using Hebb.Relaxation.Sweeps;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Relaxation;

/// <summary>What the tests of relaxations share.</summary>
internal static class SettlingLaws
{
    /// <summary>Relaxations of every kind and order that come to rest where a network contracts.</summary>
    public static IReadOnlyList<IRelaxation> All(int maxSweeps, double tolerance) =>
        [
            .. Enum.GetValues<SweepOrder>()
                .SelectMany<SweepOrder, IRelaxation>(order =>
                    [
                        new FixedPoint(maxSweeps, tolerance, order),
                        new Momentum(maxSweeps, 0.3, tolerance, order),
                        new Anderson(maxSweeps, 3, tolerance, order),
                    ]
                ),
            new GradientFlow(0.7, maxSweeps, tolerance),
        ];

    /// <summary>A nudge that goes with what a graph has for an output.</summary>
    public static ICost CostOf(RandomGraph graph) => graph.HasReadout ? new SoftmaxCrossEntropy() : SquaredError.Half;

    /// <summary>Every total energy, one step or sweep after the other.</summary>
    public static IEnumerable<double> Energies(
        IRelaxation once,
        EnergyNetwork<double> network,
        NetworkState<double> state,
        double beta,
        ICost cost,
        AlignedMatrix<double> targets,
        int sweeps
    )
    {
        yield return Total();
        for (var sweep = 0; sweep < sweeps; sweep++)
        {
            once.Settle(network, state, new Nudge<double>(beta, cost, targets.All));
            yield return Total();
        }

        double Total() => TotalEnergy.Of(network, state, new Nudge<double>(beta, cost, targets.All), 0);
    }

    public static void NeverRises(IEnumerable<double> energies, string what)
    {
        var last = double.PositiveInfinity;
        foreach (var energy in energies)
        {
            Assert.True(energy <= last + (1e-12 * (1 + Math.Abs(energy))), $"{what}: {last:R} rose to {energy:R}");
            last = energy;
        }
    }

    public static double Distance(double[] one, double[] other) =>
        one.Zip(other, (left, right) => Math.Abs(left - right)).Max();

    /// <summary>
    /// A chain of linear layers of one unit each whose synchronous sweeps shrink the residual by no more than a factor; alternating
    /// ones by its square.
    /// </summary>
    public static EnergyNetwork<double> Slow(double factor, int layers = 8)
    {
        int[] sizes = [1, .. Enumerable.Repeat(1, layers)];
        var network = new EnergyNetwork<double>(NetworkTopology.Layered(sizes, Activation.Linear, Activation.Linear));
        for (var connection = 0; connection < layers; connection++)
        {
            // The chain of n units with weights w has the greatest eigenvalue 2 w cos(pi / (n + 1)).
            network.Parameters.EditWeights(connection)[0][0] =
                connection == 0 ? 1 : factor / (2 * Math.Cos(Math.PI / (layers + 1)));
        }

        return network;
    }

    public static NetworkState<T> Clamped<T>(EnergyNetwork<T> network, params T[] inputs)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        var columns = network.Topology.InputSize;
        var state = new NetworkState<T>(network.Topology, inputs.Length / columns);
        state.Clamp(network, new ReadOnlyMatrixSpan<T>(inputs, inputs.Length / columns, columns, columns));
        return state;
    }
}
