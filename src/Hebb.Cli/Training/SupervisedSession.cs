using Hebb.Cli.Consoles;
using Hebb.Cli.Progress;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;
using Hebb.Lab.Supervised;
using Hebb.Lab.Sweeps;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Training;

/// <summary>Supervised training from the seeds of an experiment file, up to its results.</summary>
internal static class SupervisedSession
{
    /// <summary>Trains from each seed that is not finished yet, and writes and shows the results.</summary>
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
        ImmutableArray<TrialRecord> trials = [];
        return WorkRunner.Run(
            terminal,
            $"{plan.Environment}, {plan.LayerText}, {plan.Settings.Estimator.Name}: {Counted.Text(seeds.Count, "seed")} ({seeds}), {Counted.Text(plan.Settings.Epochs, "epoch")} of {plan.Training.Count} examples.",
            folder,
            new WorkProgress.OfRuns(
                "experiment",
                "examples",
                runner.Progress,
                runner.RunCount,
                () => runner.FinishedCount
            )
            {
                Score = "test accuracy",
            },
            () => trials = runner.Run(arguments.Options, cancellation),
            output =>
            {
                if (trials[0].Failure is { } failure)
                {
                    throw new RunFailedException(failure);
                }

                string[] folders = [.. seeds.Values.Select(seed => Path.Combine(folder, RunFolder.NameOf(seed)))];
                var results = new SupervisedResults(plan, seeds, RunCatalogue.Read(folders, arguments.Store.Path).Runs);
                var files = ResultFile.WriteAll(folder, results.Files(arguments.CommandLine), cancellation);
                output.Show(TextTable.Of(SupervisedResults.Columns, results.Runs.Select(run => run.Record)));
                output.Line($"{results.Summary}");
                output.Written(files);
                return ExitCode.Success;
            },
            cancellation
        );
    }
}
