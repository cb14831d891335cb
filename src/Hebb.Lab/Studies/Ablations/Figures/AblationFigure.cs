using Hebb.Lab.Figures;
using Hebb.Lab.Studies.Ablations.Series;
using Hebb.Lab.Studies.Benchmarks;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;
using ScottPlot;

namespace Hebb.Lab.Studies.Ablations.Figures;

/// <summary>
/// An ablation: a panel a study, a row an agent; the mean return of the last 100 training episodes as interquartile mean over seeds with its 95 %
/// bootstrap interval, and every seed. Ladders stand at the left, what is one agent with one thing changed at the right.
/// </summary>
internal sealed class AblationFigure : PanelFigure
{
    private static readonly PixelPadding Padding = new(10, 80, 44, 44);

    /// <summary>Prepares the figure.</summary>
    /// <param name="findings">The studies that are shown as rows, and what came of them; at least one.</param>
    public AblationFigure(IReadOnlyList<SeriesFindings> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        TrainingSummary first = findings[0].Summaries[0];
        Title = $"Mean return of the last {Criteria.Window} training episodes";
        Note = FormattableString.Invariant(
            $"{first.Environment.Name}, {first.Group.Steps:N0} steps, {Counted.Text(first.Seeds, "seed")}. At the right: how many seeds solved it."
        );
        Legend =
        [
            new(
                IntervalText.Legend(
                    "interquartile mean",
                    findings.SelectMany(one => one.Summaries).Select(row => row.Last),
                    "seeds"
                ),
                FigureColors.Mean,
                7
            ),
            new("by backprop", FamilyColors.Twin, 7),
            new("a seed", FigureColors.Seed, 5),
            new("solved", FigureColors.Note, 2, Dashed: true),
        ];
        var grid = new RowsGrid(440, 440);
        Panels = [.. Columns(findings).SelectMany((column, place) => column.Select(one => Panel(grid, one, place)))];
    }

    private static FigurePanel Panel(RowsGrid grid, SeriesFindings findings, int column)
    {
        var summaries = findings.Summaries;
        FigurePanel panel = grid.Block(
            findings.Study.Title,
            [.. summaries.Select(summary => (summary.Agent.Title, FigureColors.Text))],
            [(Padding, () => AblationPanel.Create(summaries, row => ColorOf(summaries[row])))],
            column
        )[0];
        return panel with { Words = [.. summaries.Select(summary => $"{summary.Solved}/{summary.Seeds}")] };
    }

    // Ladders at the left, what is no ladder at the right, as long as that column is not by far the longer one.
    private static List<SeriesFindings>[] Columns(IReadOnlyList<SeriesFindings> findings)
    {
        List<SeriesFindings> left = [.. findings.Where(IsLadder)];
        List<SeriesFindings> right = [.. findings.Where(one => !IsLadder(one))];
        while (right.Count > 0 && Rows(left) + right[^1].Summaries.Length < Rows(right))
        {
            left.Add(right[^1]);
            right.RemoveAt(right.Count - 1);
        }

        return [.. new[] { left, right }.Where(column => column.Count > 0)];
    }

    private static int Rows(List<SeriesFindings> column) => column.Sum(one => one.Summaries.Length);

    private static bool IsLadder(SeriesFindings findings) => findings.Study is RowsStudy { IsLadder: true };

    private static Color ColorOf(TrainingSummary summary) =>
        summary.Agent.Title.Contains("backprop", StringComparison.Ordinal) ? FamilyColors.Twin : FigureColors.Mean;
}
