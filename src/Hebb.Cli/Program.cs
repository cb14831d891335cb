using System.CommandLine;
using System.CommandLine.Help;
using Hebb.Cli;
using Hebb.Cli.Check;
using Hebb.Cli.Configurations;
using Hebb.Cli.Environments;
using Hebb.Cli.Listing;
using Hebb.Cli.Reproduce;
using Hebb.Cli.Supervised;
using Hebb.Cli.Training;

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
    ReproduceCommand.Create(),
    CheckCommand.Create(),
    SupervisedCommand.Create(),
    ConfigCommand.Create(),
    EnvironmentCommand.Create(),
    ListCommand.Create(),
};
root.SetAction(_ => root.Parse("--help").Invoke());

return await CommandLine.Run(root, args);
