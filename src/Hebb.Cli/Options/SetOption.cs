using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Hebb.Lab.Configurations;

namespace Hebb.Cli.Options;

/// <summary>The option <c>--set PATH=VALUE</c>: settings over those of a file, as often as one likes.</summary>
internal static class SetOption
{
    private const string Name = "--set";

    /// <summary>Makes the option.</summary>
    public static Option<IReadOnlyList<(string Path, JsonNode? Value)>> Create() =>
        new(Name)
        {
            Description =
                "A setting over that of the file, by its dotted path: agent.actor.beta=0.1; agent.beta=0.1 is every beta of the "
                + "agent. The value is JSON, or else a word. May be given again.",
            HelpName = "PATH=VALUE",
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
            CustomParser = Parse,
        };

    private static List<(string Path, JsonNode? Value)> Parse(ArgumentResult result)
    {
        var settings = new List<(string Path, JsonNode? Value)>();
        foreach (Token token in result.Tokens)
        {
            if (SettingAssignment.Parse(token.Value) is not { } setting)
            {
                result.AddError($"{Name} '{token.Value}': PATH=VALUE is needed, such as agent.beta=0.1");
                return [];
            }

            settings.Add(setting);
        }

        return settings;
    }
}
