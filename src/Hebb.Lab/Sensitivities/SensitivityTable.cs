using CsvHelper;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Sensitivities;

/// <summary><c>sensitivity.csv</c>: a row for each level of each setting that a sweep varied.</summary>
public static class SensitivityTable
{
    private static readonly string[] Columns =
    [
        "setting",
        "metric",
        "share_of_variance",
        "share_less_chance",
        "p_value",
        "level",
        "lowest",
        "highest",
        "trials",
        "iqm",
        "iqm_low",
        "iqm_high",
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="sensitivity">What came of the sweep.</param>
    public static void Write(Stream stream, SweepSensitivity sensitivity)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(sensitivity);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(Columns);
        foreach (SweepAxis axis in sensitivity.Axes)
        {
            foreach (SweepLevel level in axis.Levels)
            {
                table.WriteField(axis.Path);
                table.WriteField(sensitivity.Metric.Name);
                table.WriteIfAny(axis.Share?.Between);
                table.WriteIfAny(axis.Share?.Adjusted);
                table.WriteIfAny(axis.Share?.Chance);
                table.WriteField(level.Name);
                table.WriteIfAny(level.Lowest);
                table.WriteIfAny(level.Highest);
                table.WriteNumber(level.Trials);
                table.WriteIfAny(level.Score?.Mean);
                table.WriteIfAny(level.Score?.Interval.Low);
                table.WriteIfAny(level.Score?.Interval.High);
                table.EndRecord();
            }
        }
    }
}
