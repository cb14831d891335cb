using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Hebb.Configurations;

namespace Hebb.Lab.Configurations.Settings;

/// <summary>What settings mean: the documentation of their properties, from the files beside the program.</summary>
internal sealed partial class SettingDocumentation
{
    private readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> _members = new();

    /// <summary>What a setting means, in plain words; empty where it is not documented.</summary>
    public string Of(PropertyInfo property)
    {
        Type type = property.DeclaringType!;
        type = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var members = _members.GetOrAdd(type.Assembly, Load);
        if (members.GetValueOrDefault($"P:{type.FullName}.{property.Name}")?.Element("summary") is { } summary)
        {
            return Plain(summary);
        }

        // Of a record's parameter the documentation stands with the record.
        XElement? parameter = members
            .GetValueOrDefault($"T:{type.FullName}")
            ?.Elements("param")
            .FirstOrDefault(one =>
                string.Equals((string?)one.Attribute("name"), property.Name, StringComparison.Ordinal)
            );
        return parameter is null ? "" : Plain(parameter);
    }

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        try
        {
            return File.Exists(path)
                ? XDocument
                    .Load(path)
                    .Descendants("member")
                    .ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal)
                : [];
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // Descriptions are for comfort: without them all else works.
            return [];
        }
    }

    private static string Plain(XElement element)
    {
        var text = string.Concat(element.Nodes().Select(Word));
        return Spaces.Replace(text, " ").Trim();
    }

    private static string Word(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => Named((string?)see.Attribute("cref") ?? ""),
            XElement { Name.LocalName: "paramref" } reference => SettingText.Camel(
                (string?)reference.Attribute("name") ?? ""
            ),
            XElement other => other.Value,
            _ => "",
        };

    // Properties are called as in the file, types as they are.
    private static string Named(string reference)
    {
        var name = reference.Split('(')[0].Split('.')[^1].Split('`')[0];
        return reference.StartsWith("P:", StringComparison.Ordinal) ? SettingText.Camel(name) : name;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces { get; }
}
