namespace Hebb.Lab.Catalogue;

/// <summary>Dotted paths of settings, which may leave out levels: <c>agent.beta</c> also means <c>agent.actor.beta</c>.</summary>
internal static class SettingPath
{
    /// <summary>Whether a path is meant by one that may leave out levels: its parts in their order, the last one last.</summary>
    /// <param name="shortened">The one that may leave out levels.</param>
    /// <param name="path">The whole path.</param>
    public static bool Means(string shortened, string path)
    {
        var given = shortened.Split('.');
        var parts = path.Split('.');
        if (!string.Equals(given[^1], parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var found = 0;
        foreach (var part in parts[..^1])
        {
            found += found < given.Length - 1 && string.Equals(part, given[found], StringComparison.Ordinal) ? 1 : 0;
        }

        return found == given.Length - 1;
    }

    /// <summary>The paths that a shortened one means: it alone where it is whole.</summary>
    /// <param name="shortened">The shortened path.</param>
    /// <param name="paths">All paths.</param>
    public static IReadOnlyList<string> Meant(string shortened, IReadOnlyCollection<string> paths) =>
        paths.Contains(shortened, StringComparer.Ordinal)
            ? [shortened]
            : [.. paths.Where(path => Means(shortened, path))];

    /// <summary>The shortest end of a path that means one of some paths alone, and which no other path ends with.</summary>
    /// <param name="meant">The paths that it may mean.</param>
    /// <param name="paths">All paths.</param>
    public static string Shortest(IReadOnlyCollection<string> meant, IReadOnlyCollection<string> paths)
    {
        var parts = meant.First().Split('.');
        for (var first = parts.Length - 1; first > 0; first--)
        {
            var end = string.Join('.', parts[first..]);
            if (
                !paths.Any(path =>
                    path.EndsWith($".{end}", StringComparison.Ordinal) && !meant.Contains(path, StringComparer.Ordinal)
                ) && meant.All(path => path.EndsWith($".{end}", StringComparison.Ordinal))
            )
            {
                return end;
            }
        }

        return meant.First();
    }
}
