using System.CommandLine;
using Hebb.Cli.Training;
using Hebb.Lab.Configurations;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Chains;

namespace Hebb.Cli.Reproduce;

/// <summary>
/// <c>hebb reproduce chains</c>: how memory and time of a causal learner grow with the steps of its chains, where all are listed as
/// by the known learner and where they are made of their steps.
/// </summary>
internal static class ChainsCommand
{
    private const string Name = "chains";
    private const int MostListedAttempts = 10_000;

    private static readonly ChainsOptions Standard = new();

    private static readonly Option<long> Steps = WholeNumberOption.Create(
        "--steps",
        "The steps of the longest chains.",
        standard: Standard.Steps,
        low: 1,
        high: ChainsOptions.MostSteps
    );

    private static readonly Option<SeedSet> Seeds = SeedsOption.Create(
        Standard.Seeds,
        "The seeds, each of which gives a row of levers and a learner: 0..19, 7 or 1,5,9."
    );

    private static readonly Option<long> ListedAttempts = WholeNumberOption.Create(
        "--listed-attempts",
        "The attempts that are made with lists of more than a million chains, each of which takes seconds.",
        standard: Standard.ListedAttempts,
        low: 1,
        high: MostListedAttempts
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
            "Measure what the causal chains of a learner of OpenLock cost in memory and time, for 1 to 6 steps and in the rooms of "
                + "CC3 and CE4: all in a list, as the known learner has them, and made of their steps. Write the tables and the figure."
        )
        {
            Steps,
            Seeds,
            ListedAttempts,
            Out,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                ChainsOptions options = new()
                {
                    Steps = (int)parsed.GetValue(Steps),
                    Seeds = parsed.GetRequiredValue(Seeds),
                    ListedAttempts = (int)parsed.GetValue(ListedAttempts),
                };
                var directory = parsed.GetRequiredValue(Out);

                // On another thread: this one has to be free to hear of Ctrl-C.
                return Task.Run(
                    () => Run(options, directory, Terminal.Of(parsed), cancellation),
                    CancellationToken.None
                );
            }
        );
        return command;
    }

    private static int Run(ChainsOptions options, string directory, Terminal terminal, CancellationToken cancellation)
    {
        OutOption.Prepare(directory);
        var output = ChainsOutput.To(terminal);
        output.Begin(options);
        try
        {
            var progress = new MeasurementProgress();
            var measuring = Task.Run(() => ChainExplosion.Run(options, progress, cancellation), CancellationToken.None);
            output.Follow(progress, measuring);
            IReadOnlyList<ChainFinding> findings = measuring.GetAwaiter().GetResult();
            var command = CommandLineOf(options, directory);
            var paths = ChainResults.Write(directory, options, findings, command, cancellation);
            output.End(options, findings, paths);
            return ChainAgreement.Of(findings).IsFull ? ExitCode.Success : ExitCode.Failure;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Stopped();
            return ExitCode.Interrupted;
        }
    }

    private static string CommandLineOf(ChainsOptions options, string directory)
    {
        var steps = options.Steps == Standard.Steps ? "" : FormattableString.Invariant($" --steps {options.Steps}");
        var attempts =
            options.ListedAttempts == Standard.ListedAttempts
                ? ""
                : FormattableString.Invariant($" --listed-attempts {options.ListedAttempts}");
        return $"hebb reproduce {Name}{steps} --seeds {options.Seeds}{attempts} --out {OutOption.Quoted(directory)}";
    }
}
