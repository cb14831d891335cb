using Hebb.Lab.Figures;
using Hebb.Lab.Training;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.Benchmarks;

/// <summary>One panel of the benchmark's figure: what each agent reached in one environment.</summary>
internal static class BenchmarkPanel
{
    /// <summary>Makes the panel.</summary>
    /// <param name="summaries">The agents of this environment; at least one.</param>
    /// <param name="agents">The names of the agents of all panels, a row each from the top.</param>
    public static Plot Create(IReadOnlyList<TrainingSummary> summaries, string[] agents, FamilyColors colors)
    {
        var plot = new Plot();
        var threshold = summaries[0].Environment.SolvedAt;
        if (threshold is { } solvedAt)
        {
            PanelStyle.AddVertical(plot, solvedAt, FigureColors.Note);
        }

        var values = threshold is { } value ? new List<double> { value } : [];
        foreach (TrainingSummary summary in summaries)
        {
            if (summary.Last is { } last)
            {
                var height = agents.Length - 1 - Array.IndexOf(agents, summary.Agent.Name);
                Color color = colors.Of(summary.Agent);
                PanelStyle.AddInterval(plot, last.Mean, last.Interval, height, color);
                values.AddRange([last.Mean, last.Interval?.Low ?? last.Mean, last.Interval?.High ?? last.Mean]);
            }
        }

        SetAxes(plot, values, agents.Length);
        return plot;
    }

    private static void SetAxes(Plot plot, List<double> values, int rows)
    {
        var low = values.Count > 0 ? values.Min() : 0;
        var high = values.Count > 0 ? values.Max() : 1;
        var margin = Math.Max(0.06 * (high - low), 0.5);
        plot.Axes.SetLimits(low >= 0 ? -margin : low - margin, high + margin, -0.5, rows - 0.5);
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        plot.Axes.Bottom.TickGenerator = PanelStyle.Numbers("0.##", 5);
    }
}
