using Hebb.Catalogues;
using Hebb.Lab.Studies.Gradients.Problems;
using Hebb.Learning;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>An estimator that is checked.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Create">Makes one; called for every network and beta.</param>
/// <param name="Expect">What theory says of it on a combination.</param>
public sealed record GradientSubject(
    string Name,
    Func<EstimatorOptions, IGradientEstimator> Create,
    Func<GradientCombination, GradientExpectation> Expect
)
{
    /// <summary>What it is compared with.</summary>
    public GradientReference Reference { get; init; } = GradientReference.RecurrentBackpropagation;

    /// <summary>Whether it is one of the exact methods, which are compared with one another.</summary>
    public bool IsExact { get; init; }

    /// <summary>
    /// The largest strength that it takes, given as <see cref="EstimatorOptions.Beta"/> and
    /// <see cref="EstimatorOptions.Share"/>; 0 where it has none and is measured once.
    /// </summary>
    public double LargestBeta { get; init; } = double.PositiveInfinity;

    /// <summary>Every estimator of <see cref="EstimatorCatalogue"/>, the exact methods first.</summary>
    public static IReadOnlyList<GradientSubject> All { get; } =
    [.. EstimatorCatalogue.All.Select(Of).OrderBy(subject => !subject.IsExact)];

    private static GradientSubject Of(EstimatorEntry entry)
    {
        var subject = new GradientSubject(
            entry.Name,
            entry.Create,
            combination => GradientTheory.Expect(entry.Name, combination)
        );

        // The exact methods are compared in a ring, so that each of the three that settle meets the two others.
        return entry.Name switch
        {
            "recurrent-backprop" => Exact(subject, GradientReference.CentralDifferences),
            "backprop-through-sweeps" => Exact(subject, GradientReference.RecurrentBackpropagation),
            "central-differences" => Exact(subject, GradientReference.BackpropagationThroughSweeps),
            "backprop" => Exact(subject, GradientReference.FeedforwardDifferences),
            "contrastive-hebbian" => subject with { LargestBeta = 0 },
            "coupled-learning" => subject with { LargestBeta = 1 },
            _ => subject,
        };
    }

    private static GradientSubject Exact(GradientSubject subject, GradientReference reference) =>
        subject with
        {
            IsExact = true,
            LargestBeta = 0,
            Reference = reference,
        };
}
