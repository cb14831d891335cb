using Hebb.Lab.Curves;
using Hebb.Lab.Figures;
using Hebb.Lab.Studies.OpenLock.Trials;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>How agents learn rooms: attempts of a trial by iteration, a panel for each condition, a colour for each agent.</summary>
internal sealed class RoomLearningFigure : PanelFigure
{
    /// <summary>Prepares the figure.</summary>
    public RoomLearningFigure(IReadOnlyList<RoomSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        RoomCondition[] conditions = [.. summaries.Select(row => row.Group.Condition).Distinct()];
        RoomLearner[] learners = [.. RoomColumns.LearnersOf(summaries)];
        Title = "OpenLock: attempts of a trial while agents learn";
        Note =
            $"{IntervalText.Legend($"Interquartile mean over {Counted.Text(summaries.Max(row => row.Runs.Length), "seed")} of an iteration over all rooms", summaries.Select(row => (Estimate?)row.End), "seeds")}. At most 700 attempts a trial.";
        Legend =
        [
            .. learners.Select((learner, place) => new LegendSample(learner.Name, ConfigurationColors.Of(place), 4)),
            new("fewest possible", FigureColors.Note, 2, Dashed: true),
            new("best published agents, untrained, about", FigureColors.Threshold, 2, Dashed: true),
        ];
        var grid = PanelGrid.Of(conditions.Length, height: 360);
        Panels =
        [
            .. conditions.Select(
                (condition, place) =>
                    grid.Panel(
                        place,
                        PanelGrid.Padding,
                        () =>
                            RoomLearningPanel.Create(
                                [.. summaries.Where(row => row.Group.Condition == condition)],
                                learners
                            ),
                        below: "iteration",
                        beside: "attempts of a trial",
                        title: condition.Training is null
                            ? $"{condition.Test}, untrained"
                            : $"{condition.Test} after training in {condition.Training}"
                    )
            ),
        ];
    }
}
