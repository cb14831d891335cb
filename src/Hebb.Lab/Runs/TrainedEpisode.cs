using Hebb.Lab.Logs;

namespace Hebb.Lab.Runs;

/// <summary>An episode of training: a row of <c>episodes.csv</c>.</summary>
/// <param name="Return">The sum of its rewards.</param>
/// <param name="Length">Its steps.</param>
/// <param name="Seconds">The seconds from the start of the run to its end.</param>
/// <param name="EnvironmentSteps">The steps of all the run's environments together when it ended.</param>
public sealed record TrainedEpisode(double Return, int Length, double Seconds, long EnvironmentSteps)
{
    /// <summary>The agent's diagnostics since the previous episode; NaN if there is none.</summary>
    public ImmutableArray<double> Diagnostics { get; init; } = [];

    /// <summary>The episodes of a table.</summary>
    internal static ImmutableArray<TrainedEpisode> AllOf(EpisodeTable table)
    {
        ImmutableArray<double>[] diagnostics = [.. table.DiagnosticNames.Select(table.Column)];
        return
        [
            .. Enumerable
                .Range(0, table.Count)
                .Select(row => new TrainedEpisode(
                    table.Returns[row],
                    (int)table.Lengths[row],
                    table.Seconds[row],
                    (long)table.EnvironmentSteps[row]
                )
                {
                    Diagnostics = [.. diagnostics.Select(column => column[row])],
                }),
        ];
    }
}
