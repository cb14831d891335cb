using System.CommandLine.Parsing;
using Hebb.Catalogues;
using Hebb.Lab.Catalogue;

namespace Hebb.Cli.Looking;

/// <summary>The arguments by which a command chooses runs: places, the store, and conditions.</summary>
/// <param name="isOptional">Whether none may be given, which means the store.</param>
internal sealed class ChosenRuns(string name, CatalogueSet catalogues, bool isOptional = false)
{
    private readonly Argument<string[]> _places = new(name)
    {
        Description =
            "Folders of runs, of configurations, of sweeps or whole stores, searched to any depth; or the name, or its "
            + $"beginning, of a folder in the store.{(isOptional ? " [default: the store]" : "")}",
        Arity = isOptional ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _store = StoreOption.Create();
    private readonly Option<RunFilter[]> _filters = new("--filter")
    {
        Description =
            "Only runs for which this holds, such as agent=ppo-ep, last100>400, status!=finished or agent.beta<=0.1; may be "
            + "given several times. Keys are columns of 'hebb runs' and settings, whose paths may leave out levels.",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
        CustomParser = ParseFilters,
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_places);
        command.Options.Add(_store);
        command.Options.Add(_filters);
    }

    /// <summary>Reads the runs.</summary>
    /// <exception cref="RecordException">There are none, or a place or a condition means nothing.</exception>
    public RunCatalogue Read(ParseResult parsed)
    {
        var store = parsed.GetRequiredValue(_store);
        string[] places = parsed.GetValue(_places) is { Length: > 0 } given ? given : [store];
        var catalogue = RunCatalogue.Read(places, store, catalogues);
        RunFilter[] filters = parsed.GetRequiredValue(_filters);
        return filters.Length == 0 ? catalogue : catalogue.Where(filters);
    }

    /// <summary>The same for commands that need at least one run; what is left out, and why, is reported.</summary>
    /// <exception cref="RecordException">There are none, or a place or a condition means nothing.</exception>
    public IReadOnlyList<CataloguedRun> ReadSome(ParseResult parsed)
    {
        RunCatalogue catalogue = Read(parsed);
        if (catalogue.Runs.IsEmpty)
        {
            throw new RecordException(
                parsed.GetRequiredValue(_filters).Length == 0 && catalogue.Damaged is [var first, ..]
                    ? $"{first.Folder} is no folder of a run that can be read: {first.Reason}"
                    : string.Join(
                        "; ",
                        ["no run fulfils every --filter; 'hebb runs' shows what there is", .. catalogue.Omissions]
                    )
            );
        }

        Report(catalogue, parsed);
        return catalogue.Runs;
    }

    /// <summary>Tells of what is not among some runs, and why.</summary>
    public static void Report(RunCatalogue catalogue, ParseResult parsed)
    {
        foreach (var omission in catalogue.Omissions)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"hebb: {omission}");
        }
    }

    private static RunFilter[] ParseFilters(ArgumentResult result)
    {
        var filters = new List<RunFilter>();
        foreach (Token token in result.Tokens)
        {
            try
            {
                filters.Add(RunFilter.Parse(token.Value));
            }
            catch (FormatException exception)
            {
                result.AddError($"--filter '{token.Value}': {exception.Message}");
            }
        }

        return [.. filters];
    }
}
