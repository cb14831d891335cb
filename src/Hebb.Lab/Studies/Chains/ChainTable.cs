using CsvHelper;
using Hebb.Agents.OpenLock.Chains;
using Hebb.Lab.Tables;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Chains;

/// <summary>
/// <c>chains.csv</c>: one row for each learner; one without seed and measurements for chains that cannot be held, whose
/// <c>held_bytes</c> are those that they would need.
/// </summary>
public static class ChainTable
{
    private static readonly string[] Columns =
    [
        "room",
        "steps",
        "form",
        "chains",
        "naive",
        "after_colours",
        "after_verbs",
        "seed",
        "held_bytes",
        "learner_bytes",
        "peak_bytes",
        "seconds_per_attempt",
        "attempts",
        "solved",
    ];

    /// <summary>Writes the table; the same findings give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="findings">What was found.</param>
    public static void Write(Stream stream, IEnumerable<ChainFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(findings);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(Columns);
        foreach (ChainFinding finding in findings)
        {
            foreach (ChainMeasurement one in finding.Measurements)
            {
                WriteSubject(table, finding);
                table.WriteNumber(one.Seed);
                table.WriteNumber(one.HeldBytes);
                table.WriteNumber(one.LearnerBytes);
                table.WriteNumber(one.PeakBytes);
                table.WriteNumber(Median.Of(one.Seconds.AsSpan()));
                table.WriteNumber(one.Attempts);
                table.WriteField(one.IsSolved ? "true" : "false");
                table.EndRecord();
            }

            if (!finding.IsMeasured)
            {
                WriteSubject(table, finding);
                table.WriteField("");
                table.WriteNumber(finding.HeldBytes);
                foreach (var _ in Columns.SkipWhile(name => name != "learner_bytes"))
                {
                    table.WriteField("");
                }

                table.EndRecord();
            }
        }
    }

    private static void WriteSubject(CsvWriter table, ChainFinding finding)
    {
        CausalChainCounts counts = finding.Subject.Space.Counts;
        table.WriteField(finding.Subject.Name);
        table.WriteNumber(finding.Subject.Steps);
        table.WriteField(finding.Form.Name);
        table.WriteNumber(counts.Valid);
        table.WriteNumber(counts.Naive);
        table.WriteNumber(counts.AfterColours);
        table.WriteNumber(counts.AfterVerbs);
    }
}
