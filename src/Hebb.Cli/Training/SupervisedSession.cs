using Hebb.Cli.Progress;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Supervised;
using Hebb.Lab.Sweeps;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Training;

/// <summary>Supervised training from the seeds of an experiment file, up to its results.</summary>
internal static class SupervisedSession
{
    /// <summary>Trains from each seed that is not finished yet, and writes and shows the results.</summary>
    /// <param name="arguments">The arguments of the command.</param>
    /// <param name="plan">What is trained.</param>
    /// <param name="terminal">Where it is told.</param>
    /// <param name="cancellation">Stops the training; all of it is kept.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="RunFailedException">The training could not go on.</exception>
    public static int Play(
        TrainArguments arguments,
        SupervisedPlan plan,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        var folder = arguments.Store.FolderOf(plan);
        var seeds = arguments.Experiment.Seeds;
        var trial = new SweepTrial(0, [], plan) { Name = plan.Experiment };
        var runner = new SweepRunner([trial], seeds.Values, arguments.Store.FolderOf, halving: null);
        var output = new RunsOutput(terminal, new ProgressWords("experiment", "examples", "test accuracy"));
        output.Begin(
            $"{plan.Environment}, {plan.LayerText}, {plan.Settings.Estimator.Name}: {Counted.Text(seeds.Count, "seed")} ({seeds}), {Counted.Text(plan.Settings.Epochs, "epoch")} of {plan.Training.Count} examples.",
            folder,
            runner.FinishedCount,
            runner.RunCount
        );
        try
        {
            var runs = Task.Run(() => runner.Run(arguments.Options, cancellation), CancellationToken.None);
            output.Follow(runner.Progress, runs);
            if (runs.GetAwaiter().GetResult()[0].Failure is { } failure)
            {
                throw new RunFailedException(failure);
            }

            output.Writing();
            Show(output, arguments, plan, folder, cancellation);
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Stopped(folder, runner.FinishedCount, runner.RunCount);
            return ExitCode.Interrupted;
        }
    }

    private static void Show(
        RunsOutput output,
        TrainArguments arguments,
        SupervisedPlan plan,
        string folder,
        CancellationToken cancellation
    )
    {
        var seeds = arguments.Experiment.Seeds;
        string[] folders = [.. seeds.Values.Select(seed => Path.Combine(folder, RunFolder.NameOf(seed)))];
        var results = new SupervisedResults(plan, seeds, RunCatalogue.Read(folders, arguments.Store.Path).Runs);
        var files = ResultFile.WriteAll(folder, results.Files(arguments.CommandLine), cancellation);
        var table = new FittedTable();
        foreach ((var name, _) in SupervisedResults.Columns)
        {
            table.AddColumn(name, isNumber: true);
        }

        foreach (CataloguedRun run in results.Runs)
        {
            table.AddRow(SupervisedResults.Columns.Select(column => column.Cell(run.Record)));
        }

        output.Show(table);
        output.Line($"{results.Summary}");
        output.Written(files);
        if (arguments.Experiment.Sweep is not null)
        {
            output.Line($"{arguments.Experiment.Path} also varies settings: 'hebb sweep' plays its trials.");
        }
    }
}
