using Hebb.Lab.Figures;
using Hebb.Lab.Tables;
using ScottPlot;

namespace Hebb.Lab.Studies.Chains;

/// <summary>The explosion of causal chains: memory and time of a learner over the steps of its chains, listed and factored.</summary>
internal sealed class ChainFigure : PanelFigure
{
    private static readonly PixelPadding Padding = new(100, 20, 60, 40);

    /// <summary>Prepares the figure.</summary>
    /// <param name="findings">What was found; rows of levers are shown.</param>
    public ChainFigure(ChainsOptions options, IReadOnlyList<ChainFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        ChainFinding[] rows = [.. findings.Where(finding => finding.Subject.IsRow)];
        Title = "A causal learner's chains: as a list, and factored";
        Note = NoteOf(options, rows);
        Legend = [.. Samples(rows)];
        var grid = PanelGrid.Of(ChainPanel.All.Count, height: 520);
        Panels =
        [
            .. ChainPanel.All.Select(
                (panel, place) =>
                    grid.Panel(place, Padding, () => panel.Create(rows), "Steps of a chain", title: panel.Title)
            ),
        ];
    }

    private static IEnumerable<LegendSample> Samples(ChainFinding[] rows)
    {
        const float Thick = 5;
        yield return new("listed, measured (full marks)", ChainPanel.ColorOf(ChainForm.Listed), Thick);
        if (rows.Any(finding => !finding.IsMeasured))
        {
            yield return new("listed, would need (open marks)", ChainPanel.ComputedColor, Thick);
        }

        yield return new("factored, measured", ChainPanel.ColorOf(ChainForm.Factored), Thick);
    }

    private static string NoteOf(ChainsOptions options, IReadOnlyList<ChainFinding> rows)
    {
        var space = options.Subjects[0].Space;
        ChainAgreement agreement = ChainAgreement.Of(rows);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Rows of levers: each unlocks the next, and the last one the door. With {space.Positions} positions and {space.Colours} colours a step has {space.Relations} relations, so that there are {space.Relations}, {space.Relations}^2, {space.Relations}^3, ... chains. {Counted.Text(options.Seeds.Count, "row")} of each number of steps; listed or factored, {agreement.Same:N0} of {agreement.Actions:N0} actions are the same."
        );
    }
}
