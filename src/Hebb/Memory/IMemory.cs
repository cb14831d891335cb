using Hebb.Snapshots;

namespace Hebb.Memory;

/// <summary>
/// What a network keeps within an episode: it is written in every step, read as numbers beside the observation, and emptied when an
/// episode begins. Its weights, fixed or learned, outlast episodes.
/// </summary>
/// <remarks>Nothing is allocated by a step. One thread at a time may use it.</remarks>
public interface IMemory : IStateful
{
    /// <summary>How many numbers it is read as; at least 1.</summary>
    int Size { get; }

    /// <summary>The bytes of its content: of all that changes within an episode and is needed later in it.</summary>
    int ContentBytes { get; }

    /// <summary>Empties it: an episode begins.</summary>
    void Begin();

    /// <summary>Takes in a step; to be called once in each, before it is read.</summary>
    void Write(in MemoryInput input);

    /// <summary>Reads it.</summary>
    /// <param name="numbers">Receives <see cref="Size"/> numbers.</param>
    void Read(Span<float> numbers);

    /// <summary>Another memory by the same weights, as they are whenever it is used, with a content of its own: empty.</summary>
    IMemory Share();
}
