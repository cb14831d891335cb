using Hebb.Lab.Figures;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Ablations;

/// <summary>The tables and the figures of a finished ablation.</summary>
public static class AblationResults
{
    /// <summary>Writes them, each whole or not at all.</summary>
    /// <param name="directory">Where to.</param>
    /// <param name="findings">What came of each study.</param>
    /// <param name="command">The command line that makes these results.</param>
    /// <param name="cancellation">Asked before each file.</param>
    /// <returns>The names of the files.</returns>
    /// <exception cref="OperationCanceledException">The writing was cancelled between two files.</exception>
    public static IReadOnlyList<string> Write(
        TrainingDirectory directory,
        IReadOnlyList<StudyFindings> findings,
        string command,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(findings);
        TrainingSummary[] summaries =
        [
            .. findings
                .SelectMany(one => one.Summaries)
                .DistinctBy(summary => summary.Group.Agent, StringComparer.Ordinal),
        ];
        List<(string Name, Action<Stream> Write)> files =
        [
            ("runs.csv", stream => RunsTable.Write(stream, summaries)),
            ("summary.csv", stream => TrainingTable.Write(stream, summaries)),
            ("summary.md", stream => AblationPage.Write(stream, directory.Configuration, findings, command)),
        ];
        StudyFindings[] rows = [.. findings.Where(one => one.Study is RowsStudy)];
        if (rows.Length > 0)
        {
            files.AddRange(Pictures(Ablation.Name, new AblationFigure(rows)));
        }

        foreach (StudyFindings one in findings)
        {
            if (one.Study == DqnStudies.Steps)
            {
                var steps = DqnStudies.CostSteps.Select(step =>
                {
                    TrainingSummary summary = one.Find(step.Agent);
                    return summary with { Agent = summary.Agent with { Title = step.Title } };
                });
                files.AddRange(Pictures("cost", new CostFigure([.. steps])));
            }

            if (one.Study is SensitivityStudy study)
            {
                files.AddRange(Pictures(study.Name, new SensitivityFigure(study, one)));
            }
        }

        directory.WriteFiles(files, cancellation);
        return [.. files.Select(file => file.Name)];
    }

    private static IEnumerable<(string Name, Action<Stream> Write)> Pictures(string name, Figure figure) =>
        [($"{name}.png", figure.WritePng), ($"{name}.svg", figure.WriteSvg)];
}
