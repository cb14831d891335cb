using System.CommandLine;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Environments;
using Hebb.Environments;
using Hebb.Naming;

namespace Hebb.Cli.Listing;

/// <summary><c>hebb list</c>: what can be named on the command line, a line each.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command with its subcommands.</summary>
    /// <param name="catalogues">All that can be named.</param>
    public static Command Create(CatalogueSet catalogues)
    {
        (string Name, IEnumerable<(string Name, string Description)> Entries)[] all =
        [
            ("agents", catalogues.Agents.Select(entry => (entry.Name, Describe(entry)))),
            ("estimators", Entries(catalogues.Estimators)),
            ("relaxations", Entries(catalogues.Relaxations)),
            ("optimizers", Entries(catalogues.Optimizers)),
            ("costs", Entries(catalogues.Costs)),
            ("activations", Entries(catalogues.Activations)),
        ];
        var command = new Command("list", "List what can be named on the command line and in files, a line each.")
        {
            EnvironmentListCommand.Create("environments", catalogues),
        };
        foreach (var (name, entries) in all)
        {
            command.Add(Catalogue(name, entries));
        }

        command.SetAction(parsed =>
            PlainTable.Write(
                parsed.InvocationConfiguration.Output,
                [
                    ["catalogue", "name", "description"],
                    .. catalogues.Environments.Select(entry =>
                        (string[])["environments", entry.Name, Describe(entry.Specification)]
                    ),
                    .. all.SelectMany(catalogue =>
                        catalogue.Entries.Select(entry => (string[])[catalogue.Name, entry.Name, entry.Description])
                    ),
                ]
            )
        );
        return command;
    }

    private static IEnumerable<(string Name, string Description)> Entries(IEnumerable<INamed> catalogue) =>
        catalogue.Select(entry => (entry.Name, entry.Description));

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
