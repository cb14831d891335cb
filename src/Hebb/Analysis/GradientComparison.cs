using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Analysis;

/// <summary>
/// An estimate of a gradient beside the exact one of the same network, batch and cost: the exact one by recurrent
/// backpropagation at the equilibrium that the network settles to from rest.
/// </summary>
/// <param name="Agreement">How well the estimate agrees, with the angle in degrees.</param>
/// <param name="Estimate">What the estimator saw, with the sweeps it used.</param>
/// <param name="Exact">What the exact estimator saw: where it is not settled, what is called exact is not.</param>
public readonly record struct GradientComparison(GradientAgreement Agreement, Estimate Estimate, Estimate Exact)
{
    /// <summary>Whether the exact gradient is one: both its phases settled.</summary>
    public bool IsExact => Exact.Free.IsSettled && Exact.Nudged.IsSettled;

    /// <summary>Estimates and compares.</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    /// <param name="estimator">The estimator, as training uses it.</param>
    /// <param name="batch">Inputs and targets.</param>
    /// <param name="cost">C.</param>
    /// <param name="tolerance">How far units and errors of the exact gradient may still move; at least 0.</param>
    /// <param name="maxSweeps">The sweeps of each of its phases at most; at least 1.</param>
    public static GradientComparison Of<T>(
        EnergyNetwork<T> network,
        IGradientEstimator estimator,
        in Batch<T> batch,
        ICost cost,
        double tolerance = 1e-6,
        int maxSweeps = 2000
    )
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(estimator);
        var states = new PhaseStates<T>(network.Topology, batch.Rows);
        var gradient = new NetworkParameters<T>(network.Topology);
        Estimate estimate = estimator.Estimate(network, states, batch, cost, gradient);
        var exact = new NetworkParameters<T>(network.Topology);
        Estimate reference = Exactly(tolerance, maxSweeps).Estimate(network, states, batch, cost, exact);
        return new GradientComparison(GradientAgreement.Of(gradient, exact), estimate, reference);
    }

    /// <summary>The estimator whose gradient is taken for exact; its free phase sweeps as agents' do, from the input on.</summary>
    /// <param name="tolerance">How far units and errors may still move; at least 0.</param>
    /// <param name="maxSweeps">The sweeps of each phase at most; at least 1.</param>
    public static RecurrentBackpropagation Exactly(double tolerance = 1e-6, int maxSweeps = 2000) =>
        new(new FixedPoint(maxSweeps, tolerance, SweepOrder.Forward), tolerance, maxSweeps);
}
