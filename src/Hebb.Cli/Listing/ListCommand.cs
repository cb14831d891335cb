using System.CommandLine;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Environments;
using Hebb.Costs;
using Hebb.Environments;
using Hebb.Lab.Tables;
using Hebb.Networks.Activations;

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

    private static readonly Columns<(string Name, string Description)> Columns = new()
    {
        { "name", entry => entry.Name },
        { "description", entry => entry.Description },
    };

    private static void Everything(TextWriter output)
    {
        var environments = CatalogueSet
            .Standard.Environments.Select(entry => entry.Specification)
            .Select(entry => (entry.Name, Description: Describe(entry)));
        TextTable
            .Of(
                new Columns<(string Catalogue, (string Name, string Description) Entry)>
                {
                    { "catalogue", row => row.Catalogue },
                    { Columns, row => row.Entry },
                },
                Catalogues
                    .Prepend((Name: "environments", Entries: environments))
                    .SelectMany(one => one.Entries.Select(entry => (one.Name, entry)))
            )
            .WritePlain(output);
    }

    private static Command Catalogue(string name, IEnumerable<(string Name, string Description)> entries)
    {
        var command = new Command(name, $"List the {name}: name and description.");
        command.SetAction(parsed => TextTable.Of(Columns, entries).WritePlain(parsed.InvocationConfiguration.Output));
        return command;
    }

    private static string Describe(EnvironmentSpecification environment) =>
        FormattableString.Invariant(
            $"{environment.Observations.Size} numbers observed, {environment.Actions.Count} actions, at most {environment.StepLimit} steps, solved at a mean return of {environment.SolvedAt}"
        );

    private static string Describe(AgentEntry entry) =>
        entry.Twin is { } twin ? $"{entry.Description} (backprop twin: {twin})" : entry.Description;
}
