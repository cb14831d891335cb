using Hebb.Costs;
using Hebb.Learning;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation;

namespace Hebb.Lab.Supervised;

/// <summary>What a supervised run can be made of, by name.</summary>
public static class SupervisedChoices
{
    private static readonly SoftmaxCrossEntropy CrossEntropy = new();

    /// <summary>The estimators' names.</summary>
    public static IReadOnlyList<string> Estimators { get; } = ["one-sided", "random-sign", "symmetric"];

    /// <summary>The costs' names: the squared error with its half, or the cross-entropy of a softmax readout.</summary>
    public static IReadOnlyList<string> Costs { get; } = [SquaredError.Half.Name, CrossEntropy.Name];

    /// <summary>The optimizers' names.</summary>
    public static IReadOnlyList<string> Optimizers { get; } = ["adam", "sgd"];

    /// <summary>Whether the last layer only reads the others: the softmax of a cross-entropy acts back on nothing.</summary>
    /// <param name="cost">A name of <see cref="Costs"/>.</param>
    public static bool ReadsOut(string cost) => string.Equals(cost, CrossEntropy.Name, StringComparison.Ordinal);

    /// <summary>Makes the cost.</summary>
    /// <param name="configuration">What it is made of.</param>
    internal static ICost CostOf(SupervisedConfiguration configuration) =>
        ReadsOut(configuration.Cost) ? CrossEntropy
        : string.Equals(configuration.Cost, SquaredError.Half.Name, StringComparison.Ordinal) ? SquaredError.Half
        : throw Unknown("cost", configuration.Cost, Costs);

    /// <summary>Makes the estimator.</summary>
    /// <param name="configuration">What it is made of.</param>
    /// <param name="signs">The stream of random signs.</param>
    internal static IGradientEstimator EstimatorOf(SupervisedConfiguration configuration, IUniformSource signs) =>
        new EquilibriumPropagation(
            configuration.Estimator switch
            {
                "one-sided" => Nudging.OneSided(configuration.Beta),
                "random-sign" => Nudging.RandomSign(configuration.Beta, signs),
                "symmetric" => Nudging.Symmetric(configuration.Beta),
                _ => throw Unknown("estimator", configuration.Estimator, Estimators),
            },
            new FixedPoint(configuration.FreeSweeps, configuration.Tolerance),
            new FixedPoint(configuration.NudgedSweeps, configuration.Tolerance)
        );

    /// <summary>Makes what answers for the trained network.</summary>
    /// <param name="configuration">What it is made of.</param>
    internal static IPrediction PredictionOf(SupervisedConfiguration configuration) =>
        new SettledPrediction(new FixedPoint(configuration.FreeSweeps, configuration.Tolerance));

    /// <summary>Makes the optimizer.</summary>
    /// <param name="configuration">What it is made of.</param>
    /// <param name="length">How many numbers it optimizes.</param>
    internal static IOptimizer<float> OptimizerOf(SupervisedConfiguration configuration, int length) =>
        configuration.Optimizer switch
        {
            "adam" => new Adam<float>(length, configuration.LearningRate),
            "sgd" => new StochasticGradientDescent<float>(length, configuration.LearningRate),
            _ => throw Unknown("optimizer", configuration.Optimizer, Optimizers),
        };

    private static ArgumentException Unknown(string what, string name, IEnumerable<string> known) =>
        new($"{what} '{name}': no such {what}; known are {string.Join(", ", known)}", nameof(name));
}
