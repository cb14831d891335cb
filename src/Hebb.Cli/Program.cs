using System.CommandLine;
using Hebb.Cli;
using Hebb.Cli.Environments;
using Hebb.Cli.Reproduce;

var root = new RootCommand(
    "Neural networks that learn without backpropagation: equilibrium propagation and Hebbian plasticity, "
        + "in reinforcement learning, beside their backpropagation twins."
)
{
    ReproduceCommand.Create(),
    EnvironmentCommand.Create(),
};
root.SetAction(parsed => parsed.RootCommandResult.Command.Parse("--help").Invoke());

return await CommandLine.Run(root, args);
