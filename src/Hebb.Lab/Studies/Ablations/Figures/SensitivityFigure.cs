using Hebb.Lab.Figures;
using Hebb.Lab.Studies.Ablations.Series;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;
using ScottPlot;

namespace Hebb.Lab.Studies.Ablations.Figures;

/// <summary>
/// The sensitivity of an agent to its settings: small panels, in each of which one setting is varied and all others keep their values. The mean
/// return of the last 100 training episodes as interquartile mean over seeds with its 95 % bootstrap interval, and every seed.
/// </summary>
internal sealed class SensitivityFigure : PanelFigure
{
    private const int MostColumns = 4;
    private const int LeastColumns = 3;

    private static readonly PixelPadding Padding = new(52, 12, 60, 66);

    /// <summary>Prepares the figure.</summary>
    public SensitivityFigure(SensitivityStudy study, SeriesFindings findings)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(findings);
        TrainingSummary first = findings.Summaries[0];
        Title = study.Title;
        Note = FormattableString.Invariant(
            $"Mean return of the last {Criteria.Window} training episodes. {first.Environment.Name}, {first.Group.Steps:N0} steps, {Counted.Text(first.Seeds, "seed")}."
        );
        Legend =
        [
            new("as it is", FigureColors.Threshold, 7),
            new(
                $"changed ({IntervalText.Legend("interquartile mean", findings.Summaries.Select(row => row.Last), "seeds")})",
                FigureColors.Mean,
                7
            ),
            new("a seed", FigureColors.Seed, 5),
            new("solved", FigureColors.Note, 2, Dashed: true),
        ];
        var columns = study.Axes.Length <= 2 * LeastColumns ? LeastColumns : MostColumns;
        var grid = new PanelGrid(study.Axes.Length, columns, width: 400, height: 335, left: 10);
        Panels =
        [
            .. study.Axes.Select(
                (axis, place) =>
                    grid.Panel(place, Padding, () => SensitivityPanel.Create(axis, findings), title: axis.Title)
            ),
        ];
    }
}
