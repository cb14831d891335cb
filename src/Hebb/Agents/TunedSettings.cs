using System.Collections;

namespace Hebb.Agents;

/// <summary>
/// What an agent was found to learn environments with: a table by the name of an environment or of its family, the name first.
/// </summary>
/// <typeparam name="T">The type of the settings.</typeparam>
/// <param name="otherwise">The settings for environments that are not in the table.</param>
public sealed class TunedSettings<T>(Func<AgentTask, T> otherwise) : IEnumerable<string>
{
    private readonly Dictionary<string, Func<AgentTask, T>> _table = new(StringComparer.Ordinal);

    /// <summary>A table whose other environments have settings that are the same for every task.</summary>
    public TunedSettings(T otherwise)
        : this(_ => otherwise) { }

    /// <summary>Adds settings.</summary>
    /// <param name="environment">The name of the environment or family.</param>
    public void Add(string environment, T settings) => _table.Add(environment, _ => settings);

    /// <summary>Adds settings that depend on the steps of the task.</summary>
    /// <param name="environment">The name of the environment or family.</param>
    /// <param name="settings">The settings for a task.</param>
    public void Add(string environment, Func<AgentTask, T> settings) => _table.Add(environment, settings);

    /// <summary>The settings for a task.</summary>
    public T For(AgentTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return _table.TryGetValue(task.Environment.Name, out var own) ? own(task)
            : task.Environment.Family is { } family && _table.TryGetValue(family, out var common) ? common(task)
            : otherwise(task);
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => _table.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
