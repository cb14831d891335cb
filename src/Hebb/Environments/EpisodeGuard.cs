using System.Diagnostics.CodeAnalysis;

namespace Hebb.Environments;

/// <summary>The checks that every environment makes of its caller; the throwing stays out of the fast path.</summary>
public static class EpisodeGuard
{
    /// <summary>Checks that a step may be taken.</summary>
    /// <param name="isRunning">Whether an episode was begun and has not ended.</param>
    /// <param name="actionCount">How many actions there are.</param>
    /// <param name="observation">The caller's span.</param>
    /// <param name="observationSize">How many numbers an observation has.</param>
    /// <exception cref="InvalidOperationException">No episode is running.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The action is not one of them.</exception>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckStep(
        bool isRunning,
        int action,
        int actionCount,
        Span<float> observation,
        int observationSize
    )
    {
        CheckRunning(isRunning);
        if ((uint)action >= (uint)actionCount)
        {
            ThrowNoSuchAction(action, actionCount);
        }

        CheckObservation(observation, observationSize);
    }

    /// <summary>Checks that an episode is running.</summary>
    /// <param name="isRunning">Whether an episode was begun and has not ended.</param>
    /// <exception cref="InvalidOperationException">None is.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckRunning(bool isRunning)
    {
        if (!isRunning)
        {
            ThrowNotRunning();
        }
    }

    /// <summary>Checks that an observation fits.</summary>
    /// <param name="observation">The caller's span.</param>
    /// <param name="size">How many numbers an observation has.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckObservation(Span<float> observation, int size)
    {
        if (observation.Length != size)
        {
            ThrowObservationLength(observation, size);
        }
    }

    /// <summary>The generator of an environment that was reset with a seed before.</summary>
    /// <typeparam name="TSource">The type of the generator.</typeparam>
    /// <param name="source">The generator, or null where there was no such reset.</param>
    /// <exception cref="InvalidOperationException">There is no generator to continue.</exception>
    public static TSource RequireSeeded<TSource>(TSource? source)
        where TSource : class =>
        source
        ?? throw new InvalidOperationException(
            "The environment was never reset with a seed; its first reset needs one."
        );

    [DoesNotReturn]
    private static void ThrowNotRunning() =>
        throw new InvalidOperationException(
            "No episode is running: reset the environment before its first step and after each episode's end."
        );

    [DoesNotReturn]
    private static void ThrowNoSuchAction(int action, int actionCount) =>
        throw new ArgumentOutOfRangeException(
            nameof(action),
            action,
            $"There is no such action; actions are 0 to {actionCount - 1}."
        );

    [DoesNotReturn]
    private static void ThrowObservationLength(ReadOnlySpan<float> observation, int size) =>
        throw new ArgumentException(
            $"The observation span has length {observation.Length}; it must be {size}.",
            nameof(observation)
        );
}
