using System.Reflection;
using System.Xml.Linq;
using Hebb.Agents.OpenLock;

namespace Hebb.Cli.Tests.Gallery;

/// <summary>The options of the causal learner of OpenLock, which no experiment file has.</summary>
internal static class LearnerTable
{
    /// <summary>Every option with its default and what its documentation says.</summary>
    public static string Of()
    {
        var usual = new CausalLearnerOptions();
        Dictionary<string, string> documented = XDocument
            .Load(Path.Combine(AppContext.BaseDirectory, "Hebb.xml"))
            .Descendants("member")
            .ToDictionary(
                member => (string)member.Attribute("name")!,
                member => (member.Element("summary")?.Value ?? "").Trim(),
                StringComparer.Ordinal
            );
        IEnumerable<string> rows =
            from property in typeof(CausalLearnerOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let value = Equals(property.GetValue(usual), true) ? "true" : "false"
            let meaning = documented[$"P:{typeof(CausalLearnerOptions).FullName}.{property.Name}"]
            select $"| `{property.Name}` | {value} | {meaning} |";
        return $"| option | default | what it is |\n|---|---|---|\n{string.Join('\n', rows)}";
    }
}
