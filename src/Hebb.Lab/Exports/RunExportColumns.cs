using Hebb.Lab.Catalogue;
using Hebb.Lab.Tables;
using Parquet.Schema;

namespace Hebb.Lab.Exports;

/// <summary>The columns of a table of runs, each with what fills it in.</summary>
internal sealed class RunExportColumns
{
    private readonly List<(ExportColumn Column, Action<CataloguedRun> Add)> _columns = [];

    private RunExportColumns() { }

    /// <summary>The columns, in their order.</summary>
    public IEnumerable<ExportColumn> Columns => _columns.Select(one => one.Column);

    /// <summary>What a record says of a run, and all settings.</summary>
    public static RunExportColumns Whole(IReadOnlyList<CataloguedRun> runs)
    {
        RunExportColumns columns = Named();
        columns.Whole("steps", run => run.Record.Steps);
        columns.Whole("episode_budget", run => run.Record.EpisodeBudget);
        columns.Whole("steps_taken", run => run.Record.StepsTaken);
        columns.Whole("episodes", run => run.Record.Episodes);
        columns.Real("last100", run => run.Record.Last100);
        columns.Real("best100", run => run.Record.Best100);
        columns.Real("greedy_mean", run => run.Record.GreedyMean);
        columns.Whole(
            "greedy_episodes",
            run => run.Record.GreedyReturns is { IsDefault: false } returns ? returns.Length : 0
        );
        columns.Whole("solved_at", run => run.Record.SolvedAt);
        columns.Whole("solved_at_episode", run => run.Record.SolvedAtEpisode);
        columns.Real("seconds", run => run.Record.Seconds);
        columns.Real("microseconds_per_step", run => run.Record.MicrosecondsPerStep);
        columns.Whole("diverged_at", run => run.Record.DivergedAt);
        columns.Truth("collapsed", run => run.Record.EndsCollapsed);
        columns.Real("unsettled_phases", run => run.Record.UnsettledPhases);
        if (runs.Any(run => run.IsSupervised))
        {
            columns.Real("training_cost", run => run.Record.Supervised?.TrainingCost);
            columns.Real("training_accuracy", run => run.Record.Supervised?.TrainingAccuracy);
            columns.Real("test_cost", run => run.Record.Supervised?.TestCost);
            columns.Real("test_accuracy", run => run.Record.Supervised?.TestAccuracy);
            columns.Real("best_test_accuracy", run => run.Record.Supervised?.BestTestAccuracy);
        }

        columns.Text("failure", run => run.Record.Failure);
        columns.Time("begun", run => run.Record.Begun);
        columns.Time("updated", run => run.Record.Updated);
        columns.Text("program", run => run.Record.Program);
        columns.Text("machine", run => run.Record.Machine);
        columns.AddSettings(runs, SettingPaths(runs));
        return columns;
    }

    /// <summary>What names a run, and the settings in which the runs differ.</summary>
    public static RunExportColumns Short(IReadOnlyList<CataloguedRun> runs)
    {
        RunExportColumns columns = Named();
        RunSettings[] settings = [.. runs.Select(run => run.Settings).Distinct()];
        columns.AddSettings(
            runs,
            SettingPaths(runs)
                .Where(path =>
                    settings.Select(one => one.Find(path)?.Text).Distinct(StringComparer.Ordinal).Skip(1).Any()
                )
        );
        return columns;
    }

    /// <summary>Adds a row for a run.</summary>
    public void Add(CataloguedRun run)
    {
        foreach (var (_, add) in _columns)
        {
            add(run);
        }
    }

    private static RunExportColumns Named()
    {
        var columns = new RunExportColumns();
        columns.Text("experiment", run => run.Record.Experiment);
        columns.Text("hash", run => run.Record.Hash);
        columns.Text("agent", run => run.Record.Agent);
        columns.Text("environment", run => run.Record.Environment);
        columns.Whole("seed", run => (long)run.Record.Seed);
        columns.Text("status", run => CataloguedRun.Word(run.State));
        columns.Text("folder", run => run.Folder);
        return columns;
    }

    private static IEnumerable<string> SettingPaths(IReadOnlyList<CataloguedRun> runs) =>
        runs.Select(run => run.Settings)
            .Distinct()
            .SelectMany(settings => settings.Paths)
            .Distinct(StringComparer.Ordinal);

    // The narrowest type that all values of a setting are of.
    private void AddSettings(IReadOnlyList<CataloguedRun> runs, IEnumerable<string> paths)
    {
        RunSettings[] settings = [.. runs.Select(run => run.Settings).Distinct()];
        foreach (
            var path in paths.Except(Columns.Select(column => column.Name), StringComparer.OrdinalIgnoreCase).ToArray()
        )
        {
            SettingValue[] values = [.. settings.Select(one => one.Find(path)).OfType<SettingValue>()];
            if (values.All(value => value.Truth.HasValue))
            {
                Truth(path, run => run.Settings.Find(path)?.Truth);
            }
            else if (values.All(value => value.Whole.HasValue))
            {
                Whole(path, run => run.Settings.Find(path)?.Whole);
            }
            else if (values.All(value => value.Number.HasValue))
            {
                Real(path, run => run.Settings.Find(path)?.Number);
            }
            else
            {
                Text(path, run => run.Settings.Find(path)?.Text);
            }
        }
    }

    private void Text(string name, Func<CataloguedRun, string?> value)
    {
        var column = new TextColumn(name);
        _columns.Add((column, run => column.Add(value(run))));
    }

    private void Whole(string name, Func<CataloguedRun, long?> value) => Value(new ValueColumn<long>(name), value);

    private void Real(string name, Func<CataloguedRun, double?> value) => Value(new ValueColumn<double>(name), value);

    private void Truth(string name, Func<CataloguedRun, bool?> value) => Value(new ValueColumn<bool>(name), value);

    private void Time(string name, Func<CataloguedRun, DateTimeOffset> value) =>
        Value(
            new ValueColumn<DateTime>(
                new DateTimeDataField(name, DateTimeFormat.Timestamp, true, DateTimeTimeUnit.Micros, isNullable: true),
                "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'"
            ),
            run => value(run) is var time && time == default ? null : time.UtcDateTime
        );

    private void Value<T>(ValueColumn<T> column, Func<CataloguedRun, T?> value)
        where T : struct => _columns.Add((column, run => column.Add(value(run))));
}
