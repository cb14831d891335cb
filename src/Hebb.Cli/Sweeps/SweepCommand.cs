using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Cli.Progress;
using Hebb.Cli.Training;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Configurations.Sweeps;
using Hebb.Lab.Sweeps;

namespace Hebb.Cli.Sweeps;

/// <summary>
/// <c>hebb sweep</c>: plays the trials that an experiment file describes, each from every seed. What was played before, by whatever
/// command, is not played again; after an interruption the same command continues.
/// </summary>
internal static class SweepCommand
{
    private const int MostTrials = 100_000;

    /// <summary>Makes the command.</summary>
    public static Command Create(CatalogueSet catalogues)
    {
        Option<long?> count = WholeNumberOption.CreateOptional(
            "--trials",
            "How many random trials are drawn, or taken of those listed; by default as many as the file says.",
            low: 1,
            high: MostTrials
        );
        var command = new Command(
            "sweep",
            "Run every trial of an experiment file's 'sweep' with every seed, and record the score of each. No trial is "
                + "run twice; the same arguments continue an interrupted command."
        );
        var arguments = new ExperimentArguments(
            new("FILE") { Description = "An experiment file with a 'sweep': grids, lists, random ranges." },
            catalogues
        );
        arguments.AddTo(command);
        command.Add(count);
        command.SetLongAction(
            (parsed, cancellation) =>
            {
                ExperimentFile experiment = arguments.Experiment(parsed);
                if (experiment.Sweep is null)
                {
                    throw new InputException(
                        $"{experiment.Path ?? experiment.Name}: it has no sweep; a 'sweep' with a grid, a list or random ranges is needed, or 'hebb train'"
                    );
                }

                var given = (int?)parsed.GetValue(count);
                if (!experiment.Sweep.IsRandom && given > experiment.Sweep.Count)
                {
                    throw new InputException(
                        $"--trials {given}: the sweep has {experiment.Sweep.Count} trials, and draws none at random; at most {experiment.Sweep.Count} are possible"
                    );
                }

                var terminal = Terminal.Of(parsed);
                var trials = SweepTrials.Of(experiment, given, new ConfiguredPlans(terminal, cancellation).Of);
                var session = new TrainArguments(
                    experiment,
                    arguments.Store(parsed),
                    arguments.Options(parsed),
                    arguments.CommandLine(parsed, command.Name, experiment)
                        + (given is { } number ? FormattableString.Invariant($" --trials {number}") : "")
                );
                return Run(session, trials, terminal, cancellation);
            }
        );
        return command;
    }

    private static int Run(
        TrainArguments arguments,
        SweepTrials trials,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        ExperimentFile file = arguments.Experiment;
        var seeds = file.Seeds.ToString();
        SweepHalving? halving = file.Sweep!.Halving;
        var hash = trials.Hash(seeds, halving);
        var folder = arguments.Store.FolderOfSweep(file.Name, hash);
        using var directory = SweepDirectory.Open(
            folder,
            new SweepRecord(SweepRecord.CurrentFormatVersion, file.Name, hash, seeds, trials.Axes, [])
        );
        var runner = new SweepRunner(trials.Trials, file.Seeds.Values, arguments.Store.FolderOf, halving)
        {
            Changed = directory.KeepNowAndThen,
        };
        directory.Keep(runner.Trials());
        var output = new SweepOutput(terminal);
        output.Begin(file, trials, halving, folder, runner);
        try
        {
            var runs = Task.Run(() => runner.Run(arguments.Options, cancellation), CancellationToken.None);
            WorkRunner.Watch(() => output.Follow(runner, runs));
            directory.Keep(runs.GetAwaiter().GetResult());
            var files = directory.WriteResults(arguments.CommandLine, trials.Trials[0].Plan.ScoreText, cancellation);
            output.Show(directory.Record, trials.Trials[0].Plan.ScoreText, folder, files);
            return directory.Record.Trials.Any(trial => trial.Status is TrialStatus.Failed)
                ? ExitCode.Failure
                : ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            directory.Keep(runner.Trials());
            output.Stopped(runner, arguments.Store.Path);
            return ExitCode.Interrupted;
        }
    }
}
