using Hebb.Lab.Studies.Gradients.Problems;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>How finely an estimator is asked to work.</summary>
/// <param name="Tolerance">How far what settles or is solved for may still move.</param>
public readonly record struct GradientStrength(double Beta, double Tolerance)
{
    // What the weights of continual estimation follow by stays small beside the nudge; with ten times as much they ran away
    // in networks that hardly contract.
    private const double ContinualRate = 0.01;

    /// <summary>Sets it in the settings of an estimator.</summary>
    public EstimatorSettings Set(EstimatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.WithStrength(Beta) switch
        {
            HolomorphicSettings holomorphic => holomorphic with { Points = GradientTheory.Points },

            // The weights' own error is of the order of their rate over beta: this keeps it first order.
            ContinualSettings continual => continual with { ContinualRate = ContinualRate * Beta * Beta },
            RecurrentBackpropagationSettings recurrent => recurrent with
            {
                ErrorTolerance = Tolerance,
                ErrorIterations = GradientProblem.MostSweeps,
            },
            CentralDifferencesSettings differences => differences with { DifferenceStep = GradientProblem.Step },
            var other => other,
        };
    }
}
