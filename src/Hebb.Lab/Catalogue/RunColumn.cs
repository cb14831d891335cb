using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Settings;
using Hebb.Lab.Tables;
using Hebb.Naming;

namespace Hebb.Lab.Catalogue;

/// <summary>A column of a table of runs: what a record says, or a setting.</summary>
/// <param name="IsNumber">Whether its values are numbers.</param>
/// <param name="Of">Its value for a run.</param>
public sealed record RunColumn(string Name, bool IsNumber, Func<CataloguedRun, RunValue> Of)
{
    /// <summary>Whether its values are whole numbers, and known to their last digit.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>The values of a column of texts that are possible though no run has them; for a set of runs.</summary>
    internal Func<CataloguedRun, IEnumerable<string>> Possible { get; private init; } = _ => [];

    /// <summary>It, as tables for people show it.</summary>
    public Column<CataloguedRun> Shown =>
        new(Name, run => Of(run).Text, IsNumber ? ColumnAlignment.Right : ColumnAlignment.Left)
        {
            Fit = IsScore ? Fitted : null,
        };

    // Whether its values are returns, which have other ranges in other environments.
    private bool IsScore { get; init; }

    /// <summary>The columns that every run has.</summary>
    public static IReadOnlyList<RunColumn> All { get; } =
    [
        Words("experiment", run => run.Record.Experiment),
        Words("agent", run => run.Record.Agent) with
        {
            Possible = run => [.. run.Catalogues.Agents.Names, ConfigurationJson.Supervised],
        },
        Words("environment", run => run.Record.Environment) with
        {
            Possible = run => run.Catalogues.Environments.Names,
        },
        Wholes("seed", run => run.Record.Seed, "0"),
        Words("status", run => run.StateText) with
        {
            Possible = _ => CataloguedRun.StateWords,
        },
        Wholes("steps", run => run.Record.StepsTaken),
        Wholes("episodes", run => run.Record.Episodes),
        Numbers("last100", run => run.Record.Last100, "0.0") with
        {
            IsScore = true,
        },
        Numbers("best100", run => run.Record.Best100, "0.0") with
        {
            IsScore = true,
        },
        Numbers("greedy", run => run.Record.GreedyMean, "0.0") with
        {
            IsScore = true,
        },
        Numbers("accuracy", run => 100 * run.Record.Supervised?.TestAccuracy, "0.00"),
        Numbers("best_accuracy", run => 100 * run.Record.Supervised?.BestTestAccuracy, "0.00"),
        Wholes("solved_at", run => run.Record.SolvedAt),
        Numbers("seconds", run => run.Record.Seconds, "0.0"),
        Numbers("us_per_step", run => run.Record.MicrosecondsPerStep, "0.0"),
        new(
            "begun",
            false,
            run =>
                run.Record.Begun == default
                    ? RunValue.None
                    : new RunValue(null, run.Record.Begun.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
        ),
        Wholes("diverged_at", run => run.Record.DivergedAt),
        Words("failure", run => run.Record.Failure ?? ""),
        Words("hash", run => run.Record.Hash),
        Words("folder", run => run.Folder),
    ];

    /// <summary>Those that are shown of some runs where none are named.</summary>
    public static IReadOnlyList<RunColumn> StandardOf(IReadOnlyCollection<CataloguedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var isSupervised = runs.Any(run => run.IsSupervised);
        var isOfAgents = runs.Count == 0 || runs.Any(run => !run.IsSupervised);
        return
        [
            .. All.Where(column =>
                column.Name switch
                {
                    "diverged_at" or "failure" or "hash" or "folder" or "seconds" => false,
                    "accuracy" or "best_accuracy" => isSupervised,
                    "last100" or "best100" or "greedy" or "solved_at" => isOfAgents,
                    _ => true,
                }
            ),
        ];
    }

    /// <summary>The column of a name: one that every run has, or a setting by its path, which may leave out levels.</summary>
    /// <param name="runs">The runs whose settings are known.</param>
    /// <exception cref="RecordException">There is none, or the path means settings that differ.</exception>
    public static RunColumn Find(string name, IReadOnlyCollection<CataloguedRun> runs)
    {
        if (All.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.Ordinal)) is { } known)
        {
            return known;
        }

        RunSettings[] settings = [.. runs.Select(run => run.Settings).Distinct()];
        string[] paths = [.. settings.SelectMany(one => one.Paths).Distinct(StringComparer.Ordinal)];
        var meant = SettingPath.Meant(name, paths);
        if (meant.Count == 0)
        {
            throw new RecordException(
                $"{name} is neither a column nor a setting of these runs; {NearestName.Unknown(name, [.. All.Select(column => column.Name)])}"
            );
        }

        if (settings.Any(one => Values(one, meant).Skip(1).Any()))
        {
            throw new RecordException(
                $"{name} means settings of different values: {string.Join(", ", meant)}; name one"
            );
        }

        return new RunColumn(
            name,
            settings.All(one => Values(one, meant).All(value => value.Number.HasValue)),
            run =>
                Values(run.Settings, meant).FirstOrDefault() is { } value
                    ? new(value.Number, value.Text)
                    : RunValue.None
        );
    }

    private Func<CataloguedRun, string> Fitted(IReadOnlyList<CataloguedRun> runs)
    {
        var format = FittedDecimals.FormatOf(runs.Select(run => Of(run).Number).OfType<double>());
        return run => Of(run).Number?.ToString(format, CultureInfo.InvariantCulture) ?? "";
    }

    private static IEnumerable<SettingValue> Values(RunSettings settings, IReadOnlyList<string> paths) =>
        paths.Select(settings.Find).OfType<SettingValue>().Distinct();

    private static RunColumn Words(string name, Func<CataloguedRun, string> text) =>
        new(name, false, run => new RunValue(null, text(run)));

    private static RunColumn Wholes(string name, Func<CataloguedRun, decimal?> number, string format = "N0") =>
        new(name, true, run => number(run) is { } value ? RunValue.Of(value, format) : RunValue.None)
        {
            IsWhole = true,
        };

    private static RunColumn Numbers(string name, Func<CataloguedRun, double?> number, string format) =>
        new(
            name,
            true,
            run =>
                number(run) is { } value
                    ? new RunValue(value, value.ToString(format, CultureInfo.InvariantCulture))
                    : RunValue.None
        );
}
