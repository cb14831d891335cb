using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Analysis;
using Hebb.Costs;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;
using Hebb.Learning;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>
/// Measures the energy of the networks of agents, over depth and feedback, before they learn and after: why deep networks need
/// weak feedback.
/// </summary>
public static class LandscapeCheck
{
    /// <summary>Trains and measures every case.</summary>
    /// <param name="jobs">How many threads; at least 1. It changes no result.</param>
    /// <returns>Two findings for each case, in the order of depth, feedback and seed.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<LandscapeFinding> Run(
        LandscapeCheckOptions options,
        int jobs = 1,
        MeasurementProgress? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var cases = options.Cases;
        progress?.Total = cases.Count;
        var findings = new LandscapeFinding[cases.Count][];
        RunScheduler.Execute(
            [.. Enumerable.Range(0, cases.Count)],
            jobs,
            (index, stopping) =>
            {
                findings[index] = Measure(options, cases[index], stopping);
                progress?.Measured();
            },
            cancellation
        );
        return [.. findings.SelectMany(two => two).OrderBy(finding => finding.Case.Depth)];
    }

    private static LandscapeFinding[] Measure(
        LandscapeCheckOptions options,
        LandscapeCase one,
        CancellationToken cancellation
    )
    {
        var inputs = new LandscapeInputs(options.Inputs, one.Seed);
        var made = new LandscapeAgent(one, options);
        var before = new LandscapeFinding(one, 0, null, null, Measure(made.Actor, inputs, one.Seed));
        var returns = new LastReturns(LandscapeAgent.CreateEnvironment().Specification.SolvedAt);
        new TrainingLoop(made.Agent, LandscapeAgent.CreateEnvironment, one.Seed).Run(
            options.Steps,
            episode => returns.Add(episode.Return, episode.EnvironmentSteps),
            cancellation
        );
        Landscape landscape = Measure(made.Actor, inputs, one.Seed);
        return [before, new LandscapeFinding(one, options.Steps, returns.Mean, returns.SolvedAt, landscape)];
    }

    private static Landscape Measure(NetworkApproximator actor, LandscapeInputs inputs, ulong seed) =>
        Landscape.Of(
            actor.Network,
            new Batch<float>(inputs.Observations, inputs.Directions),
            new LinearCost(),
            actor.FreePhase,
            actor.Estimator,
            new EquilibriumOptions { Seed = seed }
        );
}
