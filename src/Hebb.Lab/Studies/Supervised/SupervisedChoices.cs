using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Lab.Studies.Supervised;

/// <summary>What a supervised run can be made of, by name.</summary>
public static class SupervisedChoices
{
    private static readonly SoftmaxCrossEntropy CrossEntropy = new();

    /// <summary>
    /// The estimators of the <see cref="CatalogueSet.Estimators"/> but central differences, which need two phases for each of
    /// the parameters.
    /// </summary>
    public static IReadOnlyList<EstimatorSettings> Estimators { get; } =
    [.. CatalogueSet.Standard.Estimators.Where(entry => !entry.IsSlow)];

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

    /// <summary>Whether connections have feedback weights of their own: what the vector field is for.</summary>
    /// <param name="estimator">The name of an estimator.</param>
    internal static bool HasSeparateFeedback(string estimator) =>
        CatalogueSet.Standard.Estimators.Find(estimator).HasFeedback;

    /// <summary>Makes the estimator.</summary>
    /// <param name="configuration">What it is made of; each takes what it knows of it.</param>
    /// <param name="signs">The stream of random signs.</param>
    internal static IGradientEstimator EstimatorOf(SupervisedConfiguration configuration, IUniformSource signs)
    {
        var entry = CatalogueSet.Standard.Estimators.Find(configuration.Estimator);
        EstimatorSettings estimator =
            entry.Costs is EstimatorCosts.SquaredError ? entry : entry.WithStrength(configuration.Beta);
        estimator = estimator switch
        {
            ContinualSettings continual => continual with { ContinualRate = configuration.LearningRate },
            RecurrentBackpropagationSettings recurrent => recurrent with
            {
                ErrorTolerance = configuration.Tolerance,
                ErrorIterations = configuration.NudgedSweeps,
            },
            _ => estimator,
        };
        var relaxation = new FixedPointSettings { Tolerance = configuration.Tolerance };
        var phases = new PhaseSettings
        {
            FreeSweeps = configuration.FreeSweeps,
            NudgedSweeps = configuration.NudgedSweeps,
            FreeOrder = SweepOrder.Alternating,
            NudgedOrder = SweepOrder.Alternating,
        };
        return estimator.Create(EstimatorPhases.Of(relaxation, phases) with { Random = signs });
    }

    /// <summary>Makes what answers for the trained network: as it was trained, by settling or by one pass.</summary>
    /// <param name="configuration">What it is made of.</param>
    internal static IPrediction PredictionOf(SupervisedConfiguration configuration) =>
        CatalogueSet.Standard.Estimators.Find(configuration.Estimator).IsFeedforward
            ? new FeedforwardPrediction()
            : new SettledPrediction(FreeOf(configuration));

    private static FixedPoint FreeOf(SupervisedConfiguration configuration) =>
        new(configuration.FreeSweeps, configuration.Tolerance);

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
