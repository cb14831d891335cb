using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>One panel of the figure: the methods of one row of ideas, from the published rule to the backprop twin.</summary>
internal sealed class Figure4Panel
{
    private const double HighestReturn = 200;
    private const double RoomAbove = 24;

    private readonly ImmutableArray<Line> _lines;
    private readonly CurveBand? _reference;
    private readonly double _episodes;

    private Figure4Panel(string title, ImmutableArray<Line> lines, CurveBand? reference, double episodes)
    {
        Title = title;
        _lines = lines;
        _reference = reference;
        _episodes = episodes;
    }

    /// <summary>The method of the report that it is about.</summary>
    public string Title { get; }

    /// <summary>Its legend: a line for each curve, with how many seeds solved the task.</summary>
    public IReadOnlyList<(LegendSample Sample, string Outcome, bool IsBold)> Key =>
        [.. _lines.Select(line => (LegendSample.Of(line.Text, line.Style), line.Outcome, line.IsWorking))];

    /// <summary>Whether a run of it diverged.</summary>
    public bool HasDiverged => _lines.Any(line => !line.Curve.Crosses.IsEmpty);

    /// <summary>Whether a curve of it ends before the others.</summary>
    public bool HasEnds => _lines.Any(line => line.End < line.Curve.Places.Length - 1);

    /// <summary>The panels of the figure; where no method has one, a panel of the reference alone.</summary>
    public static IReadOnlyList<Figure4Panel> Of(Figure4Findings findings)
    {
        var episodes = findings.Runs.Max(runs => runs.Max(run => run.Returns.Length));
        var places = LearningCurve.Places(episodes);
        Dictionary<string, CurveBand> curves = findings
            .Runs.Zip(findings.Summaries)
            .ToDictionary(
                pair => pair.Second.Method.Name,
                pair => LearningCurve.Of(pair.First, places),
                StringComparer.Ordinal
            );
        CurveBand? reference = findings.Summaries.FirstOrDefault(row => row.Method.IsReference) is { } floor
            ? curves[floor.Method.Name]
            : null;
        Figure4Panel[] panels =
        [
            .. findings
                .Rows.Where(row => row.Place is not null)
                .GroupBy(row => row.Panel, StringComparer.Ordinal)
                .Select(rows => new Figure4Panel(rows.Key, Lines([.. rows], curves), reference, episodes)),
        ];
        return panels.Length > 0 ? panels : [new Figure4Panel("Random policy", [], reference, episodes)];
    }

    /// <summary>Makes its plot, on the axes that all panels share.</summary>
    /// <param name="labelsAtLeft">Whether the returns are written beside it.</param>
    public Plot Create(bool labelsAtLeft)
    {
        var plot = new Plot();
        foreach (Line line in _lines)
        {
            // One alone is the mean.
            foreach (var seed in line.Curve.Seeds.Length > 1 ? line.Curve.Seeds : [])
            {
                PanelStyle.AddLine(plot, line.Curve.Places, seed, line.Style.Color.WithAlpha(0.16), 1);
            }
        }

        CurveStyle threshold = RoleStyle.Threshold;
        double[] across = [0, Math.Max(_episodes, 1)];
        PanelStyle.AddCurve(plot, across, [Criteria.SolvedAt, Criteria.SolvedAt], threshold);
        if (_reference is { } reference)
        {
            PanelStyle.AddCurve(plot, reference.Places, reference.Mean, RoleStyle.Reference);
        }

        foreach (Line line in _lines.OrderBy(line => line.Height))
        {
            Draw(plot, line);
        }

        SetAxes(plot, labelsAtLeft);
        return plot;
    }

    private static ImmutableArray<Line> Lines(SummaryRow[] rows, Dictionary<string, CurveBand> curves) =>
        [
            .. rows.Select(
                (row, place) =>
                    new Line(
                        row,
                        curves[row.Name],
                        RoleStyle.Of(row.Place!.Role, rows[..place].Count(other => other.Place!.Role == row.Place.Role))
                    )
            ),
        ];

    private static void Draw(Plot plot, Line line)
    {
        CurveBand curve = line.Curve;
        if (curve.HasBand)
        {
            PanelStyle.AddBand(plot, curve.Places, curve.Low, curve.High, line.Style.Color.WithAlpha(0.2));
        }

        PanelStyle.AddCurve(plot, curve.Places, curve.Mean, line.Style);
        if (line.End >= 0 && line.End < curve.Places.Length - 1)
        {
            PanelStyle.AddDot(plot, curve.Places[line.End], curve.Mean[line.End], line.Style.Color);
        }

        foreach (var cross in curve.Crosses)
        {
            PanelStyle.AddCross(plot, cross.Place, cross.Value, line.Style.Color);
        }
    }

    private void SetAxes(Plot plot, bool labelsAtLeft)
    {
        plot.Axes.SetLimits(0, Math.Max(_episodes, 1), 0, HighestReturn + RoomAbove);
        plot.Axes.Left.TickGenerator = new NumericFixedInterval(50);
        if (_episodes < 8)
        {
            // There are no fractions of an episode.
            plot.Axes.Bottom.TickGenerator = new NumericFixedInterval(1);
        }

        plot.Axes.Left.TickLabelStyle.IsVisible = labelsAtLeft;
    }

    private sealed record Line(SummaryRow Row, CurveBand Curve, CurveStyle Style)
    {
        public bool IsWorking => Row.Place!.Role is MethodRole.Working;

        // What the report has is known by its role here.
        public string Text => Row.Summary.Method.Report is null ? $"{Row.Role}: {Row.Name}" : Row.Role;

        // The repaired rule lies before all others, and its twin, which is thinner, before that.
        public int Height =>
            Row.Place!.Role switch
            {
                MethodRole.Working => 1,
                MethodRole.Twin => 2,
                _ => 0,
            };

        /// <summary>The last place at which the mean is known.</summary>
        public int End => Array.FindLastIndex(Curve.Mean, double.IsFinite);

        public string Outcome
        {
            get
            {
                MethodSummary summary = Row.Summary;
                var outcome = $"{summary.Solved} of {Counted.Text(summary.Seeds, "seed")} solved";
                return summary.MedianEpisodeSolved is { } episode
                    ? string.Create(CultureInfo.InvariantCulture, $"{outcome}, at episode {episode:0.#}")
                    : outcome;
            }
        }
    }
}
