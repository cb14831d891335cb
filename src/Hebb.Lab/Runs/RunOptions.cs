namespace Hebb.Lab.Runs;

/// <summary>How runs are played, which does not change their results.</summary>
public sealed record RunOptions
{
    /// <summary>How many runs are active at the same time; at least 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The time from one checkpoint of a run to the next, at least.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(15);
}
