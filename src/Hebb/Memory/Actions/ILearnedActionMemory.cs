namespace Hebb.Memory.Actions;

/// <summary>A memory of actions that learns what to keep of them; see <see cref="ILearnedMemory"/>.</summary>
public interface ILearnedActionMemory : IActionMemory
{
    /// <summary>Takes the present step into the trace.</summary>
    /// <param name="field">d log pi(a|s) / dm, the numbers of the first action, then those of the next.</param>
    /// <param name="direct">The gradient of what is to be followed at once, already times its worth; laid out as the field.</param>
    /// <param name="decay">What is left of the trace; 0 begins it anew.</param>
    void Trace(ReadOnlySpan<float> field, ReadOnlySpan<float> direct, float decay);

    /// <summary>Takes in how good a step was.</summary>
    /// <param name="error">The TD error.</param>
    void Reinforce(float error);

    /// <summary>An episode has ended.</summary>
    /// <param name="part">The part of the learning rate that a schedule leaves, from 0 to 1.</param>
    void EndEpisode(double part);
}
