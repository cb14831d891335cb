using System.CommandLine;
using System.CommandLine.Help;
using Hebb.Cli;
using Hebb.Cli.Check;
using Hebb.Cli.Configurations;
using Hebb.Cli.Environments;
using Hebb.Cli.Evaluating;
using Hebb.Cli.Listing;
using Hebb.Cli.Looking;
using Hebb.Cli.Playing;
using Hebb.Cli.Reproduce;
using Hebb.Cli.Supervised;
using Hebb.Cli.Sweeps;
using Hebb.Cli.Training;
using Hebb.Cli.Watching;

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
    ReproduceCommand.Create(),
    SupervisedCommand.Create(),
    CheckCommand.Create(),
    EnvironmentCommand.Create(),
    ListCommand.Create(),
};
root.SetAction(_ => root.Parse("--help").Invoke());

return await CommandLine.Run(root, args);
