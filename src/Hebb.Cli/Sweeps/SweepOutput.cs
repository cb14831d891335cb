using System.Diagnostics;
using System.Globalization;
using Hebb.Cli.Progress;
using Hebb.Lab.Configurations;
using Hebb.Lab.Summaries;
using Hebb.Lab.Sweeps;
using Spectre.Console;

namespace Hebb.Cli.Sweeps;

/// <summary>What a sweep tells the user: a live table on a terminal, plain lines everywhere else.</summary>
/// <param name="terminal">Where it is written.</param>
internal sealed class SweepOutput(Terminal terminal)
{
    private const int ShownTrials = 10;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>The output that fits standard output.</summary>
    public static SweepOutput ToConsole() => new(Terminal.OfStandardOutput());

    /// <summary>Says what is about to be done.</summary>
    /// <param name="file">The experiment.</param>
    /// <param name="trials">Its trials.</param>
    /// <param name="halving">How trials are given up; null where they are not.</param>
    /// <param name="folder">The folder of the sweep.</param>
    /// <param name="runner">What plays them.</param>
    public void Begin(ExperimentFile file, SweepTrials trials, SweepHalving? halving, string folder, SweepRunner runner)
    {
        Line(
            $"{file.Name}: {Counted.Text(trials.Trials.Length, "trial")} of {Counted.Text(file.Seeds.Count, "seed")} ({file.Seeds}), {runner.RunCount} runs{(halving is null ? "" : ", successive halving")}; {folder}"
        );
        if (trials.Repeated > 0)
        {
            Line(
                $"{Counted.Text(trials.Repeated, "trial")} more had the configuration of another: each is played once."
            );
        }

        if (runner.FinishedCount > 0)
        {
            Line($"Going on: {runner.FinishedCount} of {runner.RunCount} runs are finished.");
        }
    }

    /// <summary>Shows how the trials come on; returns when they have ended, well or not.</summary>
    /// <param name="runner">What plays them.</param>
    /// <param name="runs">The runs.</param>
    public void Follow(SweepRunner runner, Task runs)
    {
        var begun = Stopwatch.GetTimestamp();
        if (terminal.IsLive)
        {
            terminal
                .Console.Live(Draw(runner, begun))
                .Start(live =>
                {
                    bool ended;
                    do
                    {
                        ended = Task.WaitAny([runs], Refresh) == 0;
                        live.UpdateTarget(Draw(runner, begun));
                    } while (!ended);
                });
            return;
        }

        FollowPlainly(runner, runs, begun);
    }

    /// <summary>Shows what came of the sweep.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="files">What was written.</param>
    public void Show(SweepRecord sweep, string folder, IEnumerable<string> files)
    {
        TrialRecord[] ranked = [.. SweepPage.Ranked(sweep.Trials)];
        var table = new FittedTable();
        foreach ((var name, _) in SweepPage.Columns)
        {
            table.AddColumn(name, isNumber: false);
        }

        foreach (TrialRecord trial in ranked.Take(ShownTrials))
        {
            table.AddRow(SweepPage.Columns.Select(column => column.Cell(trial)));
        }

        terminal.Lines.WriteLine();
        table.Write(terminal);
        if (ranked.Length > ShownTrials)
        {
            Line($"({ranked.Length - ShownTrials} more in trials.csv)");
        }

        Line($"score: mean over seeds of the mean return of the last {Criteria.Window} episodes.");
        foreach (TrialRecord failed in ranked.Where(trial => trial.Failure is not null))
        {
            Line($"trial {failed.Number} failed: {failed.Failure}");
        }

        Line($"'hebb sensitivity {folder}' shows what the scores hang on.");
        Line($"Written:");
        foreach (var file in files)
        {
            Line($"  {file}");
        }
    }

