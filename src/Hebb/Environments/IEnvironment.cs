using Hebb.Environments.Scenes;
using Hebb.Snapshots;

namespace Hebb.Environments;

/// <summary>
/// The step/reset contract of the field (Gymnasium's, without the dictionary): observations are written into the
/// caller's span, nothing is allocated by a step, and the end of an episode says whether the task ended
/// (terminated) or only the time did (truncated).
/// </summary>
/// <remarks>
/// The state is held in float64 and observed in float32. After an episode has ended the caller resets; a step
/// taken before the first reset or after an episode's end is an error of the caller.
/// </remarks>
public interface IEnvironment : IStateful
{
    /// <summary>Name, spaces, time limit and threshold.</summary>
    EnvironmentSpecification Specification { get; }

    /// <summary>The full state in float64, in the order of the environment's documentation.</summary>
    ReadOnlySpan<double> State { get; }

    /// <summary>Seeds the environment's generator anew and starts an episode.</summary>
    /// <param name="seed">Any value; the same seed gives the same episodes for the same actions.</param>
    /// <param name="observation">Receives the first observation; length <c>Specification.Observations.Size</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="observation"/> has another length.</exception>
    void Reset(ulong seed, Span<float> observation);

    /// <summary>Starts an episode with the generator as the last one left it.</summary>
    /// <param name="observation">Receives the first observation; length <c>Specification.Observations.Size</c>.</param>
    /// <exception cref="InvalidOperationException">The environment was never reset with a seed.</exception>
    /// <exception cref="ArgumentException"><paramref name="observation"/> has another length.</exception>
    void Reset(Span<float> observation);

    /// <summary>Applies one action.</summary>
    /// <param name="action">An index from 0 to <c>Specification.Actions.Count - 1</c>.</param>
    /// <param name="observation">Receives the observation after the step; length as in a reset.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="action"/> is not an action.</exception>
    /// <exception cref="ArgumentException"><paramref name="observation"/> has another length.</exception>
    /// <exception cref="InvalidOperationException">No episode is running.</exception>
    StepResult Step(int action, Span<float> observation);

    /// <summary>
    /// What the environment looks like now, after the last reset or step, the one that ended the episode included. It changes
    /// nothing and is made by every call; it takes no time if it is never called.
    /// </summary>
    /// <exception cref="InvalidOperationException">The environment was never reset with a seed.</exception>
    Scene Draw();
}

/// <summary>What a step returned beside the observation.</summary>
/// <param name="Reward">The reward of the step.</param>
/// <param name="Terminated">The task ended: the next state has no value.</param>
/// <param name="Truncated">The time limit ended the episode: the next state still has a value.</param>
public readonly record struct StepResult(double Reward, bool Terminated, bool Truncated)
{
    /// <summary>Whether the episode is over, for either reason.</summary>
    public bool EpisodeEnded => Terminated || Truncated;
}
