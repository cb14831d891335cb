using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Tables;
using Hebb.Numerics.Statistics;

namespace Hebb.Cli.Looking;

/// <summary><c>hebb runs</c>: a line for each run, or for each configuration.</summary>
internal sealed class RunsCommand(CatalogueSet catalogues)
{
    private readonly ChosenRuns _runs = new("WHERE", catalogues, isOptional: true);

    private readonly Option<string?> _sort = new("--sort")
    {
        Description = "The column or setting by which runs are ordered. [default: their folders]",
        HelpName = "KEY",
    };

    private readonly Option<bool> _descending = new("--descending")
    {
        Description = "The greatest first; of folders the last.",
    };

    private readonly Option<bool> _group = new("--group")
    {
        Description = "A line for each configuration, with the results over its seeds.",
    };

    private readonly Option<string[]?> _columns = ParsedOption.Create(
        "--columns",
        $"The columns, separated by commas: settings such as agent.actor.beta, and {string.Join(", ", RunColumn.All.Select(column => column.Name))}.",
        "A,B",
        NamesIn
    );

    private readonly Option<long?> _limit = WholeNumberOption.CreateOptional(
        "--limit",
        "How many lines are shown at most.",
        low: 1,
        high: 1_000_000
    );

    /// <summary>Makes the command.</summary>
    public Command Create()
    {
        var command = new Command(
            "runs",
            "List runs: finished ones, and those in progress. Folders that cannot be read are reported."
        );
        _runs.AddTo(command);
        command.Options.Add(_sort);
        command.Options.Add(_descending);
        command.Options.Add(_group);
        command.Options.Add(_columns);
        command.Options.Add(_limit);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (parsed.GetValue(_group) && parsed.GetValue(_columns) is { Length: > 0 })
        {
            throw new InputException("--columns: --group has columns of its own; leave one of the two out");
        }

        RunCatalogue catalogue = _runs.Read(parsed);
        CataloguedRun[] runs = [.. Sorted(catalogue.Runs, parsed.GetValue(_sort), parsed.GetValue(_descending))];
        var limit = (int)(parsed.GetValue(_limit) ?? int.MaxValue);
        var terminal = Terminal.Of(parsed);
        if (parsed.GetValue(_group))
        {
            var groups = Sorted(ConfigurationRuns.Of(runs), runs, parsed.GetValue(_sort), parsed.GetValue(_descending));
            ConfigurationRuns[] shown = [.. groups.Take(limit)];
            GroupsTable.Of(shown).Write(terminal);
            if (GroupsTable.NoteOf(shown) is { Length: > 0 } note)
            {
                terminal.Lines.WriteLine(note);
            }
        }
        else
        {
            IReadOnlyList<RunColumn> columns = parsed.GetValue(_columns) is { Length: > 0 } names
                ? [.. names.Select(name => RunColumn.Find(name, catalogue.Runs))]
                : [.. RunColumn.StandardOf(catalogue.Runs)];
            TextTable.Of([.. columns.Select(column => column.Shown)], runs.Take(limit)).Write(terminal);
        }

        foreach (DamagedRun run in catalogue.Damaged)
        {
            terminal.Lines.WriteLine($"damaged  {run.Folder}: {run.Reason}");
        }

        foreach (DamagedRun folder in catalogue.Closed)
        {
            terminal.Lines.WriteLine($"closed   {folder.Folder} cannot be opened: {folder.Reason}");
        }

        if (catalogue.CopiesText is { } copies)
        {
            terminal.Lines.WriteLine($"copies   counted once: {copies}");
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

    private static string[]? NamesIn(string given)
    {
        var names = given.Split(',', StringSplitOptions.TrimEntries);
        return names.Contains("", StringComparer.Ordinal)
            ? throw new FormatException("a name is empty; names such as agent,seed,last100 are needed")
            : names;
    }
}
