using Hebb.Lab.Tables;

namespace Hebb.Lab.Sweeps;

/// <summary><c>trials.csv</c>: one row for each trial, with what the sweep sets in it.</summary>
internal static class TrialsTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, SweepRecord sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var columns = new Columns<TrialRecord>
        {
            { "trial", trial => trial.Number },
            { "run", trial => trial.Run },
            { "status", trial => TrialText.Of(trial.Status) },
            { "rung", trial => trial.Rung },
            { "score", trial => trial.Score },
            { "diverged", trial => trial.Diverged },
        };
        foreach (var axis in sweep.Axes)
        {
            columns.Add(
                axis,
                trial => trial.Values.TryGetPropertyValue(axis, out JsonNode? value) ? TrialText.Of(value) : ""
            );
        }

        columns.WriteCommaSeparated(stream, sweep.Trials);
    }
}
