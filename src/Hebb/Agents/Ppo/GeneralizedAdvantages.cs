namespace Hebb.Agents.Ppo;

/// <summary>
/// Generalized advantage estimation (Schulman et al. 2016, eq. 16): A_t = sum over k of (gamma lambda)^k delta_(t+k) with
/// delta_t = r_t + gamma V(s_(t+1)) - V(s_t), to the end of the episode or of the rollout.
/// </summary>
/// <remarks>
/// A task that ended has no value beyond; a time limit ends the sum, but its last state keeps its value (Pardo et al. 2018).
/// </remarks>
public static class GeneralizedAdvantages
{
    /// <summary>The advantages of a rollout of several environments, step after step: a step has a number for each environment.</summary>
    /// <param name="rewards">r, as many as there are steps of all environments.</param>
    /// <param name="values">V of the state that each step was taken in.</param>
    /// <param name="nextValues">V of the state that each step led to, before any reset; not looked at where the task ended.</param>
    /// <param name="terminated">Whether the task ended.</param>
    /// <param name="truncated">Whether the episode was ended by its time limit.</param>
    /// <param name="environments">How many environments there are; a divisor of the number of steps.</param>
    /// <param name="discount">gamma.</param>
    /// <param name="lambda">lambda: 0 looks one step ahead, 1 to the end.</param>
    /// <param name="advantages">Receives A.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    public static void Compute(
        ReadOnlySpan<double> rewards,
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> nextValues,
        ReadOnlySpan<bool> terminated,
        ReadOnlySpan<bool> truncated,
        int environments,
        double discount,
        double lambda,
        Span<double> advantages
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(environments);
        var count = rewards.Length;
        if (
            count % environments != 0
            || values.Length != count
            || nextValues.Length != count
            || terminated.Length != count
            || truncated.Length != count
            || advantages.Length != count
        )
        {
            throw new ArgumentException(
                $"rewards: {count} of them; all must have one length, a multiple of {environments} environments",
                nameof(rewards)
            );
        }

        for (var step = count - 1; step >= 0; step--)
        {
            var next = terminated[step] ? 0 : nextValues[step];
            var error = rewards[step] + (discount * next) - values[step];
            var goesOn = !terminated[step] && !truncated[step] && step + environments < count;
            var later = goesOn ? advantages[step + environments] : 0;
            advantages[step] = error + (discount * lambda * later);
        }
    }
}
