using Hebb.Agents;
using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;
using ScottPlot;

namespace Hebb.Lab.Studies.Benchmarks;

/// <summary>
/// The benchmark: a panel an environment, a row an agent; the mean return of the last 100 training episodes as interquartile
/// mean over seeds with its 95 % bootstrap interval. Agents and their backprop twins have one hue and lie side by side.
/// </summary>
internal sealed class BenchmarkFigure : PanelFigure
{
    private static readonly PixelPadding Padding = new(12, 62, 40, 44);

    /// <summary>Prepares the figure.</summary>
    /// <param name="summaries">What came of each agent in each environment; at least one.</param>
    public BenchmarkFigure(IReadOnlyList<TrainingSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        TrainingSummary[][] panels =
        [
            .. summaries
                .GroupBy(summary => summary.Environment.Name, StringComparer.Ordinal)
                .Select(rows => rows.ToArray()),
        ];
        AgentEntry[] agents =
        [
            .. Benchmark.Ordered(
                summaries.Select(summary => summary.Agent).DistinctBy(agent => agent.Name, StringComparer.Ordinal)
            ),
        ];
        string[] names = [.. agents.Select(agent => agent.Name)];
        var colors = new FamilyColors(agents);
        Title =
            $"Mean return of the last {Criteria.Window} training episodes ({Counted.Text(summaries[0].Seeds, "seed")})";
        Note =
            $"{IntervalText.Legend("Interquartile mean over seeds", summaries.Select(row => row.Last), "seeds")}; at the right, how many seeds solved it.";
        Legend = [.. colors.Samples(agents, 7), new("solved from here on", FigureColors.Note, 2, Dashed: true)];
        FigurePanel[] block = new RowsGrid(400, [.. panels.Select(_ => 380)]).Block(
            "",
            [.. agents.Select(agent => (agent.Title, FigureColors.Text))],
            [.. panels.Select(rows => (Padding, (Func<Plot>)(() => BenchmarkPanel.Create(rows, names, colors))))]
        );
        Panels =
        [
            .. block.Zip(
                panels,
                (panel, rows) =>
                    panel with
                    {
                        Title = rows[0].Environment.Name,
                        Below = "Mean return",
                        Words = [.. names.Select(name => Solved(rows, name))],
                    }
            ),
        ];
        LeastWidth = 1300;
    }

    private static string Solved(TrainingSummary[] rows, string agent) =>
        Array.Find(rows, row => string.Equals(row.Agent.Name, agent, StringComparison.Ordinal)) is { } row
            ? $"{row.Solved}/{row.Seeds}"
            : "";
}
