using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>A study and the results of its agents, each with its title in the study.</summary>
/// <param name="Summaries">What came of each agent, in the order of the study.</param>
internal sealed record SeriesFindings(AblationSeries Study, ImmutableArray<TrainingSummary> Summaries)
{
    /// <summary>Gives each study its agents; one agent may be in several.</summary>
    /// <param name="summaries">What came of all agents.</param>
    public static ImmutableArray<SeriesFindings> Of(
        IEnumerable<AblationSeries> studies,
        IEnumerable<TrainingSummary> summaries
    )
    {
        var found = summaries.ToDictionary(summary => summary.Group.Agent, StringComparer.Ordinal);
        return
        [
            .. studies.Select(study => new SeriesFindings(
                study,
                [.. study.Agents.Select(agent => found[agent.Name] with { Agent = agent })]
            )),
        ];
    }

    /// <summary>What came of an agent.</summary>
    public TrainingSummary Find(string agent) =>
        Summaries.First(summary => string.Equals(summary.Group.Agent, agent, StringComparison.Ordinal));
}
