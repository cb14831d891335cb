namespace Hebb.Lab.Runs;

/// <summary>A finished run.</summary>
/// <param name="Record">Its results.</param>
/// <param name="Episodes">Its episodes, in the order in which they ended.</param>
public sealed record TrainedRun(RunRecord Record, ImmutableArray<TrainedEpisode> Episodes)
{
    /// <summary>The names of each episode's diagnostics.</summary>
    public ImmutableArray<string> DiagnosticNames { get; init; } = [];
}
