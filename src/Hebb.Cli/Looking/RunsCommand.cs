using System.CommandLine;
using System.CommandLine.Parsing;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Catalogue;
using Hebb.Numerics.Statistics;

namespace Hebb.Cli.Looking;

/// <summary><c>hebb runs</c>: a line for each run, or for each configuration.</summary>
internal static class RunsCommand
{
    private static readonly ChosenRuns Runs = new("WHERE", isOptional: true);

    private static readonly Option<string?> Sort = new("--sort")
    {
        Description = "The column or setting by which runs are ordered. [default: their folders]",
        HelpName = "KEY",
    };

    private static readonly Option<bool> Descending = new("--descending") { Description = "The greatest first." };

    private static readonly Option<bool> Group = new("--group")
    {
        Description = "A line for each configuration, with what its seeds came to.",
    };

    private static readonly Option<string[]?> Columns = new("--columns")
    {
        Description =
            $"The columns, separated by commas: settings such as agent.actor.beta, and {string.Join(", ", RunColumn.All.Select(column => column.Name))}.",
        HelpName = "A,B",
        CustomParser = ParseColumns,
    };

    private static readonly Option<long?> Limit = WholeNumberOption.CreateOptional(
        "--limit",
        "How many lines are shown at most.",
        low: 1,
        high: 1_000_000
    );

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "runs",
            "List runs: finished ones, and those that are played now. Folders that cannot be read are told of."
        );
        Runs.AddTo(command);
        command.Options.Add(Sort);
        command.Options.Add(Descending);
        command.Options.Add(Group);
        command.Options.Add(Columns);
        command.Options.Add(Limit);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        RunCatalogue catalogue = Runs.Read(parsed);
        CataloguedRun[] runs = [.. Sorted(catalogue.Runs, parsed.GetValue(Sort), parsed.GetValue(Descending))];
        var limit = (int)(parsed.GetValue(Limit) ?? int.MaxValue);
        var terminal = Terminal.Of(parsed);
        if (parsed.GetValue(Group))
        {
            var groups = Sorted(ConfigurationRuns.Of(runs), runs, parsed.GetValue(Sort), parsed.GetValue(Descending));
            GroupsTable.Of([.. groups.Take(limit)]).Write(terminal);
        }
        else
        {
            RunColumn[] columns = parsed.GetValue(Columns) is { Length: > 0 } names
                ? [.. names.Select(name => RunColumn.Find(name, catalogue.Runs))]
                : [.. RunColumn.Standard];
            var table = new FittedTable();
            Array.ForEach(columns, column => table.AddColumn(column.Name, column.IsNumber));
            foreach (CataloguedRun run in runs.Take(limit))
            {
                table.AddRow(columns.Select(column => column.Of(run).Text));
            }

            table.Write(terminal);
        }

        foreach (DamagedRun run in catalogue.Damaged)
        {
            terminal.Lines.WriteLine($"damaged  {run.Folder}: {run.Reason}");
        }

        return ExitCode.Success;
    }

    private static IEnumerable<CataloguedRun> Sorted(
        IReadOnlyCollection<CataloguedRun> runs,
        string? key,
        bool descending
    )
    {
        if (key is null)
        {
            return descending ? runs.Reverse() : runs;
        }

        RunColumn column = RunColumn.Find(key, runs);

        // What is not known comes last either way.
        var known = runs.OrderByDescending(run => column.Of(run).IsKnown);
        return descending ? known.ThenByDescending(column.Of, RunValue.Order) : known.ThenBy(column.Of, RunValue.Order);
    }

    // By the interquartile mean over its runs, as the table shows it; what is no number has put the runs in order already.
    private static IEnumerable<ConfigurationRuns> Sorted(
        IEnumerable<ConfigurationRuns> groups,
        IReadOnlyCollection<CataloguedRun> runs,
        string? key,
        bool descending
    )
    {
        if (key is null || RunColumn.Find(key, runs) is not { IsNumber: true } column)
        {
            return groups;
        }

        double? Mean(ConfigurationRuns group)
        {
            double[] values =
            [
                .. group.Runs.Select(run => column.Of(run).Number).OfType<double>().Where(double.IsFinite),
            ];
            return values.Length > 0 ? InterquartileMean.Of(values) : null;
        }

        var known = groups.OrderByDescending(group => Mean(group).HasValue);
        return descending ? known.ThenByDescending(Mean) : known.ThenBy(Mean);
    }

    private static string[]? ParseColumns(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        var names = given.Split(',', StringSplitOptions.TrimEntries);
        if (names.Contains("", StringComparer.Ordinal))
        {
            result.AddError($"--columns '{given}': a name is empty; names such as agent,seed,last100 are needed");
        }

        return names;
    }
}
