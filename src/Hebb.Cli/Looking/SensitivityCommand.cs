using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Sensitivities;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Looking;

/// <summary><c>hebb sensitivity</c>: how the scores of a sweep depend on each setting that it varied.</summary>
internal static class SensitivityCommand
{
    private static readonly Argument<string> Sweep = new("SWEEP")
    {
        Description = "The folder of a sweep, or the name, or its beginning, of one in the store.",
    };

    private static readonly Option<string> Store = StoreOption.Create();
    private static readonly Option<string?> Metric = MetricOption.Create();

    private static readonly Option<string> Out = OutOption.Create(
        "The directory of the table and the picture.",
        "sensitivity"
    );

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "sensitivity",
            "Show how the scores of a sweep depend on each setting that it varied; the setting that explains most of their variance is first."
        )
        {
            Sweep,
            Store,
            Metric,
            Out,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var sweep = SweepSensitivity.Read(
            parsed.GetRequiredValue(Sweep),
            parsed.GetRequiredValue(Store),
            parsed.GetValue(Metric)
        );
        ChosenRuns.Report(sweep.Runs, parsed);
        var directory = parsed.GetRequiredValue(Out);
        OutOption.Prepare(directory);
        var terminal = Terminal.Of(parsed);
        Table(sweep).Write(terminal);
        terminal.Lines.WriteLine();
        foreach (FormattableString note in Notes(sweep))
        {
            terminal.Lines.WriteLine(note.ToString(CultureInfo.InvariantCulture));
        }

        ResultFiles.Write(
            terminal,
            directory,
            [
                ("sensitivity.csv", stream => SensitivityTable.Write(stream, sweep)),
                .. new SweepFigure(sweep).Files("sensitivity"),
            ]
        );
        return ExitCode.Success;
    }

    private static TextTable Table(SweepSensitivity sweep) =>
        TextTable.Of(
            new Columns<(SweepAxis Axis, SweepLevel? Best, SweepLevel? Worst)>
            {
                { "setting", row => row.Axis.Path },
                { "share of variance", row => row.Axis.Share is { } share ? Math.Max(0, share.Adjusted) : null, "0 %" },
                { "p", row => row.Axis.Share?.Chance, "0.0000" },
                { "best", row => row.Best?.Name ?? "" },
                { $"{sweep.Metric.Name} [95 %]", row => row.Best?.Score, FittedDecimals.Fitted },
                { "worst", row => row.Worst?.Name ?? "" },
                { $"{sweep.Metric.Name} [95 %]", row => row.Worst?.Score, FittedDecimals.Fitted },
            },
            sweep.Axes.Select(axis =>
                (axis, axis.Levels.MaxBy(level => level.Score?.Mean), axis.Levels.MinBy(level => level.Score?.Mean))
            )
        );

    private static IEnumerable<FormattableString> Notes(SweepSensitivity sweep)
    {
        var scores = sweep.Scores;
        yield return $"Share of variance: of the scores of trials between the levels of a setting, corrected for chance (epsilon squared); p by permutation.";
        yield return $"Scores ({sweep.Metric.Name}, mean over seeds): best {Text(scores[^1])}, median {Text(scores[scores.Length / 2])}, worst {Text(scores[0])}, of {scores.Length} trials.";
        if (
            IntervalText.Missing(sweep.Axes.SelectMany(axis => axis.Levels).Select(level => level.Score), "trials") is
            { Length: > 0 } missing
        )
        {
            yield return $"{missing}";
        }

        if (sweep.Trials.Count(trial => trial.IsStopped) is > 0 and var stopped)
        {
            yield return $"{stopped} trials were stopped early; their results so far count.";
        }

        if (sweep.Trials.Count(trial => trial.IsBroken) is > 0 and var broken)
        {
            yield return $"{broken} trials failed or diverged.";
        }

        if (sweep.Best is { } best)
        {
            yield return $"Best trial: {best.Number} ({best.Settings}), {Text(best.Score!.Value)}, in {best.Run}.";
        }

        string Text(double score) => FittedDecimals.Text(score, scores);
    }
}
