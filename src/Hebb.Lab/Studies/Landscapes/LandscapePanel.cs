using Hebb.Lab.Figures;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>One panel of the figure of a landscape check: something measured over the largest gamma sigma^2.</summary>
/// <param name="Value">The number of a finding; what is not a number is left out.</param>
/// <param name="IsLogarithmic">Whether its axis is logarithmic.</param>
internal sealed record LandscapePanel(string Title, Func<LandscapeFinding, double> Value, bool IsLogarithmic)
{
    // Below this a residual is that of rounding.
    private const double Least = 1e-7;
    private const float MarkerSize = 11;

    // Okabe and Ito's set, told apart by every kind of sight.
    private static readonly Color[] Colors =
    [
        FigureColors.Mean,
        FigureColors.Threshold,
        Color.FromHex("#009E73"),
        Color.FromHex("#CC79A7"),
    ];

    /// <summary>The panels, from left to right.</summary>
    public static IReadOnlyList<LandscapePanel> All { get; } =
    [
        new("Equilibria of an input", finding => finding.Landscape.Equilibria.MeanCount, IsLogarithmic: false),
        new("Residual after the free phase", finding => finding.Landscape.Residual, IsLogarithmic: true),
        new(
            "Angle of the gradient to the exact one, degrees",
            finding => finding.Landscape.Gradient.IsExact ? finding.Landscape.Gradient.Agreement.Degrees : double.NaN,
            IsLogarithmic: false
        ),
    ];

    /// <summary>The colour of a depth.</summary>
    /// <param name="depth">The hidden layers; at least 1.</param>
    public static Color ColorOf(int depth) => Colors[(depth - 1) % Colors.Length];

    /// <summary>Makes the panel.</summary>
    public Plot Create(IReadOnlyList<LandscapeFinding> findings)
    {
        var plot = new Plot();
        LandscapeFinding[] shown =
        [
            .. findings.Where(finding =>
                double.IsFinite(Value(finding))
                && double.IsFinite(finding.Landscape.LargestFeedback)
                && finding.Landscape.LargestFeedback > 0
            ),
        ];
        PanelStyle.AddVertical(plot, 0, FigureColors.Note);
        foreach (var group in shown.GroupBy(finding => (finding.Case.Depth, IsOpen: finding.Steps == 0)))
        {
            double[] xs = [.. group.Select(finding => Math.Log10(finding.Landscape.LargestFeedback))];
            double[] ys = [.. group.Select(finding => Height(Value(finding)))];
            Scatter marks = plot.Add.ScatterPoints(xs, ys, ColorOf(group.Key.Depth));
            marks.MarkerSize = MarkerSize;
            marks.MarkerShape = group.Key.IsOpen ? MarkerShape.OpenCircle : MarkerShape.FilledCircle;
            marks.MarkerLineWidth = 2;
        }

        SetAxes(plot, shown);
        return plot;
    }

    private void SetAxes(Plot plot, LandscapeFinding[] shown)
    {
        double[] feedback = [.. shown.Select(finding => finding.Landscape.LargestFeedback), 0.3, 3];
        double[] heights = [.. shown.Select(finding => Height(Value(finding))), IsLogarithmic ? 0 : 1];
        var room = 0.06 * (heights.Max() - Math.Min(0, heights.Min()) + 0.1);
        plot.Axes.SetLimits(
            Math.Log10(feedback.Min()) - 0.1,
            Math.Log10(feedback.Max()) + 0.1,
            IsLogarithmic ? heights.Min() - room : -room,
            heights.Max() + room
        );
        plot.Axes.Bottom.TickGenerator = Powers(feedback.Min(), feedback.Max());
        if (IsLogarithmic)
        {
            plot.Axes.Left.TickGenerator = Powers(Math.Pow(10, heights.Min()), Math.Pow(10, heights.Max()));
        }
    }

    private double Height(double value) => IsLogarithmic ? Math.Log10(Math.Max(value, Least)) : value;

    private static NumericManual Powers(double lowest, double highest) =>
        LogarithmicTicks.Powers(Math.Floor(Math.Log10(lowest)), Math.Ceiling(Math.Log10(highest)));
}
