using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Memory;

/// <summary>What memories learn without backprop through time, beside networks that are trained by it.</summary>
internal sealed class MemoryStudy()
    : Study<MemoryStudyOptions, IReadOnlyList<MemoryFinding>>(
        "memory",
        "Train agents with memories, parts of them taken out, and recurrent networks by backprop through time in tasks that need a memory, "
            + "and write the tables and the figure. The same arguments continue an interrupted command."
    )
{
    /// <inheritdoc/>
    public override FormattableString Subject(MemoryStudyOptions options) =>
        $"memory: {Counted.Text(options.Learners.Count, "learner")}, {Counted.Text(options.Tasks.Count, "task")}, {Counted.Text(options.Seeds.Count, "seed")} ({options.Seeds}): {options.Groups.Length * options.Seeds.Count} runs.";

    /// <inheritdoc/>
    public override MemoryStudyOptions Check(MemoryStudyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Groups.IsEmpty
            ? throw new StudyOptionException(
                $"--tasks {string.Join(',', options.Tasks.Select(task => task.Name))}: none of them is played by {string.Join(", ", options.Learners.Select(learner => learner.Name))}"
            )
            : options;
    }

    /// <inheritdoc/>
    public override StudyPlan<IReadOnlyList<MemoryFinding>> Plan(MemoryStudyOptions options, string directory) =>
        StudyPlan.Of(
            directory,
            options,
            held => new MemoryExperiment(held),
            experiment => experiment.Progress,
            (experiment, run, cancellation) => experiment.Run(run, cancellation)
        );

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Action<Stream> Write)> Files(
        MemoryStudyOptions options,
        IReadOnlyList<MemoryFinding> findings,
        string command
    )
    {
        List<(string Name, Action<Stream> Write)> files =
        [
            ("runs.csv", stream => MemoryTables.WriteRuns(stream, findings)),
            ("summary.csv", stream => MemoryTables.WriteSummaries(stream, findings)),
            ("summary.md", stream => MemoryPage.Write(stream, options, findings, command)),
            .. new MemoryFigure(findings).Files("memory"),
        ];
        MemoryFinding[] ofLengths = [.. findings.Where(finding => finding.Group.Task.Family.Length > 0)];
        if (ofLengths.Length > 0)
        {
            files.AddRange(new LengthFigure(ofLengths).Files("lengths"));
        }

        return files;
    }

    /// <inheritdoc/>
    public override void Show(MemoryStudyOptions options, IReadOnlyList<MemoryFinding> findings, IStudyOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (var ofLearner in findings.GroupBy(finding => finding.Group.Learner))
        {
            output.Line($"");
            output.Line($"{ofLearner.Key.Name}: {ofLearner.Key.Title}");
            output.Show(TextTable.Of(MemoryTables.Columns, [.. ofLearner]));
        }

        output.Line($"{MemoryTables.Legend(findings)}");
        var contents = MemoryTables.ContentsOf(findings);
        if (contents.Count > 0)
        {
            output.Line($"");
            output.Line($"what each part of memory-ep holds after learning:");
            output.Show(TextTable.Of(MemoryTables.Contents, contents));
            output.Line($"{MemoryTables.ContentsLegend}");
        }
    }
}
