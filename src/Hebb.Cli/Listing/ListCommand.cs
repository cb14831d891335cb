using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Environments;
using Hebb.Environments;
using Hebb.Lab.Tables;
using Hebb.Naming;

namespace Hebb.Cli.Listing;

/// <summary><c>hebb list</c>: what can be named on the command line, a line each.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command with its subcommands.</summary>
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

        var environments = catalogues.Environments.Select(entry =>
            (entry.Name, Description: Describe(entry.Specification))
        );
        command.SetAction(parsed =>
            TextTable
                .Of(
                    new Columns<(string Catalogue, (string Name, string Description) Entry)>
                    {
                        { "catalogue", row => row.Catalogue },
                        { Columns, row => row.Entry },
                    },
                    all.Prepend((Name: "environments", Entries: environments))
                        .SelectMany(one => one.Entries.Select(entry => (one.Name, entry)))
                )
                .WritePlain(parsed.InvocationConfiguration.Output)
        );
        return command;
    }

    private static readonly Columns<(string Name, string Description)> Columns = new()
    {
        { "name", entry => entry.Name },
        { "description", entry => entry.Description },
    };

    private static IEnumerable<(string Name, string Description)> Entries(IEnumerable<INamed> catalogue) =>
        catalogue.Select(entry => (entry.Name, entry.Description));

    private static Command Catalogue(string name, IEnumerable<(string Name, string Description)> entries)
    {
        var command = new Command(name, $"List the {name}: name and description.");
        command.SetAction(parsed => TextTable.Of(Columns, entries).WritePlain(parsed.InvocationConfiguration.Output));
        return command;
    }

    private static string Describe(EnvironmentSpecification environment) =>
        FormattableString.Invariant(
            $"{environment.Observations.Size} numbers observed, {environment.Actions.Count} actions, at most {environment.StepLimit} steps, {Solved(environment)}"
        );

    private static string Solved(EnvironmentSpecification environment) =>
        environment.SolvedAt is { } mean ? FormattableString.Invariant($"solved at a mean return of {mean}")
        : environment.Goal.Length > 0 ? $"solved with {environment.Goal}; no mean return counts as that"
        : "no mean return counts as solved";

    private static string Describe(AgentEntry entry) =>
        entry.Twin is { } twin ? $"{entry.Description} (backprop twin: {twin})" : entry.Description;
}
