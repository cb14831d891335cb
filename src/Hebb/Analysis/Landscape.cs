using Hebb.Costs;
using Hebb.Learning;
using Hebb.Networks;
using Hebb.Relaxation;

namespace Hebb.Analysis;

/// <summary>What a network's energy looks like where it is used, and what that makes of its gradients.</summary>
/// <param name="Equilibria">The equilibria of the inputs.</param>
/// <param name="Feedback">gamma sigma^2 of each connection.</param>
/// <param name="CouplingNorm">See <see cref="Analysis.CouplingNorm"/>: below 1 there is one equilibrium for certain.</param>
/// <param name="Saturation"><see cref="UnitSaturation.BySlope"/> where the free phase of training ends; from 0 to 1.</param>
/// <param name="Residual">How far a unit still moves in the last sweep of that phase, the largest over the inputs.</param>
/// <param name="Gradient">The estimator's gradient beside the exact one.</param>
public sealed record Landscape(
    EquilibriumSurvey Equilibria,
    ImmutableArray<ConnectionFeedback> Feedback,
    double CouplingNorm,
    double Saturation,
    double Residual,
    GradientComparison Gradient
)
{
    /// <summary>The largest gamma sigma^2.</summary>
    public double LargestFeedback => Feedback.Max(feedback => feedback.Gain);

    /// <summary>Measures a network with an energy.</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    /// <param name="batch">The inputs, and targets for the gradient.</param>
    /// <param name="cost">C, for the gradient.</param>
    /// <param name="free">The free phase of training.</param>
    /// <param name="estimator">The estimator of training.</param>
    /// <param name="options">How equilibria are sought; null is as standard.</param>
    public static Landscape Of<T>(
        EnergyNetwork<T> network,
        in Batch<T> batch,
        ICost cost,
        IRelaxation free,
        IGradientEstimator estimator,
        EquilibriumOptions? options = null
    )
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(free);
        var state = new NetworkState<T>(network.Topology, batch.Rows);
        state.Clamp(network, batch.Inputs);
        Settling settling = free.Settle(network, state);
        return new Landscape(
            EquilibriumSurvey.Of(network, batch.Inputs, options),
            ConnectionFeedback.Of(network.Parameters),
            Analysis.CouplingNorm.Of(network.Parameters),
            UnitSaturation.BySlope(network, state),
            settling.LargestResidual,
            GradientComparison.Of(network, estimator, batch, cost)
        );
    }
}
