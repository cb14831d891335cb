using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Progress;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Supervised;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;

namespace Hebb.Cli.Training;

/// <summary>
/// <c>hebb train</c>: an agent learns in an environment from some seeds, as a file or the catalogue describes it; the episodes, tables and
/// the learning curve are written. After an interruption it continues where it stopped.
/// </summary>
internal static class TrainCommand
{
    // As many seeds as fit on a screen beside all else.
    private const int FewSeeds = 20;

    /// <summary>Makes the command.</summary>
    public static Command Create(CatalogueSet catalogues)
    {
        var command = new Command(
            "train",
            "Train an agent in an environment with several seeds; write every episode, the tables and the learning curve. The "
                + "same arguments continue an interrupted command, and give the same returns."
        );
        var arguments = new ExperimentArguments(
            new("EXPERIMENT")
            {
                Description =
                    "An experiment file ('hebb config new' makes one), or an agent as it is tuned ('hebb list agents' names them).",
            },
            catalogues
        );
        arguments.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
            {
                ExperimentFile experiment = arguments.Experiment(parsed);
                // On another thread: this one has to be free to hear of Ctrl-C.
                return Task.Run(
                    () =>
                    {
                        var terminal = Terminal.Of(parsed);
                        RunPlan plan = new ConfiguredPlans(terminal, cancellation).Of(experiment.Configuration);
                        var session = new TrainArguments(
                            experiment,
                            arguments.Store(parsed),
                            arguments.Options(parsed),
                            arguments.CommandLine(parsed, command.Name, experiment)
                        );
                        session.TellSweep(terminal);
                        return plan is SupervisedPlan supervised
                            ? SupervisedSession.Play(session, supervised, terminal, cancellation)
                            : Run(session, (AgentPlan)plan, terminal, cancellation);
                    },
                    CancellationToken.None
                );
            }
        );
        return command;
    }

    private static int Run(TrainArguments arguments, AgentPlan plan, Terminal terminal, CancellationToken cancellation)
    {
        ExperimentFile file = arguments.Experiment;
        var folder = arguments.Store.FolderOf(plan);
        var experiment = new TrainingExperiment([plan], file.Seeds.Values, arguments.Store.FolderOf);
        IReadOnlyList<TrainingSummary> summaries = [];
        return WorkRunner.Run(
            terminal,
            $"{plan.Agent.Title} in {plan.Environment}: {Counted.Text(file.Seeds.Count, "seed")} ({file.Seeds}), {plan.Budget} a run.",
            folder,
            experiment.ProgressOf("agent", plan.Budget.Steps.HasValue ? "steps" : "episodes"),
            () => summaries = experiment.Run(arguments.Options, cancellation),
            output =>
            {
                var files = ResultFile.WriteAll(
                    folder,
                    TrainingResults.Files(plan, file.Seeds, summaries[0], arguments.CommandLine),
                    cancellation
                );
                if (summaries[0].Seeds is > 1 and <= FewSeeds)
                {
                    output.Show(TextTable.Of(TrainingColumns.OfRun, summaries[0].Runs.Select(run => run.Record)));
                }

                output.Show(TrainingColumns.TableOf(summaries));
                output.Line($"{TrainingColumns.NoteOf(summaries)}");
                output.Written(files);
                return ExitCode.Success;
            },
            cancellation
        );
    }
}
