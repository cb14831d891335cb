using System.Collections.Immutable;
using System.CommandLine;
using Hebb.Cli.Progress;
using Hebb.Cli.Training;
using Hebb.Lab.Configurations;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.OpenLock;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Reproduce;

/// <summary>
/// <c>hebb reproduce openlock</c>: the attempts that learners need for all solutions of a room, by condition and protocol.
/// Interrupted, it goes on where it stopped.
/// </summary>
internal static class OpenLockCommand
{
    private static readonly Option<ImmutableArray<string>?> Learners = NamesOption.Create(
        "--learners",
        "learner",
        "learners",
        [.. RoomLearner.All.Select(learner => learner.Name)]
    );

    private static readonly Option<ImmutableArray<string>?> Conditions = NamesOption.Create(
        "--conditions",
        "condition",
        "conditions",
        [.. RoomCondition.All.Select(condition => condition.Name)]
    );

    private static readonly Option<long> Iterations = WholeNumberOption.Create(
        "--iterations",
        "How often agents go through all rooms, in training and in the test.",
        standard: RoomProtocol.PublishedIterations,
        low: 1,
        high: 100_000
    );

    private static readonly Option<SeedSet> Seeds = SeedsOption.Create(RoomStudy.Seeds);

    private static readonly Option<long> Jobs = JobsOption.Create();

    private static readonly Option<string> Out = OutOption.Create(
        "The directory of the results: a new one, or one to go on with.",
        RoomStudy.Name
    );

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            RoomStudy.Name,
            "Let causal learners, their ablations and agents find all solutions of OpenLock's rooms, by people's protocol and by that of "
                + "learning, and write the tables and the figures. The same arguments go on with what an interrupted command has left."
        )
        {
            Learners,
            Conditions,
            Iterations,
            Seeds,
            Jobs,
            Out,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var options = new OpenLockOptions(
                    parsed.GetValue(Learners) ?? [.. RoomLearner.All.Select(learner => learner.Name)],
                    parsed.GetValue(Conditions) ?? [.. RoomCondition.All.Select(condition => condition.Name)],
                    (int)parsed.GetValue(Iterations),
                    parsed.GetRequiredValue(Seeds),
                    (int)parsed.GetValue(Jobs),
                    parsed.GetRequiredValue(Out)
                );

                // On another thread: this one has to be free to hear of Ctrl-C.
                return Task.Run(() => Run(options, Terminal.Of(parsed), cancellation), CancellationToken.None);
            }
        );
        return command;
    }

    private static int Run(OpenLockOptions options, Terminal terminal, CancellationToken cancellation)
    {
        using RoomStudyDirectory directory = Open(options);
        var study = new RoomStudy(directory);
        var output = new RunsOutput(terminal, new ProgressWords("learner", "trials"));
        output.Begin(
            $"OpenLock: {Counted.Text(options.Learners.Length, "learner")}, {Counted.Text(options.Conditions.Length, "condition")}, {Counted.Text(options.Seeds.Count, "seed")}.",
            options.Out,
            study.FinishedCount,
            study.RunCount
        );
        try
        {
            var runs = Task.Run(
                () => study.Run(new RunOptions { Jobs = options.Jobs }, cancellation),
                CancellationToken.None
            );
            output.Follow(study.Progress, runs);
            IReadOnlyList<RoomSummary> summaries = runs.GetAwaiter().GetResult();
            output.Writing();
            IReadOnlyList<string> files = RoomResults.Write(directory, summaries, options.CommandLine, cancellation);
            Show(output, summaries);
            output.Written(files);
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Stopped(directory.Path, study.FinishedCount, study.RunCount);
            return ExitCode.Interrupted;
        }
    }

    private static void Show(RunsOutput output, IReadOnlyList<RoomSummary> summaries)
    {
        foreach (var ofOne in summaries.GroupBy(row => row.Group.Protocol))
        {
            RoomSummary[] rows = [.. ofOne];
            output.Line($"");
            output.Line($"{ofOne.Key.Name}: {ofOne.Key.Description}");
            output.Show(
                Table("learner", RoomColumns.LearnersOf(rows), row => row.Name, RoomColumns.OfConditions(rows))
            );
        }

        IReadOnlyList<TransferEffect> effects = TransferEffect.Of(summaries);
        if (effects.Count > 0)
        {
            output.Line($"");
            output.Line(
                $"what training did to the attempts in rooms of four levers, in the first trial by people's protocol, in all by that of learning:"
            );
            output.Show(
                Table("learner", effects, row => $"{row.Learner.Name}, {row.Protocol.Name}", RoomColumns.OfEffects)
            );
        }

        output.Line(
            $"attempts of a trial: interquartile mean over seeds, 95 % interval, and the seeds with all solutions found;"
        );
        output.Line(
            $"{PublishedAttempts.Fewest} are the fewest possible; the best published agents end, untrained, near 10 (CC4) and 25 (CE4)."
        );
    }

    private static FittedTable Table<T>(
        string title,
        IReadOnlyList<T> rows,
        Func<T, string> name,
        IReadOnlyList<(string Name, Func<T, string> Cell)> columns
    )
    {
        var table = new FittedTable();
        table.AddColumn(title, isNumber: false);
        foreach (var (column, _) in columns)
        {
            table.AddColumn(column, isNumber: true);
        }

        foreach (T row in rows)
        {
            table.AddRow([name(row), .. columns.Select(column => column.Cell(row))]);
        }

        return table;
    }

    private static RoomStudyDirectory Open(OpenLockOptions options)
    {
        OutOption.Require(options.Out);
        try
        {
            return RoomStudyDirectory.Open(options.Out, options.Configuration);
        }
        catch (RecordException exception)
        {
            throw new InputException($"--out {exception.Message}", exception);
        }
    }
}
