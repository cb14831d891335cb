using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Comparisons;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Looking;

/// <summary><c>hebb compare</c>: configurations beside each other, in a table, a picture and a file.</summary>
internal sealed class CompareCommand(CatalogueSet catalogues)
{
    private readonly ChosenRuns _runs = new("RUNS", catalogues);

    private readonly Option<string?> _metric = MetricOption.Create();

    private readonly Option<string?> _baseline = new("--baseline")
    {
        Description =
            "The baseline of the comparison: an agent, an experiment, the label of a configuration, or the beginning of its "
            + "folder's name. [default: the backprop twin, where exactly one is there; otherwise none]",
        HelpName = "NAME",
    };

    private readonly Option<string> _out = OutOption.Create("The directory of the table and the picture.", "compare");

    /// <summary>Makes the command.</summary>
    public Command Create()
    {
        var command = new Command(
            "compare",
            "Compare configurations: interquartile mean over seeds with its 95 % stratified bootstrap interval, and the "
                + "probability that a run does better than one of the baseline, if there is one. Each environment is compared separately; several are "
                + "also compared together by scores from 0 (the lowest possible return) to 1 (the highest)."
        );
        _runs.AddTo(command);
        command.Options.Add(_metric);
        command.Options.Add(_baseline);
        command.Options.Add(_out);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var runs = _runs.ReadSome(parsed);
        var metric = ScoreMetric.Find(parsed.GetValue(_metric), runs);
        var comparison = Comparison.Of(runs, metric, parsed.GetValue(_baseline));
        var directory = parsed.GetRequiredValue(_out);
        OutOption.Prepare(directory);
        var terminal = Terminal.Of(parsed);
        foreach (ComparedTask task in comparison.Tasks)
        {
            Show(terminal, task, metric);
        }

        foreach (var note in Notes(comparison, runs))
        {
            terminal.Lines.WriteLine(note);
        }

        ResultFiles.Write(
            terminal,
            directory,
            [
                ("comparison.csv", stream => ComparisonTable.Write(stream, comparison)),
                .. new ComparisonFigure(comparison).Files("comparison"),
            ]
        );
        return ExitCode.Success;
    }

    private static void Show(Terminal terminal, ComparedTask task, ScoreMetric metric)
    {
        terminal.Lines.WriteLine($"{task.Title}:");
        TextTable.Of(ComparisonColumns.Of(task, metric), task.Rows).Write(terminal);
        terminal.Lines.WriteLine();
    }

    private static IEnumerable<string> Notes(Comparison comparison, IReadOnlyList<CataloguedRun> runs)
    {
        yield return $"{comparison.Metric.Name}: {Lower(comparison.Metric.Title)}, {Mean(comparison)}.";
        yield return comparison.Baseline is { } baseline
            ? $"P(better): the probability that a run does better than one of {baseline}."
            : $"No baseline: --baseline NAME compares with one, such as --baseline {ShellText.Word(comparison.Tasks[0].Rows[0].Label)}.";
        if (IntervalText.Missing(Scores(comparison)) is { Length: > 0 } missing)
        {
            yield return missing;
        }

        if (
            comparison.Metric.Name is "last100"
            && runs.Count(run => run.Record.Episodes < Criteria.Window) is > 0 and var few
        )
        {
            yield return $"{few} of {runs.Count} runs have ended fewer than {Criteria.Window} episodes, the fewest {runs.Min(run => run.Record.Episodes)}: their score is the mean of all of them.";
        }

        if (runs.Count(run => run.State != RunState.Finished) is > 0 and var unfinished)
        {
            yield return $"{unfinished} of {runs.Count} runs are not finished; their results so far count.";
        }

        if (runs.Count(run => comparison.Metric.Of(run) is null) is > 0 and var unscored)
        {
            yield return $"{unscored} of {runs.Count} runs have no {comparison.Metric.Name} and are left out of its mean.";
        }

        if (comparison.Note is { } note)
        {
            yield return note;
        }
    }

    private static string Mean(Comparison comparison) =>
        Scores(comparison).Any(score => score is { Interval: not null })
            ? "interquartile mean over runs with its 95 % stratified bootstrap interval"
            : "interquartile mean over runs";

    private static IEnumerable<Estimate?> Scores(Comparison comparison) =>
        comparison.Tasks.SelectMany(task => task.Rows).Select(row => row.Score);

    private static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];
}
