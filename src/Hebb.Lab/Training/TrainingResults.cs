using Hebb.Lab.Configurations;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Training;

/// <summary>The tables and the figure of the finished runs of one configuration.</summary>
public static class TrainingResults
{
    /// <summary>The files: their names and what writes them.</summary>
    /// <param name="command">The command line that makes these results.</param>
    public static IReadOnlyList<(string Name, Action<Stream> Write)> Files(
        AgentPlan plan,
        SeedSet seeds,
        TrainingSummary summary,
        string command
    ) =>
        [
            ("runs.csv", stream => RunsTable.Write(stream, [summary])),
            ("summary.csv", stream => TrainingTable.Write(stream, [summary])),
            ("summary.md", stream => TrainingPage.Write(stream, plan, seeds, summary, command)),
            .. new TrainingFigure(summary).Files("learning-curve"),
        ];
}
