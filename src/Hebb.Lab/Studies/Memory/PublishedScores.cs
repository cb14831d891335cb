using System.Text;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Memory;

/// <summary>
/// What others report of the same tasks: medians of the best validation return over five runs of up to 50 million steps, from the
/// appendix of Lemmel and Grosu, "Real-time recurrent reinforcement learning" (AAAI 2025).
/// </summary>
internal static class PublishedScores
{
    private static readonly (string Task, string Name, string Linear, string Rtrl, string Rflo, string Bptt)[] Rows =
    [
        ("memory-length-4", "MemoryChain-4", "0.07", "1.00", "1.00", "1.00"),
        ("memory-length-8", "MemoryChain-8", "0.07", "0.90", "1.00", "1.00"),
        ("memory-length-16", "MemoryChain-16", "0.12", "0.61", "1.00", "1.00"),
        ("memory-length-64", "MemoryChain-64", "0.26", "0.61", "0.32", "1.00"),
        ("cart-pole-positions", "CartPole, positions only", "57", "179", "500", "71"),
        ("cart-pole-velocities", "CartPole, velocities only", "455", "500", "500", "112"),
        ("deep-sea-8", "DeepSea-8", "0.99", "0.99", "0.99", "0.99"),
    ];

    /// <summary>Appends a table of those tasks that were played, beside the mean return of each learner that plays every task.</summary>
    public static void Append(StringBuilder page, IReadOnlyList<MemoryFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(findings);
        var rows = Rows.Where(row => findings.Any(finding => IsOf(finding, row.Task))).ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        page.Append("\n## Beside published numbers\n\n");
        page.Append(
            "Lemmel and Grosu (AAAI 2025): medians over 5 runs of the best validation return within 50 million steps; here the mean greedy return at the end, "
                + "interquartile mean over seeds, within the steps of the tables above.\n\n"
        );
        var columns = new Columns<(string Task, string Name, string Linear, string Rtrl, string Rflo, string Bptt)>
        {
            { "task", row => row.Name },
        };
        foreach (
            MemoryLearner learner in findings
                .Select(finding => finding.Group.Learner)
                .Distinct()
                .Where(one => one.PlaysAll || !one.Tuned.IsEmpty)
        )
        {
            columns.Add(
                learner.Name,
                row =>
                    findings.FirstOrDefault(one => IsOf(one, row.Task) && one.Group.Learner == learner) is { } finding
                        ? finding.Return.ToString("0.00", CultureInfo.InvariantCulture)
                        : "",
                ColumnAlignment.Right
            );
        }

        columns.Add("their RFLO", row => row.Rflo, ColumnAlignment.Right);
        columns.Add("their RTRL", row => row.Rtrl, ColumnAlignment.Right);
        columns.Add("their PPO by BPTT", row => row.Bptt, ColumnAlignment.Right);
        columns.Add("their linear TD", row => row.Linear, ColumnAlignment.Right);
        columns.AppendMarkdown(page, rows);
    }

    private static bool IsOf(MemoryFinding finding, string task) =>
        string.Equals(finding.Group.Task.Name, task, StringComparison.Ordinal);
}
