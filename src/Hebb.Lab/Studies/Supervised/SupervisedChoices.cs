using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Exact;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Lab.Studies.Supervised;

/// <summary>What a supervised run can be made of, by name.</summary>
public static class SupervisedChoices
{
    private static readonly SoftmaxCrossEntropy CrossEntropy = new();

    /// <summary>
    /// The estimators of the <see cref="EstimatorCatalogue"/> but central differences, which need two phases for each of
    /// the parameters.
    /// </summary>
    public static IReadOnlyList<EstimatorEntry> Estimators { get; } =
    [
        .. EstimatorCatalogue.All.Where(entry =>
            !string.Equals(entry.Name, "central-differences", StringComparison.Ordinal)
        ),
    ];

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
        string.Equals(estimator, "vector-field", StringComparison.Ordinal);

    /// <summary>Makes the estimator.</summary>
    /// <param name="configuration">What it is made of; each takes what it knows of it.</param>
    /// <param name="signs">The stream of random signs.</param>
    internal static IGradientEstimator EstimatorOf(SupervisedConfiguration configuration, IUniformSource signs)
    {
        EstimatorEntry entry = EstimatorCatalogue.Find(configuration.Estimator);

        // A number of sweeps alone stands for the nudged phase beside a free one, and otherwise for the free phase.
        var hasFreePhase = entry.Settings.Contains(EstimatorSetting.Free);
        return entry.Create(
            new EstimatorOptions
            {
                Free = FreeOf(configuration),
                Nudged = new FixedPoint(configuration.NudgedSweeps, configuration.Tolerance),
                Beta = configuration.Beta,
                Sweeps = hasFreePhase ? configuration.NudgedSweeps : configuration.FreeSweeps,
                MaxIterations = configuration.NudgedSweeps,
                Tolerance = configuration.Tolerance,
                LearningRate = configuration.LearningRate,
                Random = signs,
            }
        );
    }

    /// <summary>Makes what answers for the trained network: as it was trained, by settling or by one pass.</summary>
    /// <param name="configuration">What it is made of.</param>
    internal static IPrediction PredictionOf(SupervisedConfiguration configuration) =>
        EstimatorCatalogue.Find(configuration.Estimator).IsFeedforward
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
