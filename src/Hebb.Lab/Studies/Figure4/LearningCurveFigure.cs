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
        Title = $"CartPole-v0: do the report's learning rules work? ({Counted.Text(seeds, "seed")} of each)";
        Note =
            $"How long the pole is balanced while each rule learns (mean of the last {LearningCurve.Smoothing} episodes; an episode is cut at 200 steps). "
            + $"Solved: a mean of {Criteria.SolvedAt} over {Criteria.Window} episodes, with the median episode at which the seeds reached it.";
        Legend = [.. LegendOf(panels, configuration, findings.Summaries.Any(row => row.Method.IsReference))];
        var keyRoom = panels.Max(panel => panel.Key.Count);
        PixelPadding padding = PanelGrid.Padding;
        padding = new(padding.Left, padding.Right, padding.Bottom, TitleRoom + (keyRoom * FigurePanel.KeyLine) + 12);
        var grid = PanelGrid.Of(panels.Count, (int)(padding.Top + DataHeight + padding.Bottom));
        Panels =
        [
            .. panels.Select(
                (panel, place) =>
                    grid.Panel(
                        place,
                        padding,
                        () => panel.Create(grid.IsLeftmost(place)),
                        below: "Episode",
                        beside: "Return (steps balanced)",
                        title: panel.Title
                    ) with
                    {
                        Key = panel.Key,
                        KeyRoom = keyRoom,
                    }
            ),
        ];
    }

    /// <inheritdoc/>
    private protected override void DrawMore(SKCanvas canvas, FigureText text, FigurePanel panel)
    {
        // The panel's axis has room above the longest episode.
        var place = new Pixel(panel.Data.Right - 6, panel.Data.Top + 4);
        text.Write($"solved: {Criteria.SolvedAt}", place, Alignment.UpperRight, 15, RoleStyle.Threshold.Color);
    }

    private static IEnumerable<LegendSample> LegendOf(
        IReadOnlyList<Figure4Panel> panels,
        Figure4Options configuration,
        bool hasReference
    )
    {
        var seeds = configuration.Seeds.Count;
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
            yield return new("training ends: the first seed has used up its environment steps", FigureColors.Note, 1)
            {
                IsDot = true,
            };
        }

        if (panels.Any(panel => panel.HasDiverged))
        {
            yield return LegendSample.Diverged;
        }
    }
}
