using Hebb.Lab.Figures;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.Chains;

/// <summary>One panel of the figure of causal chains: what they cost over their steps, on a logarithmic axis.</summary>
/// <param name="Value">The number of a finding; null where there is none.</param>
internal sealed record ChainPanel(string Title, Func<ChainFinding, double?> Value, Func<double, string> Tick)
{
    private const float MarkerSize = 13;
    private const float LineWidth = 3;

    /// <summary>The panels, from left to right.</summary>
    public static IReadOnlyList<ChainPanel> All { get; } =
    [
        new("Memory of the chains", finding => finding.HeldBytes, Quantity.OfBytes),
        new("Time an attempt (median)", finding => finding.SecondsPerAttempt, Quantity.OfSeconds),
    ];

    /// <summary>The colour of a form.</summary>
    public static Color ColorOf(ChainForm form) => form.IsListed ? FigureColors.Threshold : FigureColors.Mean;

    /// <summary>The colour of lists that cannot be held.</summary>
    public static Color ComputedColor { get; } = ColorOf(ChainForm.Listed).WithAlpha(0.4);

    /// <summary>Makes the panel.</summary>
    public Plot Create(IReadOnlyList<ChainFinding> findings)
    {
        var plot = new Plot();
        ChainFinding[] shown = [.. findings.Where(finding => Value(finding) is not null)];
        foreach (var ofForm in shown.GroupBy(finding => finding.Form.Name, StringComparer.Ordinal))
        {
            ChainFinding[] course = [.. ofForm];
            var measured = course.Count(finding => finding.IsMeasured);
            Add(plot, course[..measured], isMeasured: true);
            Add(plot, course[Math.Max(0, measured - 1)..], isMeasured: false);
            AddMarks(plot, course);
        }

        SetAxes(plot, findings, shown);
        return plot;
    }

    private void Add(Plot plot, ChainFinding[] course, bool isMeasured)
    {
        if (course.Length > 1)
        {
            PanelStyle.AddLine(
                plot,
                [.. course.Select(finding => (double)finding.Subject.Steps)],
                [.. course.Select(Height)],
                isMeasured ? ColorOf(course[0].Form) : ComputedColor,
                LineWidth
            );
        }
    }

    private void AddMarks(Plot plot, ChainFinding[] course)
    {
        foreach (ChainFinding finding in course)
        {
            (var x, var y, Color color) = (finding.Subject.Steps, Height(finding), ColorOf(finding.Form));
            plot.Add.Marker(x, y, MarkerShape.FilledCircle, MarkerSize, finding.IsMeasured ? color : Colors.White);
            plot.Add.Marker(x, y, MarkerShape.OpenCircle, MarkerSize, color).MarkerLineWidth = LineWidth;
        }
    }

    private void SetAxes(Plot plot, IReadOnlyList<ChainFinding> findings, ChainFinding[] shown)
    {
        double[] heights = [.. shown.Select(Height)];
        (var low, var high) = (Math.Floor(heights.Min()), Math.Ceiling(heights.Max()));
        var steps = findings.Max(finding => finding.Subject.Steps);
        const double Room = 0.3;
        plot.Axes.SetLimits(1 - Room, steps + Room, low - Room, high + Room);
        plot.Axes.Bottom.TickGenerator = new NumericFixedInterval(1);
        double[] powers = [.. Enumerable.Range((int)low, (int)(high - low) + 1).Select(power => (double)power)];
        plot.Axes.Left.TickGenerator = new NumericManual(
            powers,
            Array.ConvertAll(powers, power => Tick(Math.Pow(10, power)))
        );
    }

    private double Height(ChainFinding finding) => Math.Log10(Value(finding)!.Value);
}
