using Hebb.Lab.Tables;

namespace Hebb.Lab.Sensitivities;

/// <summary><c>sensitivity.csv</c>: a row for each level of each setting that a sweep varied.</summary>
public static class SensitivityTable
{
    private static readonly Columns<(SweepSensitivity Sweep, SweepAxis Axis, SweepLevel Level)> Columns = new()
    {
        { "setting", row => row.Axis.Path },
        { "metric", row => row.Sweep.Metric.Name },
        { "share_of_variance", row => row.Axis.Share?.Between },
        { "share_less_chance", row => row.Axis.Share?.Adjusted },
        { "p_value", row => row.Axis.Share?.Chance },
        { "level", row => row.Level.Name },
        { "lowest", row => row.Level.Lowest },
        { "highest", row => row.Level.Highest },
        { "trials", row => row.Level.Trials },
        { "iqm", "iqm_low", "iqm_high", row => row.Level.Score },
    };

    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, SweepSensitivity sensitivity)
    {
        ArgumentNullException.ThrowIfNull(sensitivity);
        Columns.WriteCommaSeparated(
            stream,
            sensitivity.Axes.SelectMany(axis => axis.Levels.Select(level => (sensitivity, axis, level)))
        );
    }
}
