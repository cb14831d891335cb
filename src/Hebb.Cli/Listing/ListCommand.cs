using System.CommandLine;
using Hebb.Agents;
using Hebb.Cli.Environments;
using Hebb.Learning;
using Hebb.Networks;
using Hebb.Relaxation;

namespace Hebb.Cli.Listing;

/// <summary><c>hebb list</c>: what can be named on the command line, a line each.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command with its subcommands.</summary>
    public static Command Create() =>
        new("list", "List what can be named on the command line, a line each.")
        {
            Catalogue("agents", AgentCatalogue.All.Select(entry => (entry.Name, Describe(entry)))),
            EnvironmentListCommand.Create("environments"),
            Catalogue("estimators", EstimatorCatalogue.All.Select(entry => (entry.Name, entry.Description))),
            Catalogue("relaxations", RelaxationCatalogue.All.Select(entry => (entry.Name, entry.Description))),
            Catalogue("activations", Activation.All.Select(activation => (activation.Name, activation.Description))),
        };

    private static Command Catalogue(string name, IEnumerable<(string Name, string Description)> entries)
    {
        var command = new Command(name, $"List the {name}: name and description.");
        command.SetAction(parsed =>
            PlainTable.Write(
                parsed.InvocationConfiguration.Output,
                [
                    ["name", "description"],
                    .. entries.Select(entry => (string[])[entry.Name, entry.Description]),
                ]
            )
        );
        return command;
    }

    private static string Describe(AgentEntry entry) =>
        entry.Twin is { } twin ? $"{entry.Description} (backprop twin: {twin})" : entry.Description;
}
