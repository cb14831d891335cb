using Hebb.Environments;

namespace Hebb.Agents;

/// <summary>A policy with a memory, asked once in every step of an episode; nothing is allocated by a step.</summary>
public interface IRememberingPolicy
{
    /// <summary>Empties the memory: an episode begins.</summary>
    void Begin();

    /// <summary>Takes an observation into the memory, and chooses an action.</summary>
    /// <param name="observation">What the environment shows now.</param>
    /// <param name="samples">Whether the action is drawn from the policy; otherwise it is the likeliest.</param>
    int Act(ReadOnlySpan<float> observation, bool samples);

    /// <summary>Takes in what the action chosen last led to.</summary>
    /// <param name="next">The observation after the action, the last one of the episode where that has ended.</param>
    /// <param name="result">Reward and end of the episode.</param>
    void Observe(ReadOnlySpan<float> next, in StepResult result);
}
