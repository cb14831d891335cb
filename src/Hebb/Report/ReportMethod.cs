using Hebb.Agents;
using Hebb.Settings;

namespace Hebb.Report;

/// <summary>One curve of the report's Figure 4: a method under its own name, and how to make its agent.</summary>
/// <param name="Name">The name on the command line and in files, in lower case with hyphens.</param>
/// <param name="Section">Where the report describes it, such as <c>4.2</c>, or a dash.</param>
/// <param name="Rule">The learning rule in one line, with its equation.</param>
/// <param name="Claim">What the report claims of it.</param>
/// <param name="Create">Makes an agent for four observed numbers and two actions from the seed of its run.</param>
public sealed record ReportMethod(
    string Name,
    string Title,
    string Section,
    string Rule,
    string Claim,
    Func<ulong, IAgent> Create
)
{
    /// <summary>Its constants, in the report's values; null where it has none.</summary>
    public AgentSettings? Settings { get; init; }

    /// <summary>A method that is made of constants.</summary>
    /// <typeparam name="T">The type of the constants.</typeparam>
    /// <param name="name">The name on the command line and in files.</param>
    /// <param name="section">Where the report describes it.</param>
    /// <param name="rule">The learning rule in one line.</param>
    /// <param name="claim">What the report claims of it.</param>
    /// <param name="standard">The constants in the report's values.</param>
    /// <param name="create">Makes an agent of constants from the seed of its run.</param>
    public static ReportMethod Of<T>(
        string name,
        string title,
        string section,
        string rule,
        string claim,
        T standard,
        Func<T, ulong, IAgent> create
    )
        where T : class, ISettings =>
        new(name, title, section, rule, claim, seed => create(standard, seed))
        {
            Settings = AgentSettings.Of(
                _ => standard,
                (task, settings) => new OneEnvironmentAgent(create(settings, task.Seed))
            ),
        };
}
