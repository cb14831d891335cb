using System.Collections.Immutable;
using System.CommandLine;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Landscapes;

namespace Hebb.Cli.Check;

/// <summary>
/// <c>hebb check landscape</c>: what the energy of an agent's network looks like over depth and feedback, before it learns and
/// after.
/// </summary>
internal static class LandscapeCommand
{
    private const int MostJobs = 1024;
    private const string Name = "landscape";

    private static readonly LandscapeCheckOptions Standard = new();

    private static readonly Option<ImmutableArray<double>?> Feedbacks = PositiveNumbersOption.Create(
        "--feedbacks",
        "The strengths gamma of the feedback",
        Standard.Feedbacks
    );

    private static readonly Option<ImmutableArray<double>?> Depths = PositiveNumbersOption.Create(
        "--depths",
        "The hidden layers",
        [.. Standard.Depths.Select(depth => (double)depth)],
        wholeNumbersTo: 8
    );

    private static readonly Option<double?> Limit = NumberOption.Positive(
        "--limit",
        "What gamma sigma^2 of every connection is kept below while agents learn; without it there is no limit.",
        standard: null
    );

    private static readonly Option<double?> Beta = NumberOption.Positive(
        "--beta",
        "The nudging strength; by default min(1, 0.1 / gamma^2).",
        standard: null
    );

    private static readonly Option<long> FreeSweeps = WholeNumberOption.Create(
        "--free-sweeps",
        "The sweeps of the free phase.",
        standard: Standard.FreeSweeps,
        low: 1,
        high: 10_000
    );

    private static readonly Option<long> NudgedSweeps = WholeNumberOption.Create(
        "--nudged-sweeps",
        "The sweeps of a nudged phase.",
        standard: Standard.NudgedSweeps,
        low: 1,
        high: 10_000
    );

    private static readonly Option<string> Estimator = ChoiceOption.Create(
        "--estimator",
        "How actor and critic learn.",
        ["symmetric", "recurrent-backprop", "backprop"],
        Standard.Estimator
    );

    private static readonly Option<long> FirstSeed = WholeNumberOption.Create(
        "--first-seed",
        "The first seed.",
        standard: 0,
        low: 0,
        high: 1_000_000_000_000_000_000
    );

    private static readonly Option<long> Seeds = WholeNumberOption.Create(
        "--seeds",
        "How many seeds for each depth and feedback.",
        standard: Standard.Seeds,
        low: 1,
        high: 1000
    );

    private static readonly Option<long> Steps = WholeNumberOption.Create(
        "--steps",
        "The environment steps that an agent learns for before its network is measured again.",
        standard: Standard.Steps,
        low: 1,
        high: 1_000_000_000
    );

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
            "Measure the energy of actors with 1 to 3 hidden layers and feedback gamma of 1, 0.3, 0.1 and 0.03, before they "
                + "learn and after: how many equilibria an input has, gamma sigma^2, saturation, the residual after the free "
                + "phase, and the angle of the gradient to the exact one."
        )
        {
            Depths,
            Feedbacks,
            Limit,
            Beta,
            FreeSweeps,
            NudgedSweeps,
            Estimator,
            FirstSeed,
            Seeds,
            Steps,
            Jobs,
            Out,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                LandscapeCheckOptions options = Standard with
                {
                    Depths = parsed.GetValue(Depths) is { } depths
                        ? [.. depths.Select(depth => (int)depth)]
                        : Standard.Depths,
                    Feedbacks = parsed.GetValue(Feedbacks) is { } feedbacks ? feedbacks : Standard.Feedbacks,
                    FeedbackLimit = parsed.GetValue(Limit) ?? Standard.FeedbackLimit,
                    Beta = parsed.GetValue(Beta),
                    FreeSweeps = (int)parsed.GetValue(FreeSweeps),
                    NudgedSweeps = (int)parsed.GetValue(NudgedSweeps),
                    Estimator = parsed.GetRequiredValue(Estimator),
                    FirstSeed = (ulong)parsed.GetValue(FirstSeed),
                    Seeds = (int)parsed.GetValue(Seeds),
                    Steps = parsed.GetValue(Steps),
                };
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

    private static int Run(
        LandscapeCheckOptions options,
        int jobs,
        string directory,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        OutOption.Prepare(directory);
        var output = LandscapeOutput.To(terminal);
        output.Begin(options);
        try
        {
            var progress = new MeasurementProgress();
            var measuring = Task.Run(
                () => LandscapeCheck.Run(options, jobs, progress, cancellation),
                CancellationToken.None
            );
            output.Follow(progress, measuring);
            IReadOnlyList<LandscapeFinding> findings = measuring.GetAwaiter().GetResult();
            LandscapeResults.Write(directory, options, findings);
            output.End(findings, directory);
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Stopped();
            return ExitCode.Interrupted;
        }
    }
}
