using Hebb.Lab.Curves;
using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using ScottPlot;

namespace Hebb.Lab.Studies.Rooms;

/// <summary>Attempts of a trial in tests by the rooms of training: a panel for each test, a curve for each learner.</summary>
internal sealed class ExperienceFigure : PanelFigure
{
    /// <summary>Prepares the figure.</summary>
    /// <param name="findings">Of trainings that end after random rooms; at least one.</param>
    public ExperienceFigure(IReadOnlyList<RoomsFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        RoomPlayer[] learners = [.. findings.Select(row => row.Group.Learner).Distinct()];
        string[] tests = [.. findings.Select(row => row.Test.Name).Distinct(StringComparer.Ordinal)];
        Title = "OpenLock: attempts in official rooms of four levers, by the random rooms of three levers before";
        Note =
            $"{IntervalText.Legend("Interquartile mean over seeds", findings.Select(row => (Estimate?)row.Mean), "seeds")}. At most {RoomTest.AttemptLimit} attempts a trial; learners that do not learn from room to room are shown once.";
        Legend =
        [
            .. learners.Select((learner, place) => new LegendSample(learner.Name, ConfigurationColors.Of(place), 4)),
        ];
        var grid = PanelGrid.Of(Math.Max(2, tests.Length), height: 380);
        Panels =
        [
            .. tests.Select(
                (test, place) =>
                    grid.Panel(
                        place,
                        PanelGrid.Padding,
                        () => Panel([.. findings.Where(row => row.Test.Name == test)], learners),
                        below: "rooms of training",
                        beside: "attempts of a trial",
                        title: test
                    )
            ),
        ];
    }

    private static Plot Panel(RoomsFinding[] findings, RoomPlayer[] learners)
    {
        var plot = new Plot();
        foreach ((var place, RoomPlayer learner) in learners.Index())
        {
            RoomsFinding[] own = [.. findings.Where(row => row.Group.Learner == learner).OrderBy(Rooms)];
            PanelStyle.AddEstimates(
                plot,
                [.. own.Select(row => Math.Log10(Rooms(row)))],
                [.. own.Select(row => row.Mean)],
                ConfigurationColors.Of(place)
            );
        }

        double[] all = [.. findings.Select(Rooms).Distinct()];
        plot.Axes.SetLimits(
            Math.Log10(all.Min()) - 0.06,
            Math.Log10(all.Max()) + 0.06,
            0,
            RoomTest.AttemptLimit * 1.05
        );
        plot.Axes.Bottom.TickGenerator = LogarithmicTicks.Generator(all);
        plot.Axes.Left.TickGenerator = PanelStyle.Numbers("0.##", 6);
        return plot;
    }

    private static double Rooms(RoomsFinding row) => row.Group.Training.Rooms!.Value;
}
