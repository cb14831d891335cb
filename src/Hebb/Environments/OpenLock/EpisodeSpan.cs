namespace Hebb.Environments.OpenLock;

/// <summary>What an episode is.</summary>
public enum EpisodeSpan
{
    /// <summary>One attempt, as upstream has it: it terminates with the attempt's last action.</summary>
    Attempt,

    /// <summary>
    /// A whole trial, for agents with a memory: it terminates when all solutions are found, and is truncated when no attempt is
    /// left. Between two attempts the room is reset, and the observation then shows the reset room: the effect of an attempt's last
    /// action shows in its reward alone.
    /// </summary>
    Trial,
}
