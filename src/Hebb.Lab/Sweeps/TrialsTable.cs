using System.Text.Json.Nodes;
using CsvHelper;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Sweeps;

/// <summary><c>trials.csv</c>: one row for each trial, with what the sweep sets in it.</summary>
public static class TrialsTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="sweep">The sweep.</param>
    public static void Write(Stream stream, SweepRecord sweep)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(sweep);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(["trial", "run", "status", "rung", "score", "diverged", .. sweep.Axes]);
        foreach (TrialRecord trial in sweep.Trials)
        {
            table.WriteNumber(trial.Number);
            table.WriteField(trial.Run);
            table.WriteField(TrialText.Of(trial.Status));
            table.WriteNumber(trial.Rung);
            table.WriteIfAny(trial.Score);
            table.WriteNumber(trial.Diverged);
            foreach (var axis in sweep.Axes)
            {
                table.WriteField(
                    trial.Values.TryGetPropertyValue(axis, out JsonNode? value) ? TrialText.Of(value) : ""
                );
            }

            table.EndRecord();
        }
    }
}
