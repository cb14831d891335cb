using Hebb.Analysis;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;
using Hebb.Lab.Studies.Gradients.Problems;
using Hebb.Learning;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>
/// Measures every estimator against the exact gradient, in float64, on small random networks, over a range of nudging
/// strengths.
/// </summary>
public static class GradientCheck
{
    // What the tolerance, as a distance that a unit moves, may become in a gradient once the strength divides it.
    private const double RoundingFactor = 10;

    /// <summary>Measures everything.</summary>
    /// <param name="jobs">How many threads; at least 1. It changes no result.</param>
    /// <returns>What was found, estimator by estimator in the order of the options, then combination by combination.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<GradientFinding> Run(
        GradientCheckOptions options,
        int jobs = 1,
        MeasurementProgress? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var combinations = options.Combinations;
        progress?.Total = combinations.Count;
        var findings = new GradientFinding[options.Subjects.Count, combinations.Count];
        RunScheduler.Execute(
            [.. Enumerable.Range(0, combinations.Count)],
            jobs,
            (index, stopping) =>
            {
                GradientCombination combination = combinations[index];
                GradientProblem[] problems =
                [
                    .. Enumerable
                        .Range(0, options.Networks)
                        .Select(network => GradientDraw.Draw(combination, options.Seed, network)),
                ];
                for (var subject = 0; subject < options.Subjects.Count; subject++)
                {
                    stopping.ThrowIfCancellationRequested();
                    findings[subject, index] = Measure(options, options.Subjects[subject], combination, problems);
                }

                progress?.Measured();
            },
            cancellation
        );
        return [.. findings.Cast<GradientFinding>()];
    }

    private static GradientFinding Measure(
        GradientCheckOptions options,
        GradientSubject subject,
        GradientCombination combination,
        GradientProblem[] problems
    )
    {
        var measurements = new List<GradientMeasurement>();
        var refusals = new List<GradientRefusal>();
        double?[] betas =
            subject.LargestBeta == 0
                ? [null]
                : [.. options.Betas.Where(beta => beta <= subject.LargestBeta).Select(beta => (double?)beta)];
        foreach (var (network, problem) in problems.Index())
        {
            foreach (var beta in betas)
            {
                try
                {
                    measurements.Add(Measure(options, subject, problem, network, beta));
                }
                catch (Exception exception) when (exception is TopologyException or ArgumentException)
                {
                    refusals.Add(new GradientRefusal(network, beta, GradientRefusal.OneLine(exception)));
                }
            }
        }

        return new GradientFinding(subject, combination, measurements, refusals);
    }

    private static GradientMeasurement Measure(
        GradientCheckOptions options,
        GradientSubject subject,
        GradientProblem problem,
        int network,
        double? beta
    )
    {
        var tolerance = subject.IsExact ? GradientProblem.LeastTolerance : options.Tolerance;
        var gradient = new NetworkParameters<double>(problem.Topology);
        IGradientEstimator estimator = subject.Create(
            new GradientStrength(beta ?? 1, tolerance),
            Phases(tolerance, options.Seed + (ulong)network)
        );
        Estimate seen = problem.Estimate(estimator, gradient);
        Settling phases = seen.Free.And(seen.Nudged);
        return new GradientMeasurement(
            network,
            beta,
            GradientAgreement.Of(gradient, problem.Reference(subject.Reference)),
            phases.MostSweeps,
            // A fixed number of sweeps leaves none unsettled, wherever it ends.
            phases.IsSettled
                && phases.LargestResidual <= tolerance,
            beta is { } strength && !problem.KeepsPieces(strength),
            RoundingFactor * tolerance / ((beta ?? 1) * problem.Length)
        );
    }

    private static EstimatorPhases Phases(double tolerance, ulong seed)
    {
        var relaxation = new FixedPoint(GradientProblem.MostSweeps, tolerance);
        return new EstimatorPhases(relaxation, relaxation)
        {
            Phases = new PhaseSettings
            {
                FreeSweeps = GradientProblem.FixedSweeps,
                NudgedSweeps = GradientProblem.FixedSweeps,
                FreeOrder = SweepOrder.Alternating,
                NudgedOrder = SweepOrder.Alternating,
            },
            Random = new Pcg64(seed),
        };
    }
}
