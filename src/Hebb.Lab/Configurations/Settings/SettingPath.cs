using Hebb.Configurations;
using Hebb.Naming;

namespace Hebb.Lab.Configurations.Settings;

/// <summary>
/// Dotted paths to settings, such as <c>agent.actor.beta</c>. They may leave out levels: <c>agent.beta</c> is every <c>beta</c>
/// below the agent, where it has none of its own.
/// </summary>
internal static class SettingPath
{
    /// <summary>The places in JSON that a path means.</summary>
    /// <param name="root">The JSON, with every setting.</param>
    /// <returns>The names that lead to each, from the JSON on.</returns>
    /// <exception cref="SettingException">It means nothing.</exception>
    public static IReadOnlyList<ImmutableArray<string>> Find(JsonObject root, string path, string prefix)
    {
        var names = path.Split('.');
        var found = new List<ImmutableArray<string>>();
        Descend(root, names, [], found);
        return found.Count > 0 ? found : throw Missing(root, names, prefix);
    }

    /// <summary>The settings that a path means; none where it means nothing.</summary>
    public static IReadOnlyList<string> Meant(string path, IReadOnlyCollection<string> settings)
    {
        var found = new List<ImmutableArray<string>>();
        Descend(Tree(settings), path.Split('.'), [], found);
        return [.. found.Select(names => string.Join('.', names)).Intersect(settings, StringComparer.Ordinal)];
    }

    /// <summary>The shortest end of a path that means one of some settings alone, and which no other path ends with.</summary>
    public static string Shortest(IReadOnlyCollection<string> meant, IReadOnlyCollection<string> settings)
    {
        var names = meant.First().Split('.');
        for (var first = names.Length - 1; first > 0; first--)
        {
            var end = $".{string.Join('.', names[first..])}";
            var ending = settings.Where(path => path.EndsWith(end, StringComparison.Ordinal));
            if (
                meant.All(path => path.EndsWith(end, StringComparison.Ordinal))
                && !ending.Except(meant, StringComparer.Ordinal).Any()
            )
            {
                return end[1..];
            }
        }

        return meant.First();
    }

    private static JsonObject Tree(IEnumerable<string> settings)
    {
        var root = new JsonObject();
        foreach (var path in settings)
        {
            JsonObject part = root;
            var names = path.Split('.');
            foreach (var name in names[..^1])
            {
                if (part[name] is not JsonObject below)
                {
                    below = [];
                    part[name] = below;
                }

                part = below;
            }

            part.TryAdd(names[^1], null);
        }

        return root;
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
            $"no such setting; {NearestName.Unknown(wrong, known)}"
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
