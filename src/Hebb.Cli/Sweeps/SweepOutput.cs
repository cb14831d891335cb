using System.Diagnostics;
using Hebb.Cli.Consoles;
using Hebb.Cli.Progress;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Configurations.Sweeps;
using Hebb.Lab.Runs.Progress;
using Hebb.Lab.Sweeps;
using Hebb.Lab.Tables;
using Spectre.Console;

namespace Hebb.Cli.Sweeps;

/// <summary>What a sweep tells the user: a live table on a terminal, plain lines everywhere else.</summary>
internal sealed class SweepOutput(Terminal terminal)
{
    private const int ShownTrials = 10;
    private const int Gap = 2;
    private const string SettingsColumn = "settings";

    // The title, the head and the line that the cursor is on.
    private const int OtherLines = 4;

    /// <summary>Says what is about to be done.</summary>
    /// <param name="halving">How trials are stopped early; null if they are not.</param>
    public void Begin(ExperimentFile file, SweepTrials trials, SweepHalving? halving, string folder, SweepRunner runner)
    {
        Line(
            $"{file.Name}: {Counted.Text(trials.Trials.Length, "trial")} of {Counted.Text(file.Seeds.Count, "seed")} ({file.Seeds}), {runner.RunCount} runs{(halving is null ? "" : ", successive halving")}; {folder}"
        );
        if (trials.Repeated > 0)
        {
            Line($"{Counted.Text(trials.Repeated, "trial")} more had the configuration of another: each is run once.");
        }

        if (runner.FinishedCount > 0)
        {
            Line($"Going on: {runner.FinishedCount} of {runner.RunCount} runs are finished.");
        }
    }

    /// <summary>Shows the progress of the trials; returns when they have ended, with or without success.</summary>
    public void Follow(SweepRunner runner, Task runs)
    {
        var begun = Stopwatch.GetTimestamp();
        if (terminal.IsLive)
        {
            WorkWatch.Live(terminal.Console, runs, () => Draw(runner, begun));
            return;
        }

        var told = new HashSet<int>(
            runner.Trials().Where(trial => trial.Status is TrialStatus.Finished).Select(trial => trial.Number)
        );
        WorkWatch.Plain(
            runs,
            () =>
            {
                foreach (TrialRecord trial in runner.Trials().Where(trial => IsOver(trial) && told.Add(trial.Number)))
                {
                    Line(
                        $"trial {trial.Number}: {TrialText.Of(trial.Status)}, {Score(trial)} ({TrialText.Of(trial.Values)})"
                    );
                }

                return false;
            },
            elapsed => Line($"{elapsed.TotalSeconds:0} s: {Counts(runner, runner.Trials(), begun, int.MaxValue)}")
        );
    }

    /// <summary>Shows what came of the sweep.</summary>
    /// <param name="score">What the score of a run is, as the end of a sentence.</param>
    public void Show(SweepRecord sweep, string score, string folder, IEnumerable<string> files)
    {
        TrialRecord[] ranked = [.. SweepPage.Ranked(sweep.Trials)];
        terminal.Lines.WriteLine();
        Write([.. ranked.Take(ShownTrials)]);
        if (ranked.Length > ShownTrials)
        {
            Line($"({ranked.Length - ShownTrials} more in trials.csv)");
        }

        Line($"score: mean over seeds of {score}.");
        foreach (TrialRecord failed in ranked.Where(trial => trial.Failure is not null))
        {
            Line($"trial {failed.Number} failed: {failed.Failure}");
        }

        Line($"'hebb sensitivity {folder}' shows on which settings the scores depend.");
        new WorkOutput(terminal).Written(files);
    }

    /// <summary>Says what an interrupted sweep has left.</summary>
    public void Stopped(SweepRunner runner, string store)
    {
        // A terminal shows ^C behind whatever stood on the line.
        Line($"");
        Line(
            $"Stopped: {runner.FinishedCount} of {runner.RunCount} runs are finished, all results are kept in {store}."
        );
        Line($"The same command continues from there.");
    }

