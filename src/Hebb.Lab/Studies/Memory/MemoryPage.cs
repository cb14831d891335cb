using System.Text;

namespace Hebb.Lab.Studies.Memory;

/// <summary><c>summary.md</c> of the study, for people.</summary>
internal static class MemoryPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="command">The command line that makes these results.</param>
    public static void Write(
        Stream stream,
        MemoryStudyOptions options,
        IReadOnlyList<MemoryFinding> findings,
        string command
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        var page = new StringBuilder();
        page.Append("# Memory without backprop through time\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Seeds {options.Seeds}. Made by\n\n    {command}\n\n");
        page.Append("![Scores in memory tasks, by task and learner](memory.png)\n");
        foreach (var ofLearner in findings.GroupBy(finding => finding.Group.Learner))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {ofLearner.Key.Name}: {ofLearner.Key.Title}\n\n");
            if (!ofLearner.Key.Tuned.IsEmpty)
            {
                page.Append("Its settings were chosen for these tasks.\n\n");
            }

            MemoryTables.Columns.AppendMarkdown(page, [.. ofLearner]);
        }

        var contents = MemoryTables.ContentsOf(findings);
        if (contents.Count > 0)
        {
            page.Append("\n## What each part holds after learning\n\n");
            MemoryTables.Contents.AppendMarkdown(page, contents);
            page.Append(CultureInfo.InvariantCulture, $"\n{MemoryTables.ContentsLegend}\n");
        }

        PublishedScores.Append(page, findings);
        page.Append("\n## What the columns mean\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{MemoryTables.Legend(findings)}\n");
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }
}
