using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>
/// The report's Figure 4 over seeds: a panel for each of its methods, in which the rule as published, as coded, made to work and its
/// backprop twin are shown; the return of an episode over episodes, the interquartile mean with its 95 % bootstrap band before the
/// single seeds. The axes are the report's own.
/// </summary>
public sealed class LearningCurveFigure : PanelFigure
{
    private const int DataHeight = 290;
    private const int TitleRoom = 34;

    /// <summary>Prepares the curves.</summary>
    public LearningCurveFigure(Figure4Options configuration, Figure4Findings findings)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(findings);
        IReadOnlyList<Figure4Panel> panels = Figure4Panel.Of(findings);
        var seeds = configuration.Seeds.Count;
        Title = $"CartPole-v0: do the report's learning rules work? ({Counted.Text(seeds, "seed")} each)";
        Note =
            $"Return of an episode while learning (mean of the last {LearningCurve.Smoothing} episodes), 200 at most. "
            + $"Solved: a mean of {Criteria.SolvedAt} over {Criteria.Window} episodes; the episode of it is the median of the seeds that solved.";
        Legend = [.. LegendOf(panels, seeds, findings.Summaries.Any(row => row.Method.IsReference))];
        var keys = panels.Max(panel => panel.Key.Count) * FigurePanel.KeyLine;
        PixelPadding padding = PanelGrid.Padding;
        padding = new(padding.Left, padding.Right, padding.Bottom, TitleRoom + keys + 12);
        var grid = PanelGrid.Of(panels.Count, (int)(padding.Top + DataHeight + padding.Bottom));
        Panels =
        [
            .. panels.Select(
                (panel, place) =>
                    grid.Panel(
                        place,
                        padding,
                        () => panel.Create(grid.IsLowest(place), grid.IsLeftmost(place)),
                        below: "Episode",
                        beside: "Return of an episode",
                        title: panel.Title
                    ) with
                    {
                        Key = panel.Key,
                    }
            ),
        ];
    }

    /// <inheritdoc/>
    private protected override void DrawMore(SKCanvas canvas, FigureText text, FigurePanel panel)
    {
        // The panel's axis has room above the longest episode.
        var place = new Pixel(panel.Data.Right - 6, panel.Data.Top + 4);
        text.Write(
            $"solved: {Criteria.SolvedAt}",
            place,
            Alignment.UpperRight,
            15,
            RoleStyle.Threshold.Color
        );
    }

    private static IEnumerable<LegendSample> LegendOf(
        IReadOnlyList<Figure4Panel> panels,
        int seeds,
        bool hasReference
    )
    {
        if (seeds > 1)
        {
            yield return new("interquartile mean over seeds", FigureColors.Note, 3.5f);
            if (seeds >= Criteria.LeastForInterval)
            {
                yield return new("its 95 % bootstrap interval", FigureColors.Note.WithAlpha(0.2), 18);
            }

            yield return new(
                seeds > CurveBand.MostSeeds ? $"one seed (the first {CurveBand.MostSeeds})" : "one seed",
                FigureColors.Note.WithAlpha(0.35),
                1
            );
        }

        if (hasReference)
        {
            yield return LegendSample.Of("random policy", RoleStyle.Reference);
        }

        if (panels.Any(panel => panel.HasEnds))
        {
            yield return new("the first seed has used up its steps", FigureColors.Note, 1) { IsDot = true };
        }

        if (panels.Any(panel => panel.HasDiverged))
        {
            yield return LegendSample.Diverged;
        }
    }
}
