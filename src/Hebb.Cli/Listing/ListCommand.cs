using System.CommandLine;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Environments;
using Hebb.Costs;
using Hebb.Environments;
using Hebb.Networks.Activations;
using Hebb.Optimizers;

namespace Hebb.Cli.Listing;

/// <summary><c>hebb list</c>: what can be named on the command line, a line each.</summary>
internal static class ListCommand
{
    private static readonly (string Name, IEnumerable<(string Name, string Description)> Entries)[] Catalogues =
    [
        ("agents", CatalogueSet.Standard.Agents.Select(entry => (entry.Name, Describe(entry)))),
        ("estimators", CatalogueSet.Standard.Estimators.Select(entry => (entry.Name, entry.Description))),
        ("relaxations", CatalogueSet.Standard.Relaxations.Select(entry => (entry.Name, entry.Description))),
        ("optimizers", CatalogueSet.Standard.Optimizers.Select(entry => (entry.Name, entry.Description))),
        ("costs", CostCatalogue.All.Select(entry => (entry.Name, entry.Description))),
        ("activations", Activation.All.Select(activation => (activation.Name, activation.Description))),
    ];

    /// <summary>Makes the command with its subcommands.</summary>
    public static Command Create()
    {
        var command = new Command("list", "List what can be named on the command line and in files, a line each.")
        {
            EnvironmentListCommand.Create("environments"),
        };
        foreach (var (name, entries) in Catalogues)
        {
            command.Add(Catalogue(name, entries));
        }

        command.SetAction(parsed => Everything(parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Everything(TextWriter output) =>
        PlainTable.Write(
            output,
            [
                ["catalogue", "name", "description"],
                .. CatalogueSet.Standard.Environments.Select(entry =>
                    (string[])["environments", entry.Specification.Name, Describe(entry.Specification)]
                ),
                .. Catalogues.SelectMany(catalogue =>
                    catalogue.Entries.Select(entry => (string[])[catalogue.Name, entry.Name, entry.Description])
                ),
            ]
        );

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

    private static string Describe(EnvironmentSpecification environment) =>
        FormattableString.Invariant(
            $"{environment.Observations.Size} numbers observed, {environment.Actions.Count} actions, at most {environment.StepLimit} steps, solved at a mean return of {environment.SolvedAt}"
        );

    private static string Describe(AgentEntry entry) =>
        entry.Twin is { } twin ? $"{entry.Description} (backprop twin: {twin})" : entry.Description;
}
