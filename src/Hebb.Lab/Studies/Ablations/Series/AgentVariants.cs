using System.Globalization;
using Hebb.Agents;
using Hebb.Catalogues;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>Makes agents that are one of the catalogue's but for some settings.</summary>
/// <typeparam name="TSettings">What the agent is made of.</typeparam>
/// <param name="agent">The agent's name in the catalogue.</param>
/// <param name="settings">Its settings for a task.</param>
/// <param name="create">Makes it of settings.</param>
internal sealed class AgentVariants<TSettings>(
    string agent,
    Func<AgentTask, TSettings> settings,
    Func<AgentTask, TSettings, IParallelAgent> create
)
{
    /// <summary>The agent as it is.</summary>
    public AgentEntry Origin { get; } = CatalogueSet.Standard.Agents.Find(agent);

    /// <summary>The agent with other settings.</summary>
    /// <param name="name">The whole name of what it is then.</param>
    /// <param name="title">The title of that.</param>
    /// <param name="change">What is changed.</param>
    /// <param name="observesRaw">Whether it observes the environment as it is.</param>
    public AgentEntry With(string name, string title, Func<TSettings, TSettings> change, bool observesRaw = false) =>
        new(name, title, $"{agent} with other settings", task => create(task, change(settings(task))))
        {
            ObservesRaw = observesRaw,
        };

    /// <summary>The agent with one number at several values, of which its own is measured as the agent itself.</summary>
    /// <param name="name">The number in names.</param>
    /// <param name="title">The number in pictures.</param>
    /// <param name="standard">Its own value.</param>
    /// <param name="others">Other values.</param>
    /// <param name="change">Sets the number.</param>
    public SensitivityAxis Axis(
        string name,
        string title,
        double standard,
        ReadOnlySpan<double> others,
        Func<TSettings, double, TSettings> change
    ) =>
        new(
            title,
            standard,
            [
                .. others
                    .ToArray()
                    .Append(standard)
                    .Order()
                    .Select(value => new SensitivityPoint(
                        value,
                        value == standard
                            ? Origin
                            : With(
                                string.Create(CultureInfo.InvariantCulture, $"{agent}-{name}-{value}"),
                                string.Create(CultureInfo.InvariantCulture, $"{title} {value}"),
                                settings => change(settings, value)
                            )
                    )),
            ]
        );
}
