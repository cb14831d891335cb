using Hebb.Catalogues;
using Hebb.Lab.Studies.Gradients.Problems;
using Hebb.Learning;
using Hebb.Learning.Exact;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>An estimator that is checked.</summary>
/// <param name="Create">Makes one; called for every network and beta.</param>
/// <param name="Expect">What theory predicts for it on a combination.</param>
public sealed record GradientSubject(
    string Name,
    Func<GradientStrength, EstimatorPhases, IGradientEstimator> Create,
    Func<GradientCombination, GradientExpectation> Expect
)
{
    /// <summary>What it is compared with.</summary>
    public GradientReference Reference { get; init; } = GradientReference.RecurrentBackpropagation;

    /// <summary>Whether it is one of the exact methods, which are compared with one another.</summary>
    public bool IsExact { get; init; }

    /// <summary>
    /// The largest strength that it takes; 0 where it has none and is measured once.
    /// </summary>
    public double LargestBeta { get; init; } = double.PositiveInfinity;

    /// <summary>The colour of its curve in figures, such as <c>#0072B2</c>; null for the usual grey.</summary>
    public string? Hue { get; init; }

    /// <summary>Every estimator of <see cref="CatalogueSet.Estimators"/>, the exact methods first.</summary>
    public static IReadOnlyList<GradientSubject> All { get; } = AllOf(CatalogueSet.Standard);

    /// <summary>Every estimator of a set, the exact methods first.</summary>
    public static IReadOnlyList<GradientSubject> AllOf(CatalogueSet catalogues)
    {
        ArgumentNullException.ThrowIfNull(catalogues);
        return [.. catalogues.Estimators.Select(Of).OrderBy(subject => !subject.IsExact)];
    }

    private static GradientSubject Of(EstimatorSettings settings) =>
        new(
            settings.Name,
            (strength, phases) => strength.Set(settings).Create(phases),
            combination => GradientTheory.Expect(settings, combination)
        )
        {
            IsExact = settings.IsExact,
            LargestBeta = settings.LargestStrength,
            Hue = settings.Hue,

            // The exact methods are compared in a ring, so that each of the three that settle meets the two others.
            Reference = settings switch
            {
                RecurrentBackpropagationSettings => GradientReference.CentralDifferences,
                CentralDifferencesSettings => GradientReference.BackpropagationThroughSweeps,
                BackpropagationSettings => GradientReference.FeedforwardDifferences,
                _ => GradientReference.RecurrentBackpropagation,
            },
        };
}