    private Rows Draw(SweepRunner runner, long begun)
    {
        var trials = runner.Trials();
        var rows = Math.Clamp(terminal.Console.Profile.Height - OtherLines, 3, ShownTrials + 4);
        TrialRecord[] shown =
        [
            .. trials
                .Where(trial => trial.Status is TrialStatus.Running)
                .Concat(SweepPage.Ranked(trials).Where(trial => IsOver(trial) && trial.Score is not null))
                .Take(rows),
        ];
        var columns = new Columns<TrialRecord>
        {
            { "trial", trial => trial.Number },
            { "score", Score },
            { "status", trial => TrialText.Of(trial.Status) },
            { "done", trial => Part(runner.Progress[trial.Number]) },
        };
        Table table = new Table().Border(TableBorder.None);
        Fill(table, columns, shown);
        return new Rows(new Text(Counts(runner, trials, begun, terminal.Console.Profile.Width)), table);
    }

    private void Write(TrialRecord[] trials)
    {
        Column<TrialRecord>[] columns =
        [
            .. SweepPage.Columns.Where(column =>
                column.Name switch
                {
                    "rung" => Array.Exists(trials, trial => trial.Rung > 0),
                    "diverged" => Array.Exists(trials, trial => trial.Diverged > 0),
                    _ => true,
                }
            ),
        ];
        TextTable
            .Of(
                [
                    .. columns.Select(column =>
                        column.Name is "status" or SettingsColumn
                            ? column with
                            {
                                Alignment = ColumnAlignment.Left,
                            }
                            : column
                    ),
                ],
                trials
            )
            .Write(terminal);
    }

    // The settings have the room that is left, and end in dots where it is too little: the files have all of them.
    private void Fill(Table table, IReadOnlyList<Column<TrialRecord>> columns, TrialRecord[] trials)
    {
        var room = terminal.Console.Profile.Width - 1;
        foreach (Column<TrialRecord> shown in columns)
        {
            var width = Math.Max(
                shown.Name.Length,
                trials.Select(trial => shown.Text(trial).Length).DefaultIfEmpty().Max()
            );
            table.AddColumn(shown.Name, column => column.NoWrap().Width(width).Padding(0, 0, Gap, 0));
            room -= width + Gap;
        }

        table.AddColumn(SettingsColumn, column => column.NoWrap().Padding(0, 0, 0, 0));
        foreach (TrialRecord trial in trials)
        {
            table.AddRow([
                .. columns.Select(column => Markup.Escape(column.Text(trial))),
                Markup.Escape(Cut(TrialText.Of(trial.Values), Math.Max(SettingsColumn.Length, room))),
            ]);
        }
    }

    private static string Cut(string text, int room) => text.Length > room ? $"{text[..(room - 3)]}..." : text;

    // What there is to say in the order of its weight, as much as has room.
    private static string Counts(SweepRunner runner, IReadOnlyList<TrialRecord> trials, long begun, int width)
    {
        TrialRecord? best = SweepPage.Ranked(trials).FirstOrDefault(trial => IsOver(trial) && trial.Score is not null);
        var played = runner.Progress.Sum(group => group.Played);
        var left = TimeLeft.Text(runner.Remaining, played / Stopwatch.GetElapsedTime(begun).TotalSeconds);
        (string Text, bool IsShown)[] parts =
        [
            ($"{Number(trials.Count(IsOver))} of {Counted.Text(trials.Count, "trial")} done", true),
            (Count(TrialStatus.Failed, "failed"), trials.Any(trial => trial.Status is TrialStatus.Failed)),
            ($"{left} left", left.Length > 0 && !trials.All(IsOver)),
            ($"best {(best is null ? "" : Score(best))} (trial {best?.Number})", best is not null),
            (Count(TrialStatus.Running, "running"), !trials.All(IsOver)),
            (Count(TrialStatus.Stopped, "given up"), trials.Any(trial => trial.Status is TrialStatus.Stopped)),
        ];
        var line = "";
        foreach ((var text, var isShown) in parts)
        {
            if (isShown && line.Length + text.Length + 2 < width)
            {
                line += line.Length > 0 ? $", {text}" : text;
            }
        }

        return line;

        string Count(TrialStatus status, string word) =>
            $"{Number(trials.Count(trial => trial.Status == status))} {word}";
    }

    private static string Part(GroupProgress progress) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * progress.Done / progress.Amount} %");

    private static bool IsOver(TrialRecord trial) =>
        trial.Status is TrialStatus.Finished or TrialStatus.Stopped or TrialStatus.Failed;

    private static string Score(TrialRecord trial) => trial.Score?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Line(FormattableString text) => terminal.Lines.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
