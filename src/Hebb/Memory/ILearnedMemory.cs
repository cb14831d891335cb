namespace Hebb.Memory;

/// <summary>
/// A memory that learns what to keep, by traces that are its own: no gradient is carried back through time. Whoever reads it says by how
/// much more of each number would have served (<see cref="Trace"/>), and later how good it was (<see cref="Reinforce"/>).
/// </summary>
public interface ILearnedMemory : IMemory
{
    /// <summary>How many numbers it learns.</summary>
    int ParameterCount { get; }

    /// <summary>Takes the present step into the trace: e = decay e + sum_j field_j dm_j/dw.</summary>
    /// <param name="field">d log pi(a|s) / dm, a number for each one read.</param>
    /// <param name="direct">The gradient of what is to be followed at once, already times its worth; a number for each one read.</param>
    /// <param name="decay">What is left of the trace; 0 begins it anew.</param>
    void Trace(ReadOnlySpan<float> field, ReadOnlySpan<float> direct, float decay);

    /// <summary>Takes in how good a step was: the gradient grows by the error times the trace.</summary>
    /// <param name="error">The TD error.</param>
    void Reinforce(float error);

    /// <summary>An episode has ended: at every so many of them the parameters take a step along the gradient.</summary>
    /// <param name="part">The part of the learning rate that a schedule leaves, from 0 to 1.</param>
    void EndEpisode(double part);
}
