namespace Hebb.Lab.Sweeps;

/// <summary>What is known of one trial of a sweep.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Values">What the sweep sets in it: dotted paths with their values.</param>
/// <param name="Run">The folder of its runs in the store.</param>
/// <param name="Hash">The hash of its configuration.</param>
/// <param name="Status">Its progress.</param>
/// <param name="Rung">How often it was good enough to continue; 0 without halving.</param>
/// <param name="Score">The mean over seeds of the mean return of the last 100 episodes; null where a seed has none yet.</param>
public sealed record TrialRecord(
    int Number,
    JsonObject Values,
    string Run,
    string Hash,
    TrialStatus Status,
    int Rung,
    double? Score
)
{
    /// <summary>Runs in which a parameter became NaN or infinite.</summary>
    public int Diverged { get; init; }

    /// <summary>Why it failed; null where nothing did.</summary>
    public string? Failure { get; init; }
}
