using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using static Hebb.Learning.EstimatorSetting;

namespace Hebb.Catalogues;

/// <summary>The estimators that are known by name.</summary>
public static class EstimatorCatalogue
{
    private static readonly EstimatorSetting[] Phases = [Free, Nudged];
    private static readonly EstimatorSetting[] NudgedPhases = [Free, Nudged, Beta];

    /// <summary>Every estimator, in the order in which they are shown.</summary>
    public static IReadOnlyList<EstimatorEntry> All { get; } =
    [
        new(
            "one-sided",
            "equilibrium propagation between the free state and one nudged by beta, of either sign",
            NudgedPhases,
            options => Nudge(options, Nudging.OneSided(options.Beta))
        ),
        new(
            "random-sign",
            "the same, the sign of beta drawn anew for each batch",
            [.. NudgedPhases, EstimatorSetting.Random],
            options => Nudge(options, Nudging.RandomSign(options.Beta, RandomOf(options)))
        ),
        new(
            "symmetric",
            "equilibrium propagation between states nudged by beta and minus beta",
            NudgedPhases,
            options => Nudge(options, Nudging.Symmetric(options.Beta))
        ),
        new(
            "holomorphic",
            "equilibrium propagation over points on a circle of complex nudging strengths",
            [.. NudgedPhases, Points],
            options => new HolomorphicEquilibriumPropagation(
                options.Points,
                options.Beta,
                options.Free,
                NudgedOf(options)
            )
        )
        {
            Costs = EstimatorCosts.Analytic,
        },
        new(
            "continual",
            "one-sided equilibrium propagation whose weights follow at every nudged sweep",
            [Free, Beta, LearningRate, Sweeps, Order],
            options => new ContinualEquilibriumPropagation(
                options.Beta,
                options.LearningRate,
                options.Free,
                options.Sweeps,
                options.Order
            )
        ),
        new(
            "contrastive-hebbian",
            "outputs clamped to their targets against outputs free",
            Phases,
            options => new ContrastiveHebbianLearning(options.Free, NudgedOf(options))
        )
        {
            Costs = EstimatorCosts.SquaredError,
        },
        new(
            "coupled-learning",
            "outputs clamped some way towards their targets against outputs free",
            [.. Phases, Share],
            options => new CoupledLearning(options.Share, options.Free, NudgedOf(options))
        )
        {
            Costs = EstimatorCosts.SquaredError,
        },
        new(
            "vector-field",
            "equilibrium propagation, symmetric in beta, on graphs with directed connections too",
            NudgedPhases,
            options => new VectorFieldEquilibriumPropagation(
                Nudging.Symmetric(options.Beta),
                options.Free,
                NudgedOf(options)
            )
        ),
        new(
            "recurrent-backprop",
            "the exact gradient at the fixed point, by implicit differentiation",
            [Free, Tolerance, MaxIterations],
            options => new RecurrentBackpropagation(options.Free, options.Tolerance, options.MaxIterations)
        ),
        new(
            "backprop-through-sweeps",
            "the exact gradient after a fixed number of sweeps, by backpropagation through them",
            [Sweeps, Order],
            options => new BackpropagationThroughSweeps(options.Sweeps, options.Order)
        ),
        new("backprop", "backpropagation in the feedforward twin", [], _ => new Backpropagation())
        {
            IsFeedforward = true,
        },
        new(
            "central-differences",
            "every parameter moved both ways: slow, and the judge of all others",
            [Free, Step],
            options => new CentralDifferences(options.Free, options.Step)
        ),
    ];

    /// <summary>The names of all estimators, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    /// <summary>Makes an estimator.</summary>
    /// <param name="name">A name of the catalogue, such as <c>symmetric</c>, in its exact spelling.</param>
    /// <param name="options">What it is made of.</param>
    /// <exception cref="ArgumentException">There is no such estimator, or an option is not possible.</exception>
    public static IGradientEstimator Create(string name, EstimatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Find(name).Create(options);
    }

    /// <summary>The entry of an estimator.</summary>
    /// <param name="name">A name of the catalogue, such as <c>symmetric</c>, in its exact spelling.</param>
    /// <exception cref="ArgumentException">There is no such estimator.</exception>
    public static EstimatorEntry Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.Ordinal))
            ?? throw new ArgumentException(
                $"estimator '{name}': no such estimator; known are {string.Join(", ", Names)}",
                nameof(name)
            );
    }

    private static EquilibriumPropagation Nudge(EstimatorOptions options, Nudging nudging) =>
        new(nudging, options.Free, NudgedOf(options), options.LinearisesCost);

    private static Relaxation.IRelaxation NudgedOf(EstimatorOptions options) => options.Nudged ?? options.Free;

    private static Numerics.IUniformSource RandomOf(EstimatorOptions options) =>
        options.Random
        ?? throw new ArgumentException(
            "estimator 'random-sign': no random stream; one is needed to draw signs from",
            nameof(options)
        );
}
