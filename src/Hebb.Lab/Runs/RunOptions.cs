namespace Hebb.Lab.Runs;

/// <summary>How runs are played, which changes nothing of what they come to.</summary>
public sealed record RunOptions
{
    /// <summary>How many runs go at a time; at least 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The time from one checkpoint of a run to the next, at least.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(15);
}
