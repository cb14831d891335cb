using Hebb.Networks;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>
/// A policy pi(a|s) = softmax(y)_a that keeps an eligibility trace of the gradient of log pi (Williams 1992) and follows it.
/// </summary>
public interface ITracedPolicy : IStateful
{
    /// <summary>Numbers in an observation.</summary>
    int InputSize { get; }

    /// <summary>How many actions there are.</summary>
    int ActionCount { get; }

    /// <summary>What is learned.</summary>
    NetworkParameters<float> Parameters { get; }

    /// <summary>The logits y of an observation, whose state is kept for <see cref="Reinforce"/>.</summary>
    /// <param name="observation"><see cref="InputSize"/> numbers.</param>
    /// <param name="logits">Receives a number for each action.</param>
    void Consider(ReadOnlySpan<float> observation, Span<float> logits);

    /// <summary>The logits of an observation, beside what is kept: nothing changes.</summary>
    /// <param name="observation"><see cref="InputSize"/> numbers.</param>
    /// <param name="logits">Receives a number for each action.</param>
    void Judge(ReadOnlySpan<float> observation, Span<float> logits);

    /// <summary>
    /// Takes the gradient of log pi(a|s) for the observation considered last into the trace, and follows it:
    /// e = decay e + sum_b score_b dy_b/dtheta, theta = theta + amount e.
    /// </summary>
    /// <param name="score">
    /// A number for each action: d log pi(a|s) / dy, which is 1 for b = a and 0 elsewhere, less pi(b|s); without the latter where nothing is
    /// to be subtracted.
    /// </param>
    /// <param name="decay">What is left of the trace; 0 begins it anew.</param>
    /// <param name="amount">The step along the trace.</param>
    void Reinforce(ReadOnlySpan<float> score, float decay, float amount);
}
