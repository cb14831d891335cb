using System.Collections.Immutable;
using Hebb.Agents;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>A study that is shown as small panels: in each one number of an agent is varied, all others as they are.</summary>
/// <param name="Name">The name on the command line and in files.</param>
/// <param name="Title">The title in tables and pictures.</param>
/// <param name="Axes">The panels.</param>
public sealed record SensitivityStudy(string Name, string Title, ImmutableArray<SensitivityAxis> Axes)
    : AblationSeries(Name, Title)
{
    /// <inheritdoc/>
    public override ImmutableArray<AgentEntry> Agents =>
        [
            .. Axes.SelectMany(axis => axis.Points)
                .Select(point => point.Agent)
                .DistinctBy(agent => agent.Name, StringComparer.Ordinal),
        ];
}
