using Hebb.Configurations;

namespace Hebb.Lab.Configurations;

/// <summary>
/// Settings that follow from where a run learns. A file may state them too: where they are as its environment has them, it only repeats
/// what follows, and in another environment they are as that one has them.
/// </summary>
internal static class FollowingSettings
{
    /// <summary>Whether what is overridden learns in another environment than what is given.</summary>
    public static bool IsElsewhere(JsonObject given, JsonObject overridden) =>
        EnvironmentOf(given) is { } own
        && EnvironmentOf(overridden) is { } other
        && !string.Equals(own, other, StringComparison.Ordinal);

    /// <summary>Whether an agent is named.</summary>
    public static bool HasAgent(JsonObject given) =>
        given[ConfigurationJson.Agent] is JsonObject agent && agent.ContainsKey(ConfigurationJson.Name);

    /// <summary>What is given, with the agent of what is overridden where that names one.</summary>
    public static JsonObject WithAgentOf(JsonObject overridden, JsonObject given)
    {
        if (!HasAgent(overridden))
        {
            return given;
        }

        var named = (JsonObject)given.DeepClone();
        if (named[ConfigurationJson.Agent] is not JsonObject part)
        {
            named[ConfigurationJson.Agent] = part = [];
        }

        part[ConfigurationJson.Name] = overridden[ConfigurationJson.Agent]![ConfigurationJson.Name]?.DeepClone();
        return named;
    }

    /// <summary>One configuration without what another, of another agent, has otherwise of all but the agent.</summary>
    public static JsonObject Common(JsonObject one, JsonObject other)
    {
        foreach (var part in (ReadOnlySpan<string>)[ConfigurationJson.Environment, ConfigurationJson.Budget])
        {
            if (one[part] is JsonObject settings)
            {
                foreach (var name in settings.Select(setting => setting.Key).ToArray())
                {
                    if (!JsonNode.DeepEquals(settings[name], other[part]?[name]))
                    {
                        settings.Remove(name);
                    }
                }
            }
        }

        return one;
    }

    /// <summary>The names alone of where a run learns and of what learns.</summary>
    public static JsonObject Named(JsonObject given) =>
        new()
        {
            [ConfigurationJson.Environment] = NameOf(given, ConfigurationJson.Environment),
            [ConfigurationJson.Agent] = NameOf(given, ConfigurationJson.Agent),
        };

    /// <summary>The names with what else settings follow from: the options of the environment, and the length of training.</summary>
    public static JsonObject Chosen(JsonObject given)
    {
        JsonObject chosen = Named(given);
        if (given[ConfigurationJson.Environment]![ConfigurationJson.Options] is { } options)
        {
            chosen[ConfigurationJson.Environment]![ConfigurationJson.Options] = options.DeepClone();
        }

        if (given[ConfigurationJson.Budget] is { } budget)
        {
            chosen[ConfigurationJson.Budget] = budget.DeepClone();
        }

        return chosen;
    }

    /// <summary>A configuration in full without those two, which follow from nothing.</summary>
    public static JsonObject WithoutChosen(JsonObject configuration)
    {
        ((JsonObject)configuration[ConfigurationJson.Environment]!).Remove(ConfigurationJson.Options);
        configuration.Remove(ConfigurationJson.Budget);
        return configuration;
    }

    /// <summary>What is given without what follows from its own environment.</summary>
    /// <param name="own">What is given, in full and as numbers are usually written.</param>
    /// <param name="following">Configurations in full in which everything follows.</param>
    public static JsonObject Without(JsonObject given, JsonObject own, IReadOnlyList<JsonObject> following)
    {
        JsonObject rest = Rest(given, own, following);
        foreach (var part in (ReadOnlySpan<string>)[ConfigurationJson.Environment, ConfigurationJson.Agent])
        {
            if (rest[part] is not JsonObject left)
            {
                rest[part] = left = [];
            }

            left[ConfigurationJson.Name] = given[part]![ConfigurationJson.Name]!.DeepClone();
        }

        return rest;
    }

    private static JsonObject Rest(JsonObject given, JsonObject own, IReadOnlyList<JsonObject> following)
    {
        var rest = new JsonObject();
        foreach ((var name, JsonNode? node) in given)
        {
            JsonNode? value = own[name];
            if (node is JsonObject part && value is JsonObject whole)
            {
                JsonObject left = RestOfPart(part, whole, [.. following.Select(one => one[name]).OfType<JsonObject>()]);
                if (left.Count > 0 || part.Count == 0)
                {
                    rest[name] = left;
                }
            }
            else if (
                (value is null && node is not null) || !following.Any(one => JsonNode.DeepEquals(one[name], value))
            )
            {
                rest[name] = node?.DeepClone();
            }
        }

        return rest;
    }

    // The settings of a choice mean nothing without it, and those of another choice follow from nothing.
    private static JsonObject RestOfPart(JsonObject part, JsonObject whole, JsonObject[] following)
    {
        JsonObject[] alike =
        [
            .. following.Where(one => JsonNode.DeepEquals(one[SettingText.ChoiceName], whole[SettingText.ChoiceName])),
        ];
        JsonObject left = Rest(part, whole, alike);
        if (left.Count > 0 && part[SettingText.ChoiceName] is { } choice)
        {
            left[SettingText.ChoiceName] = choice.DeepClone();
        }

        return left;
    }

    private static JsonObject NameOf(JsonObject given, string part) =>
        new() { [ConfigurationJson.Name] = given[part]![ConfigurationJson.Name]!.DeepClone() };

    private static string? EnvironmentOf(JsonObject given) =>
        given[ConfigurationJson.Environment] is JsonObject part
        && part[ConfigurationJson.Name] is JsonValue name
        && name.TryGetValue(out string? text)
            ? text
            : null;
}
