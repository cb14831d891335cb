using CsvHelper;
using Hebb.Lab.Studies.OpenLock.Trials;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>The tables of the study for programs to read.</summary>
public static class RoomTables
{
    private static readonly string[] SummaryColumns =
    [
        "protocol",
        "learner",
        "condition",
        "seeds",
        "end_iqm",
        "end_low",
        "end_high",
        "end_mean",
        "end_worst",
        "solved",
        "first_iqm",
        "first_low",
        "first_high",
        "whole_iqm",
        "whole_low",
        "whole_high",
    ];

    private static readonly string[] CourseColumns =
    [
        "protocol",
        "learner",
        "condition",
        "seed",
        "trials",
        "first",
        "whole",
        "end",
        "solved",
    ];

    private static readonly string[] IterationColumns =
    [
        "protocol",
        "learner",
        "condition",
        "iteration",
        "rooms",
        "iqm",
        "low",
        "high",
    ];

    private static readonly string[] EffectColumns =
    [
        "protocol",
        "learner",
        "test",
        "incongruent_less_congruent",
        "low",
        "high",
        "t",
        "baseline_less_congruent",
        "baseline_less_congruent_low",
        "baseline_less_congruent_high",
        "baseline_less_incongruent",
        "baseline_less_incongruent_low",
        "baseline_less_incongruent_high",
    ];

    /// <summary><c>summary.csv</c>: a row for each learner in each condition and protocol.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="summaries">The rows.</param>
    public static void WriteSummaries(Stream stream, IReadOnlyList<RoomSummary> summaries) =>
        Write(
            stream,
            SummaryColumns,
            summaries,
            (table, row) =>
            {
                WriteGroup(table, row.Group);
                table.WriteNumber(row.Runs.Length);
                Write(table, row.End);
                table.WriteNumber(row.EndMean, "0.###");
                table.WriteNumber(row.EndWorst, "0.###");
                table.WriteNumber(row.Solved);
                Write(table, row.First);
                Write(table, row.Whole);
            }
        );

    /// <summary><c>runs.csv</c>: a row for each seed.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="summaries">The groups, in the order of the rows.</param>
    public static void WriteRuns(Stream stream, IReadOnlyList<RoomSummary> summaries) =>
        Write(
            stream,
            CourseColumns,
            summaries.SelectMany(summary => summary.Runs),
            (table, course) =>
            {
                WriteGroup(table, course.Group);
                table.WriteNumber(course.Seed);
                table.WriteNumber(course.Attempts.Length);
                table.WriteNumber(course.First, "0.###");
                table.WriteNumber(course.Whole, "0.###");
                table.WriteNumber(course.End, "0.###");
                table.WriteNumber(course.IsSolved ? 1 : 0);
            }
        );

    /// <summary><c>iterations.csv</c>: the attempts of a trial, iteration by iteration, over seeds.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="summaries">The groups.</param>
    public static void WriteIterations(Stream stream, IReadOnlyList<RoomSummary> summaries) =>
        Write(
            stream,
            IterationColumns,
            from summary in summaries
            let curve = RoomCurve.Of(summary)
            from place in Enumerable.Range(0, curve.Iterations.Length)
            select (summary.Group, Curve: curve, Place: place),
            (table, row) =>
            {
                WriteGroup(table, row.Group);
                table.WriteNumber(row.Place + 1);
                table.WriteField(
                    row.Place < row.Curve.Training ? row.Group.Condition.Training! : row.Group.Condition.Test
                );
                Write(table, row.Curve.Iterations[row.Place]);
            }
        );

    /// <summary><c>transfer.csv</c>: what training did, a row for each learner, protocol and scenario of the test.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="effects">The rows.</param>
    public static void WriteEffects(Stream stream, IReadOnlyList<TransferEffect> effects) =>
        Write(
            stream,
            EffectColumns,
            effects,
            (table, row) =>
            {
                table.WriteField(row.Protocol.Name);
                table.WriteField(row.Learner.Name);
                table.WriteField(row.Test);
                Write(table, row.OfCongruence);
                table.WriteIfAny(double.IsFinite(row.T) ? row.T : null);
                Write(table, row.OfTraining);
                Write(table, row.OfOtherTraining);
            }
        );

    private static void Write<T>(Stream stream, string[] columns, IEnumerable<T> rows, Action<CsvWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(columns);
        foreach (T row in rows)
        {
            write(table, row);
            table.EndRecord();
        }
    }

    private static void WriteGroup(CsvWriter table, RoomGroup group)
    {
        table.WriteField(group.Protocol.Name);
        table.WriteField(group.Learner.Name);
        table.WriteField(group.Condition.Name);
    }

    private static void Write(CsvWriter table, Estimate? estimate)
    {
        table.WriteIfAny(estimate?.Mean);
        table.WriteIfAny(estimate?.Interval.Low);
        table.WriteIfAny(estimate?.Interval.High);
    }
}
