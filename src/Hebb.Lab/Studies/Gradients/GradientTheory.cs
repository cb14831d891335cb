using Hebb.Costs;
using Hebb.Lab.Studies.Gradients.Problems;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Networks.Topology;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>What theory predicts for each estimator of the catalogue: the order of its error in beta, or why there is none.</summary>
internal static class GradientTheory
{
    /// <summary>The points of the holomorphic estimator, which are its order.</summary>
    public const int Points = 4;

    /// <summary>How near exact methods have to be to one another.</summary>
    public const double ExactTolerance = 1e-7;

    private static readonly GradientExpectation Exact = new GradientExpectation.Agreement(ExactTolerance);

    /// <summary>What is expected of an estimator.</summary>
    /// <param name="estimator">The estimator; of one that says nothing of its error nothing is expected.</param>
    public static GradientExpectation Expect(EstimatorSettings estimator, GradientCombination combination) =>
        estimator switch
        {
            HolomorphicSettings => Holomorphic(combination),
            VectorFieldSettings => VectorField(combination),
            ContrastiveHebbianSettings or CoupledLearningSettings => Clamped(combination),
            { IsFeedforward: true } => Feedforward(combination),
            { IsExact: true } => Exact,
            { ErrorOrder: { } power } => WithEnergy(combination, power),
            _ => new GradientExpectation.None("nothing is known of it here"),
        };

    private static GradientExpectation WithEnergy(GradientCombination combination, int power) =>
        combination.Topology.HasEnergy
            ? new GradientExpectation.Order(power)
            : new GradientExpectation.Refusal("directed connections have no energy");

    private static GradientExpectation Holomorphic(GradientCombination combination)
    {
        NetworkTopology topology = combination.Topology;
        var isAnalytic =
            combination.Cost.IsAnalytic && topology.Free.All(layer => topology.Layers[layer].Activation.IsAnalytic);
        return isAnalytic || !topology.HasEnergy
            ? WithEnergy(combination, Points)
            : new GradientExpectation.Refusal("the activation is not analytic");
    }

    private static GradientExpectation VectorField(GradientCombination combination) =>
        combination.Topology.HasEnergy || combination.Shape.TransposesFeedback
            ? new GradientExpectation.Order(2)
            : new GradientExpectation.None("the field's Jacobian is not symmetric");

    private static GradientExpectation Clamped(GradientCombination combination)
    {
        NetworkTopology topology = combination.Topology;
        return !topology.HasEnergy ? new GradientExpectation.Refusal("directed connections have no energy")
            : topology.Layers[topology.Output].Role is LayerRole.Readout
                ? new GradientExpectation.Refusal("a readout cannot be clamped")
            : combination.Cost is not SquaredError ? new GradientExpectation.Refusal("targets are no output values")
            : new GradientExpectation.None("it descends its own contrastive function");
    }

    private static GradientExpectation Feedforward(GradientCombination combination) =>
        FeedforwardTwin.Exists(combination.Topology)
            ? Exact
            : new GradientExpectation.Refusal("no feedforward network has such connections");
}
