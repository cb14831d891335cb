using Hebb.Lab.Records;
using Hebb.Lab.Studies.Ablations.Figures;
using Hebb.Lab.Studies.Ablations.Series;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Ablations;

/// <summary>
/// From the report's rules to the working ones, one change at a time, and how sensitive the working ones are to their settings.
/// </summary>
internal sealed class AblationStudy()
    : Study<AblationOptions, IReadOnlyList<SeriesFindings>>(
        Ablation.Name,
        "Go from the report's rules to the working ones, one change at a time, and vary every setting of the working ones, on "
            + $"{Ablation.Environment}; write the tables and the figures. The same arguments continue an interrupted command."
    )
{
    /// <inheritdoc/>
    public override FormattableString Subject(AblationOptions options)
    {
        var agents = options.Configuration.Groups.Length;
        return $"{Counted.Text(options.Studies.Count, "study", "studies")}, {Counted.Text(agents, "agent")}, {Counted.Text(options.Seeds.Count, "seed")} ({options.Seeds}): {agents * options.Seeds.Count} runs.";
    }

    /// <inheritdoc/>
    public override IConfiguration ConfigurationOf(AblationOptions options) => options.Configuration;

    /// <inheritdoc/>
    public override StudyPlan<IReadOnlyList<SeriesFindings>> Plan(AblationOptions options, string directory) =>
        StudyPlan.Of(
            directory,
            options.Configuration,
            held => new TrainingExperiment(held, Ablation.Agents(options.Studies)),
            experiment => experiment.ProgressOf("agent", "steps"),
            (experiment, run, cancellation) =>
                (IReadOnlyList<SeriesFindings>)SeriesFindings.Of(options.Studies, experiment.Run(run, cancellation))
        );

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Action<Stream> Write)> Files(
        AblationOptions options,
        IReadOnlyList<SeriesFindings> findings,
        string command
    )
    {
        TrainingSummary[] summaries = SummariesOf(findings);
        List<(string Name, Action<Stream> Write)> files =
        [
            ("runs.csv", stream => RunsTable.Write(stream, summaries)),
            ("summary.csv", stream => TrainingTable.Write(stream, summaries)),
            ("summary.md", stream => AblationPage.Write(stream, options.Configuration, findings, command)),
        ];
        SeriesFindings[] rows = [.. findings.Where(one => one.Study is RowsStudy)];
        if (rows.Length > 0)
        {
            files.AddRange(new AblationFigure(rows).Files(Name));
        }

        foreach (SeriesFindings one in findings)
        {
            if (one.Study == DqnStudies.Steps)
            {
                var steps = DqnStudies.CostSteps.Select(step =>
                {
                    TrainingSummary summary = one.Find(step.Agent);
                    return summary with { Agent = summary.Agent with { Title = step.Title } };
                });
                files.AddRange(new CostFigure([.. steps]).Files("cost"));
            }

            if (one.Study is SensitivityStudy study)
            {
                files.AddRange(new SensitivityFigure(study, one).Files(study.Name));
            }
        }

        return files;
    }

    /// <inheritdoc/>
    public override void Show(AblationOptions options, IReadOnlyList<SeriesFindings> findings, IStudyOutput output)
    {
        foreach (SeriesFindings one in findings)
        {
            output.Line($"");
            output.Line($"{one.Study.Title}");
            output.Show(TrainingColumns.TableOf(one.Summaries));
        }

        output.Line($"{TrainingColumns.NoteOf(SummariesOf(findings))}");
    }

    private static TrainingSummary[] SummariesOf(IEnumerable<SeriesFindings> findings) =>
        [
            .. findings
                .SelectMany(one => one.Summaries)
                .DistinctBy(summary => summary.Group.Agent, StringComparer.Ordinal),
        ];
}
