using Hebb.Lab.Runs;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>What one run of one method did: everything that tables and figures are made of.</summary>
/// <param name="DivergedAtEpisode">
/// The first episode, from 1, after which a parameter was NaN or infinite; null when all stayed finite.
/// </param>
/// <param name="Seconds">The wall time of the run, on one core.</param>
/// <param name="Returns">The total reward of each episode.</param>
/// <param name="Lengths">The environment steps of each episode.</param>
public sealed record MethodRun(
    string Method,
    ulong Seed,
    int? DivergedAtEpisode,
    double Seconds,
    ImmutableArray<double> Returns,
    ImmutableArray<int> Lengths
)
{
    /// <summary>
    /// The part of the phases that used up their steps before the network had settled; null for a method that does
    /// not settle to a tolerance.
    /// </summary>
    public double? UnsettledPhases { get; init; }

    /// <summary>The environment steps of all episodes.</summary>
    public long EnvironmentSteps => Lengths.Sum(length => (long)length);

    /// <summary>What a finished run of a method did.</summary>
    public static MethodRun Of(string method, TrainedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        RunRecord record = run.Record;
        var diverged = record.DivergedAt is { } steps
            ? run.Episodes.TakeWhile(episode => episode.EnvironmentSteps < steps).Count() + 1
            : (int?)null;
        return new MethodRun(
            method,
            record.Seed,
            diverged,
            record.Seconds,
            [.. run.Episodes.Select(episode => episode.Return)],
            [.. run.Episodes.Select(episode => episode.Length)]
        )
        {
            UnsettledPhases = record.UnsettledPhases,
        };
    }
}
