namespace Hebb.Lab.Catalogue;

/// <summary>Where a path leads when all links on its way are followed: equal for all paths to one folder.</summary>
internal static class RealPath
{
    // As many as systems follow.
    private const int MostLinks = 40;

    /// <summary>Follows the links of a path; null where they lead in circles.</summary>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full)!;
        var ahead = new Stack<string>();
        Push(ahead, full[root.Length..]);
        var at = root;
        for (var links = 0; ahead.TryPop(out var name); )
        {
            var next = name == ".." ? Path.GetDirectoryName(at) ?? at : Path.Combine(at, name);
            if (new DirectoryInfo(next).LinkTarget is not { } target)
            {
                at = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            var start = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : "";
            at = start.Length > 0 ? start : at;
            Push(ahead, target[start.Length..]);
        }

        return at;
    }

    private static void Push(Stack<string> ahead, string path)
    {
        var names = path.Split(
            [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar],
            StringSplitOptions.RemoveEmptyEntries
        );
        foreach (var name in names.Reverse().Where(name => name != "."))
        {
            ahead.Push(name);
        }
    }
}
