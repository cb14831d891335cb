using System.Text;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Configurations;
using Hebb.Lab.Curves;
using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using static System.FormattableString;

namespace Hebb.Lab.Supervised;

/// <summary>What supervised training has come to from several seeds: tables, a page and a figure.</summary>
/// <param name="Plan">What was trained.</param>
/// <param name="Runs">The finished runs, one a seed.</param>
public sealed record SupervisedResults(SupervisedPlan Plan, SeedSet Seeds, ImmutableArray<CataloguedRun> Runs)
{
    private static readonly Columns<RunRecord> Written = ColumnsOf('_', cost: null, part: null, seconds: null);

    /// <summary>What is shown of a run, the seed first.</summary>
    public static Columns<RunRecord> Columns { get; } = ColumnsOf(' ', cost: "G4", part: "0.00 %", seconds: "0.0");

    /// <summary>The test accuracy over seeds, as one line; empty where no run has one.</summary>
    public string Summary
    {
        get
        {
            double[] accuracies = [.. Runs.Select(run => 100 * run.Record.Supervised?.TestAccuracy).OfType<double>()];
            return accuracies.Length == 0
                ? ""
                : Invariant(
                        $"Test accuracy after the last epoch, in %: interquartile mean over seeds {Estimate.Of(accuracies):0.00}. {IntervalText.Missing([Estimate.Of(accuracies)], "seeds")}"
                    )
                    .TrimEnd();
        }
    }

    /// <summary>The files: their names and what writes them.</summary>
    /// <param name="command">The command line that makes these results.</param>
    public IReadOnlyList<(string Name, Action<Stream> Write)> Files(string command)
    {
        List<(string Name, Action<Stream> Write)> files =
        [
            ("runs.csv", stream => Written.WriteCommaSeparated(stream, Runs.Select(run => run.Record))),
            ("summary.md", stream => WritePage(stream, command)),
        ];
        if (Runs.Any(run => run.Record.Supervised?.TestAccuracy is not null))
        {
            var figure = new RunCurvesFigure(
                RunCurves.Read(Runs, CurveAxis.Find("episodes"), name: null, smooth: null)
            );
            files.AddRange([(SupervisedFiles.PngName, figure.WritePng), (SupervisedFiles.SvgName, figure.WriteSvg)]);
        }

        return files;
    }

    private static Columns<RunRecord> ColumnsOf(char space, string? cost, string? part, string? seconds) =>
        new()
        {
            { "seed", run => run.Seed },
            { "epochs", run => run.Supervised!.EpochsDone },
            { $"training{space}cost", run => run.Supervised!.TrainingCost, cost },
            { $"training{space}accuracy", run => run.Supervised!.TrainingAccuracy, part },
            { $"test{space}cost", run => run.Supervised!.TestCost, cost },
            { $"test{space}accuracy", run => run.Supervised!.TestAccuracy, part },
            { $"best{space}test{space}accuracy", run => run.Supervised!.BestTestAccuracy, part },
            { $"best{space}epoch", run => run.Supervised!.BestEpoch },
            { "seconds", run => run.Seconds, seconds },
            { $"diverged{space}in{space}epoch", run => run.Supervised!.DivergedInEpoch },
        };

    private void WritePage(Stream stream, string command)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"# {Plan.Environment}, {Plan.LayerText}, {Plan.Settings.Estimator.Name}\n\n{Plan.SettingsText(seed: null)}; {Counted.Text(Plan.Settings.Epochs, "epoch")}, seeds {Seeds}. Made by\n\n    {command}\n\n"
        );
        page.Append("![Test accuracy over epochs](learning-curve.png)\n\n");
        Columns.AppendMarkdown(page, Runs.Select(run => run.Record));
        page.Append(
            CultureInfo.InvariantCulture,
            $"\n{Summary} {Brackets}Each run's epochs are in `epochs.csv` of its folder, its weights in `weights.safetensors`.\n"
        );
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private string Brackets =>
        Summary.Contains('[', StringComparison.Ordinal) ? "In brackets the 95 % percentile bootstrap interval. " : "";
}