    /// <summary>Says what an interrupted sweep has left.</summary>
    /// <param name="runner">What played the trials.</param>
    /// <param name="store">Where runs are kept.</param>
    public void Stopped(SweepRunner runner, string store)
    {
        // A terminal shows ^C behind whatever stood on the line.
        Line($"");
        Line(
            $"Stopped: {runner.FinishedCount} of {runner.RunCount} runs are finished, all that was played is kept in {store}."
        );
        Line($"The same command goes on from there.");
    }

    private void FollowPlainly(SweepRunner runner, Task runs, long begun)
    {
        var told = new HashSet<int>(
            runner.Trials().Where(trial => trial.Status is TrialStatus.Finished).Select(trial => trial.Number)
        );
        TimeSpan next = Interval;
        bool ended;
        do
        {
            ended = Task.WaitAny([runs], Refresh) == 0;
            var trials = runner.Trials();
            foreach (TrialRecord trial in trials.Where(trial => IsOver(trial) && told.Add(trial.Number)))
            {
                Line(
                    $"trial {trial.Number}: {TrialText.Of(trial.Status)}, {Score(trial)} ({TrialText.Of(trial.Values)})"
                );
            }

            if (!ended && Stopwatch.GetElapsedTime(begun) >= next)
            {
                next += Interval;
                Line($"{Counts(runner, trials, begun)}");
            }
        } while (!ended);
    }

    private Table Draw(SweepRunner runner, long begun)
    {
        var trials = runner.Trials();
        var width = terminal.Console.Profile.Width;
        Table table = new Table().Border(TableBorder.None).Title(Markup.Escape(Counts(runner, trials, begun)));
        foreach (var name in (string[])["trial", "score", "status", "left", "settings"])
        {
            table.AddColumn(name, column => column.NoWrap().Padding(0, 0, 2, 0));
        }

        var rows = Math.Clamp(terminal.Console.Profile.Height - 4, 3, ShownTrials + 4);
        IEnumerable<TrialRecord> shown = trials
            .Where(trial => trial.Status is TrialStatus.Running)
            .Concat(SweepPage.Ranked(trials).Where(trial => IsOver(trial) && trial.Score is not null))
            .Take(rows);
        foreach (TrialRecord trial in shown)
        {
            var settings = TrialText.Of(trial.Values);
            var room = Math.Max(10, width - 42);
            table.AddRow(
                Number(trial.Number),
                Score(trial),
                trial.Status is TrialStatus.Running
                    ? $"[blue]{TrialText.Of(trial.Status)}[/]"
                    : TrialText.Of(trial.Status),
                trial.Status is TrialStatus.Running ? TimeLeft.Of(runner.Progress[trial.Number]) : "",
                Markup.Escape(settings.Length > room ? $"{settings[..(room - 3)]}..." : settings)
            );
        }

        return table;
    }

    // Running, done, failed, best so far, time left.
    private static string Counts(SweepRunner runner, IReadOnlyList<TrialRecord> trials, long begun)
    {
        TrialRecord? best = SweepPage.Ranked(trials).FirstOrDefault(trial => IsOver(trial) && trial.Score is not null);
        string[] parts =
        [
            $"{Number(runner.FinishedCount)} of {Number(runner.RunCount)} runs done",
            $"{Number(trials.Count(trial => trial.Status is TrialStatus.Running))} trials running",
            $"{Number(trials.Count(trial => trial.Status is TrialStatus.Stopped))} given up",
            $"{Number(trials.Count(trial => trial.Status is TrialStatus.Failed))} failed",
            best is null ? "" : $"best {Score(best)} (trial {Number(best.Number)})",
            TimeLeft.Of(runner.Progress, Stopwatch.GetElapsedTime(begun)) is { Length: > 0 } left ? $"{left} left" : "",
        ];
        return string.Join(
            ", ",
            parts.Where(part => part.Length > 0 && !part.StartsWith("0 given", StringComparison.Ordinal))
        );
    }

    private static bool IsOver(TrialRecord trial) =>
        trial.Status is TrialStatus.Finished or TrialStatus.Stopped or TrialStatus.Failed;

    private static string Score(TrialRecord trial) => trial.Score?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Line(FormattableString text) => terminal.Lines.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
