namespace Hebb.Lab.Studies.Memory;

/// <summary>A learner of the study: an agent of the catalogue with settings.</summary>
/// <param name="Name">Its name on the command line and in tables.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Agent">The name of the agent.</param>
/// <param name="Settings">What is other than tuned, by full paths.</param>
public sealed record MemoryLearner(
    string Name,
    string Title,
    string Agent,
    ImmutableArray<(string Path, JsonNode? Value)> Settings
)
{
    /// <summary>What it learns for, in multiples of the steps of a task.</summary>
    public int Pace { get; init; } = 1;

    /// <summary>Whether it plays every task; the others play those that tell memories apart.</summary>
    public bool PlaysAll { get; init; }

    /// <summary>Whether its memories are opened after learning, in the tasks that tell memories apart.</summary>
    public bool IsOpened { get; init; }

    /// <summary>The tasks that its settings were chosen on, where it is one with settings of their own; empty otherwise.</summary>
    public ImmutableArray<string> Tuned { get; init; } = [];

    /// <summary>Whether it plays a task.</summary>
    public bool Plays(MemoryTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Tuned.IsEmpty ? PlaysAll || task.IsKey : Tuned.Contains(task.Name, StringComparer.Ordinal);
    }
}
