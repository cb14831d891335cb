using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Configurations;
using Hebb.Lab.Configurations;
using Hebb.Settings;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>Makes agents that are one of the catalogue's but for some settings, given as on the command line: <c>estimator.beta=0.1</c>.</summary>
/// <typeparam name="TSettings">What the agent is made of.</typeparam>
/// <param name="agent">The agent's name in the catalogue.</param>
/// <param name="change">Changes settings; null where they are the agent's own.</param>
internal sealed class AgentVariants<TSettings>(
    string agent,
    Func<AgentTask, TSettings> settings,
    Func<AgentTask, TSettings, IParallelAgent> create,
    Func<TSettings, string[], TSettings>? change = null
)
    where TSettings : class, ISettings
{
    /// <summary>The agent as it is.</summary>
    public AgentEntry Origin { get; } = CatalogueSet.Standard.Agents.Find(agent);

    /// <summary>The agent with other settings.</summary>
    /// <param name="changes">What is changed, in order.</param>
    public AgentEntry With(string name, string title, params string[] changes) =>
        With(name, title, original => Change(original, changes));

    /// <summary>The agent with other settings.</summary>
    /// <param name="observesRaw">Whether it observes the environment as it is.</param>
    public AgentEntry With(string name, string title, Func<TSettings, TSettings> changed, bool observesRaw = false) =>
        new(name, title, $"{agent} with other settings", task => create(task, changed(settings(task))))
        {
            ObservesRaw = observesRaw,
        };

    /// <summary>Settings with others in the places of some.</summary>
    /// <param name="original">The settings, which stay as they are.</param>
    /// <param name="changes">What is changed, in order.</param>
    public TSettings Change(TSettings original, string[] changes) => (change ?? Apply)(original, changes);

    /// <summary>The agent with each of some numbers at several values, of which its own is measured as the agent itself.</summary>
    public SensitivityStudy Sensitivity(string name, params IEnumerable<VariedNumber<TSettings>> numbers) =>
        new(name, $"{agent}: one setting varied at a time", [.. numbers.Select(Axis)]);

    /// <summary>Records with others of their settings in the places of some.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="original">The settings, which stay as they are.</param>
    /// <param name="changes">What is changed, in order.</param>
    public static T Apply<T>(T original, string[] changes)
        where T : class, ISettings
    {
        foreach (var text in changes)
        {
            (var path, var value) = SettingAssignment.Parse(text)!.Value;
            original = Overrides.Apply(
                original,
                path,
                value,
                ConfigurationJson.Agent,
                new SettingsFile(CatalogueSet.Standard)
            );
        }

        return original;
    }

    private SensitivityAxis Axis(VariedNumber<TSettings> number) =>
        new(
            number.Title,
            number.Standard,
            [.. number.Others.Append(number.Standard).Order().Select(value => Point(number, value))]
        );

    private SensitivityPoint Point(VariedNumber<TSettings> number, double value)
    {
        if (value == number.Standard)
        {
            return new SensitivityPoint(value, Origin);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{agent}-{number.Name}-{value}");
        var title = string.Create(CultureInfo.InvariantCulture, $"{number.Title} {value}");
        string[] changes = [string.Format(CultureInfo.InvariantCulture, number.Change, value)];
        return new SensitivityPoint(
            value,
            With(name, title, original => number.Set is { } set ? set(original, value) : Change(original, changes))
        );
    }
}

/// <summary>A number of an agent that is varied alone.</summary>
/// <typeparam name="TSettings">What the agent is made of.</typeparam>
/// <param name="Change">What sets it, with <c>{0}</c> for the value, such as <c>estimator.beta={0}</c>.</param>
internal sealed record VariedNumber<TSettings>(
    string Name,
    string Title,
    double Standard,
    double[] Others,
    string Change = ""
)
{
    /// <summary>Sets it where more depends on the value than <see cref="Change"/> can say.</summary>
    public Func<TSettings, double, TSettings>? Set { get; init; }
}
