using Hebb.Settings;

namespace Hebb.Agents;

/// <summary>
/// The settings of an agent of the catalogue: immutable records, nested where it has parts. Those of a task are what was found to
/// work; any others make another agent.
/// </summary>
public abstract class AgentSettings
{
    private AgentSettings() { }

    /// <summary>The type of the settings: a record whose properties can be set while it is made.</summary>
    public abstract Type Type { get; }

    /// <summary>What was found to work for a task.</summary>
    /// <param name="task">The task; schedules end with its steps.</param>
    public abstract ISettings For(AgentTask task);

    /// <summary>Makes the agent of settings, at its start.</summary>
    /// <param name="settings">What it is made of; of <see cref="Type"/>.</param>
    /// <exception cref="ArgumentException">A setting is not possible, alone or beside others; the message names it.</exception>
    /// <exception cref="InvalidCastException">The settings are of another type.</exception>
    public abstract IParallelAgent Create(AgentTask task, ISettings settings);

    /// <summary>Settings of one type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="tuned">What was found to work for a task.</param>
    /// <param name="create">Makes the agent of settings.</param>
    public static AgentSettings Of<T>(Func<AgentTask, T> tuned, Func<AgentTask, T, IParallelAgent> create)
        where T : class, ISettings
    {
        ArgumentNullException.ThrowIfNull(tuned);
        ArgumentNullException.ThrowIfNull(create);
        return new Typed<T>(tuned, create);
    }

    private sealed class Typed<T>(Func<AgentTask, T> tuned, Func<AgentTask, T, IParallelAgent> create) : AgentSettings
        where T : class, ISettings
    {
        public override Type Type => typeof(T);

        public override ISettings For(AgentTask task) => tuned(task);

        public override IParallelAgent Create(AgentTask task, ISettings settings)
        {
            var typed = (T)settings;
            SettingRules.Require(typed);
            return create(task, typed);
        }
    }
}
