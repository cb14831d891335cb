using Hebb.Snapshots;

namespace Hebb.Memory.Actions;

/// <summary>A memory that is read for each action in turn: what the action led to before, in this episode.</summary>
/// <remarks>Nothing is allocated by a step. One thread at a time may use it.</remarks>
public interface IActionMemory : IStateful
{
    /// <summary>How many numbers are recalled of an action; at least 1.</summary>
    int Size { get; }

    /// <summary>The bytes of its content; see <see cref="IMemory.ContentBytes"/>.</summary>
    int ContentBytes { get; }

    /// <summary>Forgets everything: an episode begins.</summary>
    void Begin();

    /// <summary>An attempt begins within the episode.</summary>
    void BeginAttempt();

    /// <summary>Takes in what an action led to.</summary>
    /// <param name="changed">Whether it changed something.</param>
    /// <param name="succeeded">Whether the attempt has succeeded by it: all its actions were part of that.</param>
    void Write(int action, bool changed, bool succeeded);

    /// <summary>Recalls an action, were it taken now.</summary>
    /// <param name="numbers">Receives <see cref="Size"/> numbers.</param>
    void Read(int action, Span<float> numbers);

    /// <summary>Another one by the same weights, where there are any, that recalls nothing yet.</summary>
    IActionMemory Share();
}
