using System.Text;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Benchmarks;

/// <summary><c>summary.md</c> of the benchmark, for people: a table for each environment.</summary>
internal static class BenchmarkPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="command">The command line that makes these results.</param>
    public static void Write(
        Stream stream,
        TrainingConfiguration configuration,
        IReadOnlyList<TrainingSummary> summaries,
        string command
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(summaries);
        var page = new StringBuilder();
        page.Append("# Agents that learn without backprop, and their backprop twins\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Seeds {configuration.Seeds}. Made by\n\n    {command}\n\n");
        page.Append("![Mean return of the last 100 training episodes, by agent](benchmark.png)\n");
        var columns = new Columns<TrainingSummary> { { "agent", Name }, TrainingColumns.OfSummary };
        foreach (var ofOne in summaries.GroupBy(row => row.Environment.Name, StringComparer.Ordinal))
        {
            TrainingSummary[] rows = [.. ofOne];
            page.Append(CultureInfo.InvariantCulture, $"\n## {ofOne.Key}\n\n{Budgets(rows)}\n\n");
            columns.AppendMarkdown(page, rows);
        }

        page.Append("\n## What the columns mean\n\n");
        page.Append(
            "A backprop twin, marked by =, is listed below the agents that differ from it only in how they learn.\n\n"
        );
        TrainingPage.AppendDefinitions(page, configuration.Evaluation, summaries);
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));

        string Name(TrainingSummary row) =>
            summaries.Any(other => string.Equals(other.Agent.Twin, row.Agent.Name, StringComparison.Ordinal))
                ? $"= {row.Agent.Title}"
                : row.Agent.Title;
    }

    /// <summary>The steps of the runs of an environment, with the agents that have others than most.</summary>
    /// <param name="rows">The rows of one environment.</param>
    public static string Budgets(IReadOnlyList<TrainingSummary> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var usual = rows.GroupBy(row => row.Group.Steps).MaxBy(group => group.Count())!.Key;
        var others = rows.Where(row => row.Group.Steps != usual)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"; {row.Group.Agent}: {row.Group.Steps:N0}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{usual:N0} environment steps a run{string.Concat(others)}."
        );
    }
}
