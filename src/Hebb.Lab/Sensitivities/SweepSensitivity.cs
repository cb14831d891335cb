using Hebb.Lab.Catalogue;
using Hebb.Lab.Sweeps;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Sensitivities;

/// <summary>How the scores of a sweep depend on the settings that it varied.</summary>
/// <param name="Environment">The environment of its runs; null where there are several, or none was read.</param>
/// <param name="Metric">The number that is its score.</param>
/// <param name="Axes">What it varied, that which explains most of the variance first.</param>
public sealed record SweepSensitivity(
    string Name,
    string? Environment,
    ScoreMetric Metric,
    ImmutableArray<SweptTrial> Trials,
    ImmutableArray<SweepAxis> Axes
)
{
    /// <summary>The runs of its trials, and what is left out of them.</summary>
    public required RunCatalogue Runs { get; init; }

    /// <summary>The trial with the highest score; null where none has one.</summary>
    public SweptTrial? Best => Trials.Where(trial => trial.Score.HasValue).MaxBy(trial => trial.Score);

    /// <summary>The scores, in rising order.</summary>
    public ImmutableArray<double> Scores => [.. Trials.Select(trial => trial.Score).OfType<double>().Order()];

    /// <summary>Reads a sweep and its runs.</summary>
    /// <param name="place">The sweep's folder, or its name in the store.</param>
    /// <param name="metricName">The name of the number that is the score; null for the usual one.</param>
    /// <exception cref="RecordException">It is no sweep, or has no trial with a score.</exception>
    public static SweepSensitivity Read(string place, string store, string? metricName)
    {
        var folder = RunPlaces.Resolve(place, store);
        if (!File.Exists(Path.Combine(folder, SweepFile.Name)))
        {
            throw new RecordException($"{place} is no sweep: it holds no {SweepFile.Name}");
        }

        SweepRecord sweep = SweepFile.Read(folder);
        var catalogue = RunCatalogue.ReadBelow(folder);
        var runs = catalogue
            .Runs.GroupBy(run => run.GroupFolder, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        var metric = ScoreMetric.Find(metricName, runs.Values.SelectMany(group => group));
        var isUsual = metricName is null || metric == ScoreMetric.All[0];
        SettingValue?[][] values = [.. sweep.Trials.Select(trial => Values(sweep.Axes, trial))];
        ImmutableArray<SweptTrial> trials =
        [
            .. sweep.Trials.Select(trial => Trial(trial, runs.GetValueOrDefault(trial.Run), metric, isUsual)),
        ];
        if (trials.All(trial => trial.Score is null))
        {
            throw new RecordException($"{place} has no trial with a score ({metric.Name}) yet");
        }

        ImmutableArray<double?> scores = [.. trials.Select(trial => trial.Score)];
        string[] environments =
        [
            .. runs.Values.Select(group => group[0].Record.Environment).Distinct(StringComparer.Ordinal),
        ];
        return new SweepSensitivity(
            sweep.Name,
            environments is [var one] ? one : null,
            metric,
            trials,
            [
                .. sweep
                    .Axes.Index()
                    .Select(axis => SweepAxis.Of(axis.Item, [.. values.Select(trial => trial[axis.Index])], scores))
                    .OrderByDescending(axis => axis.Share?.Adjusted ?? double.NegativeInfinity),
            ]
        )
        {
            Runs = catalogue,
        };
    }

    private static SettingValue?[] Values(ImmutableArray<string> axes, TrialRecord trial) =>
        [.. axes.Select(axis => SettingValue.Of(trial.Values[axis]))];

    private static SweptTrial Trial(TrialRecord trial, CataloguedRun[]? runs, ScoreMetric metric, bool isUsual)
    {
        double[] scores = [.. (runs ?? []).Select(metric.Of).OfType<double>().Where(double.IsFinite)];

        // Where the runs themselves are not there, the sweep still knows this one score.
        var known = isUsual ? trial.Score : null;
        return new SweptTrial(
            trial.Number,
            trial.Status,
            scores.Length > 0 ? scores.Average() : known,
            (runs ?? []).Count(run => run.HasDiverged),
            TrialText.Of(trial.Values),
            trial.Run
        );
    }
}
