using System.CommandLine;
using System.CommandLine.Help;
using Hebb.Cli;
using Hebb.Cli.Configurations;
using Hebb.Cli.Environments;
using Hebb.Cli.Evaluating;
using Hebb.Cli.Listing;
using Hebb.Cli.Looking;
using Hebb.Cli.Playing;
using Hebb.Cli.Studies;
using Hebb.Cli.Supervised;
using Hebb.Cli.Sweeps;
using Hebb.Cli.Training;
using Hebb.Cli.Watching;
using Hebb.Lab.Studies.Catalogue;

// Not a RootCommand: that is named after the file that runs, and help should say what users type.
var root = new Command(
    "hebb",
    "Neural networks that learn without backpropagation: equilibrium propagation and Hebbian plasticity, "
        + "in reinforcement learning, beside their backpropagation twins."
)
{
    new HelpOption(),
    new VersionOption(),
    TrainCommand.Create(),
    SweepCommand.Create(),
    ConfigCommand.Create(),
    RunsCommand.Create(),
    CompareCommand.Create(),
    PlotCommand.Create(),
    SensitivityCommand.Create(),
    EvalCommand.Create(),
    EnjoyCommand.Create(EnjoySubject.OfRun),
    PlayCommand.Create(),
    ExportCommand.Create(),
    StudyCommand.Create("reproduce", "Make results anew, over seeds and with intervals.", StudyCatalogue.Reproductions),
    SupervisedCommand.Create(),
    StudyCommand.Create("check", "Measure what theory promises.", StudyCatalogue.Checks),
    EnvironmentCommand.Create(),
    ListCommand.Create(),
};
root.SetAction(_ => root.Parse("--help").Invoke());

return await CommandLine.Run(root, args);
