using System.Collections.Immutable;
using System.CommandLine;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Gradients;
using Hebb.Networks.Activations;

namespace Hebb.Cli.Check;

/// <summary>
/// <c>hebb check gradients</c>: every estimator against the exact gradient on small random networks, with the order at which
/// its error vanishes beside what theory says.
/// </summary>
internal static class GradientsCommand
{
    private const int MostJobs = 1024;
    private const string Name = "gradients";

    private static readonly GradientCheckOptions Standard = new();

    private static readonly Option<ImmutableArray<string>?> Estimators = NamesOption.Create(
        "--estimators",
        "estimator",
        "estimators",
        [.. GradientSubject.All.Select(subject => subject.Name)]
    );

    private static readonly Option<ImmutableArray<string>?> Topologies = NamesOption.Create(
        "--topologies",
        "topology",
        "topologies",
        [.. GradientTopology.All.Select(topology => topology.Name)]
    );

    private static readonly Option<ImmutableArray<string>?> Activations = NamesOption.Create(
        "--activations",
        "activation",
        "activations",
        [.. Activation.All.Select(activation => activation.Name)]
    );

    private static readonly Option<ImmutableArray<string>?> Costs = NamesOption.Create(
        "--costs",
        "cost",
        "costs",
        [.. GradientCombination.Costs.Select(cost => cost.Name)]
    );

    private static readonly Option<ImmutableArray<double>?> Betas = BetasOption.Create("--betas", Standard.Betas);

    private static readonly Option<long> Networks = WholeNumberOption.Create(
        "--networks",
        "How many networks are drawn for each topology, activation and cost.",
        standard: Standard.Networks,
        low: 1,
        high: 1000
    );

    private static readonly Option<long> Seed = WholeNumberOption.Create(
        "--seed",
        "The seed of all networks and examples.",
        standard: (long)Standard.Seed,
        low: 0,
        high: 1_000_000_000_000_000_000
    );

    private static readonly Option<double> Tolerance = ToleranceOption.Create("--tolerance");

    private static readonly Option<long> Jobs = WholeNumberOption.Create(
        "--jobs",
        "How many threads measure; by default as many as there are cores. It changes no result.",
        standard: Math.Min(Environment.ProcessorCount, MostJobs),
        low: 1,
        high: MostJobs
    );

    private static readonly Option<string> Out = OutOption.Create(
        "The directory of the results; files of the same names there are replaced.",
        Name
    );

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            Name,
            "Measure every gradient estimator against the exact gradient on small random networks, in float64, and fit the "
                + "order at which its error vanishes with beta. The exit code is 0 where every verdict is what theory "
                + "says, and 1 where one is not or is unclear."
        )
        {
            Estimators,
            Costs,
            Activations,
            Topologies,
            Betas,
            Networks,
            Seed,
            Tolerance,
            Jobs,
            Out,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                GradientCheckOptions options = Read(parsed);
                var jobs = (int)parsed.GetValue(Jobs);
                var directory = parsed.GetRequiredValue(Out);

                // On another thread: this one has to be free to hear of Ctrl-C.
                return Task.Run(
                    () => Run(options, jobs, directory, Terminal.Of(parsed), cancellation),
                    CancellationToken.None
                );
            }
        );
        return command;
    }

    private static GradientCheckOptions Read(ParseResult parsed) =>
        new()
        {
            Subjects = Chosen(parsed.GetValue(Estimators), GradientSubject.All, subject => subject.Name),
            Topologies = Chosen(parsed.GetValue(Topologies), GradientTopology.All, topology => topology.Name),
            Activations = Chosen(parsed.GetValue(Activations), Activation.All, activation => activation.Name),
            Costs = Chosen(parsed.GetValue(Costs), GradientCombination.Costs, cost => cost.Name),
            Betas = parsed.GetValue(Betas) is { } betas ? betas : Standard.Betas,
            Networks = (int)parsed.GetValue(Networks),
            Seed = (ulong)parsed.GetValue(Seed),
            Tolerance = parsed.GetValue(Tolerance),
        };

    private static IReadOnlyList<T> Chosen<T>(
        ImmutableArray<string>? names,
        IReadOnlyList<T> all,
        Func<T, string> nameOf
    ) => names is { } chosen ? [.. all.Where(one => chosen.Contains(nameOf(one), StringComparer.Ordinal))] : all;

    private static int Run(
        GradientCheckOptions options,
        int jobs,
        string directory,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        OutOption.Prepare(directory);
        var output = GradientsOutput.To(terminal);
        output.Begin(options);
        try
        {
            var progress = new MeasurementProgress();
            var measuring = Task.Run(
                () => GradientCheck.Run(options, jobs, progress, cancellation),
                CancellationToken.None
            );
            output.Follow(progress, measuring);
            IReadOnlyList<GradientFinding> findings = measuring.GetAwaiter().GetResult();
            GradientResults.Write(directory, options, findings);
            output.End(options, findings, directory);
            return findings.Any(finding => finding.Verdict is GradientVerdict.Not or GradientVerdict.Unclear)
                ? ExitCode.Failure
                : ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Stopped();
            return ExitCode.Interrupted;
        }
    }
}
