using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Sensitivities;

/// <summary>A setting that a sweep varied, and how the scores of the trials depend on it.</summary>
/// <param name="Path">The dotted path of the setting.</param>
/// <param name="Values">The value of each trial; null where a trial does not set it.</param>
/// <param name="Levels">Its values one by one, or, where nearly each trial has its own, ranges of them; in rising order.</param>
public sealed record SweepAxis(string Path, ImmutableArray<SettingValue?> Values, ImmutableArray<SweepLevel> Levels)
{
    private const int MostLevels = 9;
    private const int Permutations = 2000;

    /// <summary>Whether its values are numbers.</summary>
    public required bool IsNumber { get; init; }

    /// <summary>Whether they span over a decade, and are all above 0.</summary>
    public required bool IsLogarithmic { get; init; }

    /// <summary>How much of the variance of scores lies between its levels; null where that has no meaning.</summary>
    public required VarianceShare? Share { get; init; }

    /// <summary>The interquartile mean of the best level less that of the worst.</summary>
    public double? Span
    {
        get
        {
            double[] means = [.. Levels.Select(level => level.Score?.Mean).OfType<double>()];
            return means.Length == 0 ? null : means.Max() - means.Min();
        }
    }

    /// <summary>Looks at a setting.</summary>
    /// <param name="values">The value of each trial; null where a trial does not set it.</param>
    /// <param name="scores">The score of each trial; null where it has none.</param>
    public static SweepAxis Of(string path, ImmutableArray<SettingValue?> values, ImmutableArray<double?> scores)
    {
        int[] scored =
        [
            .. Enumerable.Range(0, values.Length).Where(trial => values[trial] is not null && scores[trial].HasValue),
        ];
        double[] numbers = [.. values.Select(value => value?.Number).OfType<double>()];
        var isNumber = numbers.Length > 0 && numbers.Length == values.Count(value => value is not null);
        var groups = Groups(Array.ConvertAll(scored, trial => values[trial]!), isNumber);
        ImmutableArray<SweepLevel> levels =
        [
            .. groups
                .Zip(scored, (group, trial) => (Group: group, Trial: trial))
                .GroupBy(one => one.Group)
                .OrderBy(group => group.Key)
                .Select(group =>
                    Level(
                        [.. group.Select(one => values[one.Trial]!)],
                        [.. group.Select(one => scores[one.Trial]!.Value)]
                    )
                ),
        ];
        return new SweepAxis(path, values, levels)
        {
            IsNumber = isNumber,
            IsLogarithmic = isNumber && numbers.Min() > 0 && numbers.Max() >= 10 * numbers.Min(),
            Share = VarianceShare.Of(
                Array.ConvertAll(scored, trial => scores[trial]!.Value),
                groups,
                Permutations,
                Criteria.ResamplingSeed
            ),
        };
    }

    // The level of each value: each its own where they recur, else as many ranges of equally many trials as the root of their
    // number, the usual compromise between seeing the bend and averaging the noise.
    private static int[] Groups(SettingValue[] values, bool isNumber)
    {
        if (!isNumber)
        {
            string[] texts =
            [
                .. values.Select(value => value.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ];
            return Array.ConvertAll(values, value => Array.IndexOf(texts, value.Text));
        }

        double[] numbers = Array.ConvertAll(values, value => value.Number!.Value);
        double[] distinct = [.. numbers.Distinct().Order()];
        if (distinct.Length <= MostLevels && 2 * distinct.Length <= numbers.Length)
        {
            return Array.ConvertAll(numbers, number => Array.IndexOf(distinct, number));
        }

        // Equal values stay together: a range begins where the rank of its first value does.
        double[] sorted = [.. numbers.Order()];
        var ranges = Math.Clamp((int)Math.Round(Math.Sqrt(numbers.Length)), 1, MostLevels);
        return Array.ConvertAll(numbers, number => Array.IndexOf(sorted, number) * ranges / sorted.Length);
    }

    private static SweepLevel Level(SettingValue[] values, double[] scores)
    {
        double[] numbers = [.. values.Select(value => value.Number).OfType<double>()];
        return numbers.Length < values.Length
            ? new SweepLevel(values[0].Text, null, null, null, scores.Length, Estimate.Of(scores))
            : new SweepLevel(
                Text(numbers),
                Median.Of(numbers),
                numbers.Min(),
                numbers.Max(),
                scores.Length,
                Estimate.Of(scores)
            );
    }

    private static string Text(double[] numbers)
    {
        (var low, var high) = (numbers.Min(), numbers.Max());
        return low == high ? SettingValue.Of(low).Brief : FormattableString.Invariant($"{low:G3} to {high:G3}");
    }
}

/// <summary>A value of a setting, or a range of its values, with the results of its trials.</summary>
/// <param name="Name">The value or range.</param>
/// <param name="Middle">The median of its values; null where they are no numbers.</param>
/// <param name="Trials">How many trials with a score there are.</param>
/// <param name="Score">The interquartile mean of their scores with its interval.</param>
public sealed record SweepLevel(
    string Name,
    double? Middle,
    double? Lowest,
    double? Highest,
    int Trials,
    Estimate? Score
);
