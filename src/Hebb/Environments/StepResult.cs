namespace Hebb.Environments;

/// <summary>What a step returned beside the observation.</summary>
/// <param name="Reward">The reward of the step.</param>
/// <param name="Terminated">The task ended: the next state has no value.</param>
/// <param name="Truncated">The time limit ended the episode: the next state still has a value.</param>
public readonly record struct StepResult(double Reward, bool Terminated, bool Truncated)
{
    /// <summary>Whether the episode is over, for either reason.</summary>
    public bool EpisodeEnded => Terminated || Truncated;
}
