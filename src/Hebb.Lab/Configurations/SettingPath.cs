using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Hebb.Lab.Configurations;

/// <summary>
/// Dotted paths to settings, such as <c>agent.actor.beta</c>. They may leave out levels: <c>agent.beta</c> is every <c>beta</c>
/// below the agent, where it has none of its own.
/// </summary>
internal static class SettingPath
{
    /// <summary>The places in JSON that a path means.</summary>
    /// <param name="root">The JSON, with every setting.</param>
    /// <param name="path">The path.</param>
    /// <param name="prefix">The path of the JSON itself.</param>
    /// <returns>The names that lead to each, from the JSON on.</returns>
    /// <exception cref="SettingException">It means nothing.</exception>
    public static IReadOnlyList<ImmutableArray<string>> Find(JsonObject root, string path, string prefix)
    {
        var names = path.Split('.');
        var found = new List<ImmutableArray<string>>();
        Descend(root, names, [], found);
        return found.Count > 0 ? found : throw Missing(root, names, prefix);
    }

    private static void Descend(
        JsonObject node,
        ReadOnlySpan<string> names,
        ImmutableArray<string> at,
        List<ImmutableArray<string>> found
    )
    {
        if (node.TryGetPropertyValue(names[0], out JsonNode? child))
        {
            ImmutableArray<string> place = [.. at, names[0]];
            if (names.Length == 1)
            {
                found.Add(place);
            }
            else if (child is JsonObject part)
            {
                Descend(part, names[1..], place, found);
            }

            return;
        }

        foreach ((var name, JsonNode? below) in node)
        {
            if (below is JsonObject part)
            {
                Descend(part, names, [.. at, name], found);
            }
        }
    }

    private static SettingException Missing(JsonObject root, string[] names, string prefix)
    {
        var known = new SortedSet<string>(StringComparer.Ordinal);
        Collect(root, known);
        var wrong = names.FirstOrDefault(name => !known.Contains(name)) ?? names[^1];
        return new SettingException(
            SettingText.Join(prefix, string.Join('.', names)),
            $"no such setting; {SettingText.Unknown(wrong, known)}"
        );
    }

    private static void Collect(JsonObject node, SortedSet<string> known)
    {
        foreach ((var name, JsonNode? below) in node)
        {
            known.Add(name);
            if (below is JsonObject part)
            {
                Collect(part, known);
            }
        }
    }
}
