using System.ComponentModel.DataAnnotations;
using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Lab.Studies.Gradients.Problems;
using Hebb.Networks.Activations;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>What is checked: every estimator on every combination of the lists, on several networks each.</summary>
public sealed record GradientCheckOptions : StudyOptions
{
    private readonly CatalogueSet _catalogues;

    /// <summary>The options where nothing is given.</summary>
    public GradientCheckOptions()
        : this(CatalogueSet.Standard) { }

    /// <summary>The options where nothing is given: all that a set has is checked.</summary>
    public GradientCheckOptions(CatalogueSet catalogues)
    {
        ArgumentNullException.ThrowIfNull(catalogues);
        _catalogues = catalogues;
        Subjects = GradientSubject.AllOf(catalogues);
        Activations = catalogues.Activations;
    }

    /// <inheritdoc/>
    public override StudyOptions Standard => new GradientCheckOptions(_catalogues);

    /// <summary>The estimators.</summary>
    [StudyOption(Name = "--estimators", Noun = "estimator")]
    public IReadOnlyList<GradientSubject> Subjects { get; init; }

    /// <summary>The graphs.</summary>
    [StudyOption(Noun = "topology", Plural = "topologies")]
    public IReadOnlyList<GradientTopology> Topologies { get; init; } = GradientTopology.All;

    /// <summary>The activations.</summary>
    [StudyOption(Noun = "activation")]
    public IReadOnlyList<Activation> Activations { get; init; }

    /// <summary>The costs.</summary>
    [StudyOption(Noun = "cost")]
    public IReadOnlyList<ICost> Costs { get; init; } = GradientCombination.Costs;

    /// <summary>
    /// The nudging strengths, positive, from the largest down. For coupled learning the share, for holomorphic nudging the radius.
    /// </summary>
    [StudyOption(
        Description = "The nudging strengths, which for an order have to reach down to 0.01",
        Fewest = OrderFit.FewestPoints
    )]
    [Range(0, 10.0, MinimumIsExclusive = true)]
    public IReadOnlyList<double> Betas
    {
        get;
        init => field = [.. value.OrderDescending()];
    } = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001];

    /// <summary>How many networks are drawn for each combination; at least 1.</summary>
    [StudyOption(Description = "How many networks are drawn for each topology, activation and cost."), Range(1, 1000)]
    public int Networks { get; init; } = 5;

    /// <summary>The seed of all networks and examples.</summary>
    [StudyOption(Description = "The seed of all networks and examples."), Range(0, 1e18)]
    public ulong Seed { get; init; }

    /// <summary>How far a unit may still move in a sweep when a phase ends; at least 1e-15, as far as rounding lets a network settle.</summary>
    [StudyOption(Description = "How far a unit may still move in a sweep when a phase ends.")]
    [Range(GradientProblem.LeastTolerance, 0.1)]
    public double Tolerance { get; init; } = GradientProblem.LeastTolerance;

    /// <summary>The combinations, topology by topology, then activation by activation.</summary>
    public IReadOnlyList<GradientCombination> Combinations =>
        [
            .. from topology in Topologies
            from activation in Activations
            from cost in Costs
            select new GradientCombination(topology, activation, cost),
        ];
}
