using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Sweeps;
using Hebb.Naming;

namespace Hebb.Lab.Catalogue;

/// <summary>Where runs are: what is meant by an argument, and the folders of runs below a place.</summary>
internal static class RunPlaces
{
    private const int MostNamed = 5;

    /// <summary>The folder that is meant: a path, or the name or the beginning of the name of a folder in the store.</summary>
    /// <exception cref="RecordException">There is none, or more than one.</exception>
    public static string Resolve(string place, string store)
    {
        if (string.IsNullOrWhiteSpace(place))
        {
            throw new RecordException(
                "a name or path of runs is empty: the folder of a run, a sweep or a store is needed"
            );
        }

        if (Directory.Exists(place))
        {
            return Trimmed(place);
        }

        if (File.Exists(place))
        {
            return Path.GetFileName(place) is RunFolder.RecordName or SweepFile.Name
                ? Path.GetDirectoryName(place) is { Length: > 0 } folder
                    ? folder
                    : "."
                : throw new RecordException($"{place} is a file: the folder of a run, a sweep or a store is needed");
        }

        string[] names = Directory.Exists(store)
            ?
            [
                .. Directory
                    .EnumerateDirectories(store)
                    .Select(Path.GetFileName)
                    .OfType<string>()
                    .Order(StringComparer.Ordinal),
            ]
            : [];
        string[] begun = [.. names.Where(name => name.StartsWith(place, StringComparison.Ordinal))];
        string[] whole = [.. begun.Where(name => string.Equals(WithoutHash(name), place, StringComparison.Ordinal))];
        return (whole, begun) switch
        {
            ([var one], _) => Path.Combine(store, one),
            (_, [var one]) => Path.Combine(store, one),
            (_, []) => throw new RecordException(
                $"{place}: no such folder, and no folder in {store} begins so; 'hebb runs' lists what there is{Question(place, names)}"
            ),
            _ => throw new RecordException(
                $"{place}: {begun.Length} folders in {store} begin so: {List(begun)}; name one"
            ),
        };
    }

    /// <summary>Searches a folder for runs, and all below it; the folders of its trials where it is one of a sweep.</summary>
    /// <param name="path">The folder; it exists.</param>
    /// <returns>Whether a folder of a run is there.</returns>
    /// <exception cref="RecordException">It is one of a sweep whose record cannot be read.</exception>
    public static bool Search(FolderSearch search, string path)
    {
        if (File.Exists(Path.Combine(path, RunFolder.RecordName)) || !File.Exists(Path.Combine(path, SweepFile.Name)))
        {
            return search.Search(path);
        }

        var store = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        var trials = SweepFile
            .Read(path)
            .Trials.Select(trial => Path.Combine(store, trial.Run))
            .Where(Directory.Exists)
            .Distinct(StringComparer.Ordinal);
        var isFound = false;
        foreach (var trial in trials)
        {
            isFound |= search.Search(trial);
        }

        return isFound;
    }

    private static string WithoutHash(string name) => name.LastIndexOf('-') is > 0 and var dash ? name[..dash] : name;

    private static string Trimmed(string place) =>
        Path.TrimEndingDirectorySeparator(place) is { Length: > 0 } trimmed ? trimmed : place;

    // The name of a folder in the store, without its hash, or else a path.
    private static string Question(string place, IEnumerable<string> names) =>
        NearestName.Guess(place, [.. names.Select(WithoutHash)]) is { } name
            ? $"; did you mean {name}?"
            : NearestPath.Question(place);

    private static string List(string[] names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Length > MostNamed ? ", ..." : "");
}
