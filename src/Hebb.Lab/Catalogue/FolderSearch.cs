using Hebb.Lab.Runs;

namespace Hebb.Lab.Catalogue;

/// <summary>
/// The folders of runs below some places. Links are followed, but no folder is searched twice: what a link leads to a second time is found
/// as a copy, and circles end.
/// </summary>
internal sealed class FolderSearch
{
    private static readonly EnumerationOptions All = new() { IgnoreInaccessible = false };

    private readonly HashSet<string> _searched = new(StringComparer.Ordinal);
    private readonly List<FoundFolder> _found = [];
    private readonly List<(string Path, string Target)> _again = [];
    private readonly Queue<(string Path, string Target)> _links = [];

    /// <summary>The folders of runs, each once: in the order of the searches, then of folder and seed.</summary>
    public IReadOnlyList<FoundFolder> Found => _found;

    /// <summary>The folders of runs that links led to a second time.</summary>
    public IEnumerable<FoundFolder> FoundAgain =>
        _again.SelectMany(link =>
            _found
                .Where(folder => IsIn(folder.RealPath, link.Target))
                .Select(folder =>
                    folder with
                    {
                        Path = Path.Join(link.Path, folder.RealPath[link.Target.Length..]),
                        IsByLink = true,
                    }
                )
        );

    /// <summary>The folders that cannot be opened.</summary>
    public List<DamagedRun> Closed { get; } = [];

    /// <summary>Searches a folder and all below it that was not searched before.</summary>
    /// <param name="path">The folder; it exists.</param>
    /// <returns>Whether a folder of a run is in it, be it found by an earlier search.</returns>
    public bool Search(string path)
    {
        var real = RealPath.Of(path) ?? Path.GetFullPath(path);
        var before = _found.Count;
        if (!_searched.Contains(real))
        {
            Enter(new FoundFolder(path, real, new DirectoryInfo(path).LinkTarget is not null));
        }

        // Folders come before links to them: of two ways to a run the one without a link is its path.
        while (_links.TryDequeue(out var link))
        {
            Enter(new FoundFolder(link.Path, link.Target, IsByLink: true));
        }

        FoundFolder[] sorted =
        [
            .. _found
                .Skip(before)
                .OrderBy(folder => Path.GetDirectoryName(folder.Path), StringComparer.Ordinal)
                .ThenBy(folder => Number(folder.Path))
                .ThenBy(folder => folder.Path, StringComparer.Ordinal),
        ];
        _found.RemoveRange(before, sorted.Length);
        _found.AddRange(sorted);
        return _found.Any(folder => IsIn(folder.RealPath, real));
    }

    private void Enter(FoundFolder folder)
    {
        if (!_searched.Add(folder.RealPath))
        {
            if (folder.IsByLink)
            {
                _again.Add((folder.Path, folder.RealPath));
            }

            return;
        }

        foreach (FileSystemInfo entry in Entries(folder.Path))
        {
            FoundFolder below = folder with
            {
                Path = Path.Combine(folder.Path, entry.Name),
                RealPath = Path.Combine(folder.RealPath, entry.Name),
            };
            if (entry is not DirectoryInfo)
            {
                if (string.Equals(entry.Name, RunFolder.RecordName, StringComparison.Ordinal))
                {
                    _found.Add(folder);
                }
            }
            else if (entry.LinkTarget is null)
            {
                Enter(below);
            }
            else if (RealPath.Of(below.RealPath) is { } target)
            {
                _links.Enqueue((below.Path, target));
            }
        }
    }

    private FileSystemInfo[] Entries(string folder)
    {
        try
        {
            FileSystemInfo[] entries = new DirectoryInfo(folder).GetFileSystemInfos("*", All);
            Array.Sort(entries, (one, other) => string.CompareOrdinal(one.Name, other.Name));
            return entries;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Closed.Add(new DamagedRun(folder, RecordException.OneLine(exception)));
            return [];
        }
    }

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (
            path.Length == folder.Length
            || path[folder.Length] == Path.DirectorySeparatorChar
            || Path.EndsInDirectorySeparator(folder)
        );

    // The number of seed-N: 2 comes before 10.
    private static ulong Number(string folder)
    {
        var name = Path.GetFileName(folder);
        var number = name.AsSpan(name.LastIndexOf('-') + 1);
        return ulong.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : ulong.MaxValue;
    }
}
