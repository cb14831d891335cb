using CsvHelper;
using Hebb.Lab.Records;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Supervised;

/// <summary>The table of a supervised run: one row for each epoch, accuracies and unsettled phases as parts of 1.</summary>
public static class EpochTable
{
    private static readonly string[] Columns =
    [
        "epoch",
        "seconds",
        "training_cost",
        "training_accuracy",
        "test_cost",
        "test_accuracy",
        "free_sweeps",
        "nudged_sweeps",
        "unsettled_phases",
        "examples_per_second",
    ];

    /// <summary>Writes the table into a file, whole or not at all.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="epochs">The rows.</param>
    public static void Write(string path, IEnumerable<EpochRecord> epochs) =>
        WholeFile.Write(path, stream => Write(stream, epochs));

    /// <summary>Writes the table; the same epochs give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="epochs">The rows.</param>
    public static void Write(Stream stream, IEnumerable<EpochRecord> epochs)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(epochs);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(Columns);
        foreach (EpochRecord epoch in epochs)
        {
            table.WriteNumber(epoch.Epoch);
            table.WriteNumber(epoch.Seconds, "0.###");
            table.WriteNumber(epoch.TrainingCost);
            table.WriteNumber(epoch.TrainingAccuracy);
            table.WriteNumber(epoch.TestCost);
            table.WriteNumber(epoch.TestAccuracy);
            table.WriteNumber(epoch.FreeSweeps);
            table.WriteNumber(epoch.NudgedSweeps);
            table.WriteNumber(epoch.UnsettledPhases);
            table.WriteNumber(epoch.ExamplesPerSecond, "0.#");
            table.EndRecord();
        }
    }
}
