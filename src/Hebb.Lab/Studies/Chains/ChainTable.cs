using Hebb.Lab.Tables;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Chains;

/// <summary>
/// <c>chains.csv</c>: one row for each learner; one without seed and measurements for chains that cannot be held, whose
/// <c>held_bytes</c> are those that they would need.
/// </summary>
internal static class ChainTable
{
    private static readonly Columns<(ChainFinding Finding, ChainMeasurement? One)> Columns = new()
    {
        { "room", row => row.Finding.Subject.Name },
        { "steps", row => row.Finding.Subject.Steps },
        { "form", row => row.Finding.Form.Name },
        { "chains", row => row.Finding.Subject.Space.Counts.Valid },
        { "naive", row => row.Finding.Subject.Space.Counts.Naive },
        { "after_colours", row => row.Finding.Subject.Space.Counts.AfterColours },
        { "after_verbs", row => row.Finding.Subject.Space.Counts.AfterVerbs },
        { "seed", row => row.One?.Seed },
        { "held_bytes", row => row.One?.HeldBytes ?? row.Finding.HeldBytes },
        { "learner_bytes", row => row.One?.LearnerBytes },
        { "peak_bytes", row => row.One?.PeakBytes },
        { "seconds_per_attempt", row => row.One is { } one ? Median.Of(one.Seconds.AsSpan()) : null },
        { "attempts", row => row.One?.Attempts },
        { "solved", row => row.One?.IsSolved },
    };

    /// <summary>Writes the table; the same findings give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, IEnumerable<ChainFinding> findings) =>
        Columns.WriteCommaSeparated(
            stream,
            findings.SelectMany(finding =>
                finding
                    .Measurements.Cast<ChainMeasurement?>()
                    .DefaultIfEmpty(null)
                    .Select(measurement => (finding, measurement))
            )
        );
}
