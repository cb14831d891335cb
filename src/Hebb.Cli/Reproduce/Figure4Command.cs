using System.Collections.Immutable;
using System.CommandLine;
using Hebb.Cli.Progress;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Figure4;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Report;

namespace Hebb.Cli.Reproduce;

/// <summary>
/// <c>hebb reproduce figure4</c>: every method of the report's Figure 4 plays CartPole-v0 from many seeds; tables and
/// the figure are made of it. Interrupted, it goes on where it stopped.
/// </summary>
internal static class Figure4Command
{
    private static readonly Option<long> Seeds = WholeNumberOption.Create(
        "--seeds",
        "How many seeds each method is run from.",
        standard: 20,
        low: 1,
        high: 10_000
    );

    private static readonly Option<long> Episodes = WholeNumberOption.Create(
        "--episodes",
        "How many episodes each run has.",
        standard: 1000,
        low: 1,
        high: 10_000_000
    );

    private static readonly Option<long> FirstSeed = WholeNumberOption.Create(
        "--seed",
        "The first seed; the others follow it one by one.",
        standard: 0,
        low: 0,
        high: 1_000_000_000_000_000_000
    );

    private static readonly Option<long> Jobs = JobsOption.Create();

    private static readonly Option<string> Out = OutOption.Create(
        "The directory of the results: a new one, or one to go on with.",
        ReportExperiment.Name
    );

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<ImmutableArray<string>?> methods = MethodsOption.Create();
        var command = new Command(
            ReportExperiment.Name,
            "Play CartPole-v0 with every method of the report's Figure 4 from many seeds, and write the tables and the "
                + "figure. The same arguments go on with what an interrupted command has left, and give the same returns."
        )
        {
            Seeds,
            Episodes,
            methods,
            Jobs,
            Out,
            FirstSeed,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var options = new Figure4Options(
                    parsed.GetValue(methods) ?? [.. MethodsOption.Names],
                    (int)parsed.GetValue(Seeds),
                    (int)parsed.GetValue(Episodes),
                    (ulong)parsed.GetValue(FirstSeed),
                    (int)parsed.GetValue(Jobs),
                    parsed.GetRequiredValue(Out)
                );

                // On another thread: this one has to be free to hear of Ctrl-C.
                return Task.Run(() => Run(options, Terminal.Of(parsed), cancellation), CancellationToken.None);
            }
        );
        return command;
    }

    private static int Run(Figure4Options options, Terminal terminal, CancellationToken cancellation)
    {
        using ExperimentDirectory directory = Open(options);
        var experiment = new ReportExperiment(directory, ReportMethods.All);
        var output = new RunsOutput(terminal, new ProgressWords("method", "episodes"));
        output.Begin(
            $"CartPole-v0: {Counted.Text(options.Methods.Length, "method")}, {Counted.Text(options.Seeds, "seed")}, {Counted.Text(options.Episodes, "episode")} a run.",
            options.Out,
            experiment.FinishedCount,
            experiment.RunCount
        );
        try
        {
            var runs = Task.Run(
                () => experiment.Run(new RunOptions { Jobs = options.Jobs }, cancellation),
                CancellationToken.None
            );
            output.Follow(experiment.Progress, runs);
            IReadOnlyList<IReadOnlyList<RunRecord>> records = runs.GetAwaiter().GetResult();
            MethodSummary[] summaries = [.. experiment.Methods.Zip(records, MethodSummary.Of)];
            output.Writing();
            ReportResults.Write(directory, summaries, records, options.CommandLine, cancellation);
            output.Show(ResultsTable.Create(summaries));
            output.Line($"solved: a mean return of {Criteria.SolvedAt} over {Criteria.Window} episodes in a row.");
            output.Line($"best, last: such means; interquartile mean over seeds, 95 % interval.");
            output.Written(ReportResults.FileNames.Select(directory.PathOf));
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Stopped(directory.Path, experiment.FinishedCount, experiment.RunCount);
            return ExitCode.Interrupted;
        }
    }

    private static ExperimentDirectory Open(Figure4Options options)
    {
        OutOption.Require(options.Out);
        try
        {
            return ExperimentDirectory.Open(options.Out, options.Configuration);
        }
        catch (RecordException exception)
        {
            throw new InputException($"--out {exception.Message}", exception);
        }
    }
}
