using System.Collections.Concurrent;
using Hebb.Catalogues;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Catalogue;

/// <summary>
/// The runs below some places: whole stores, folders of configurations, sweeps, single runs. Their <c>run.json</c> alone is
/// read, so that thousands of runs are listed in a moment.
/// </summary>
public sealed class RunCatalogue
{
    private readonly ImmutableArray<(FoundFolder Found, CataloguedRun Run)> _all;
    private readonly ImmutableArray<RunCopy> _linked;

    private RunCatalogue(
        ImmutableArray<(FoundFolder Found, CataloguedRun Run)> all,
        ImmutableArray<RunCopy> linked,
        ImmutableArray<DamagedRun> damaged,
        ImmutableArray<DamagedRun> closed
    )
    {
        _all = all;
        _linked = linked;
        Damaged = damaged;
        Closed = closed;
        (Runs, var copies) = RunCopy.Of(all);
        var folders = all.Select(one => one.Run.Folder).ToHashSet(StringComparer.Ordinal);
        Copies = [.. copies, .. linked.Where(copy => folders.Contains(copy.Original))];
    }

    /// <summary>The runs that can be read, each once: in the order of the places, then of folder and seed.</summary>
    public ImmutableArray<CataloguedRun> Runs { get; }

    /// <summary>The folders of runs that cannot.</summary>
    public ImmutableArray<DamagedRun> Damaged { get; }

    /// <summary>The folders that cannot be opened, so that nobody knows of runs in them.</summary>
    public ImmutableArray<DamagedRun> Closed { get; }

    /// <summary>The runs that are there more than once: all but those that count.</summary>
    public ImmutableArray<RunCopy> Copies { get; }

    /// <summary>What is not among the runs, and why: a line for each kind.</summary>
    public IEnumerable<string> Omissions
    {
        get
        {
            if (Damaged is [var run, ..])
            {
                yield return $"left out: {Counted.Text(Damaged.Length, "run")} that cannot be read, such as {run.Folder}: {run.Reason}";
            }

            if (Closed is [var folder, ..])
            {
                yield return $"left out: {Counted.Text(Closed.Length, "folder")} that cannot be opened, such as {folder.Folder}: {folder.Reason}";
            }

            if (CopiesText is { } copies)
            {
                yield return $"counted once: {copies}";
            }
        }
    }

    /// <summary>How many copies there are, such as which; null where there are none.</summary>
    public string? CopiesText =>
        Copies is [var copy, ..]
            ? $"{Counted.Text(Copies.Length, "folder")} with runs that are there more than once, such as {copy.Folder}, which is a copy of {copy.Original}"
            : null;

    /// <summary>Reads the runs below some places.</summary>
    /// <param name="places">Paths, or names or beginnings of names of folders in the store; at least one.</param>
    /// <param name="store">The store; it need not exist where all places are paths.</param>
    /// <param name="catalogues">What the names of the records mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="RecordException">A place is nothing of the kind, holds no run, or is itself a damaged run.</exception>
    public static RunCatalogue Read(IReadOnlyList<string> places, string store, CatalogueSet? catalogues = null)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(store);
        var search = new FolderSearch();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            var path = RunPlaces.Resolve(place, store);
            var closed = search.Closed.Count;
            if (!RunPlaces.Search(search, path))
            {
                throw new RecordException(
                    search.Closed.Count > closed
                        ? $"{search.Closed[closed].Folder} cannot be opened: {search.Closed[closed].Reason}"
                        : $"{place} holds no run: a folder with a {RunFolder.RecordName} somewhere below it is needed"
                );
            }

            named.Add(path);
        }

        return ReadAll(search, named, catalogues);
    }

    /// <summary>The runs for which something holds, with what is known of those that cannot be read.</summary>
    /// <param name="filters">What holds for all of them.</param>
    /// <remarks>
    /// Two experiments may have one configuration: of its copies counts that of the experiment, or of the folder, that is asked for. By
    /// all else a copy that does not count is not chosen.
    /// </remarks>
    /// <exception cref="RecordException">A condition means nothing, or no run can fulfil it.</exception>
    public RunCatalogue Where(IReadOnlyCollection<RunFilter> filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        RunCatalogue named = Chosen(
            [.. _all.Select(one => one.Run)],
            [.. filters.Where(filter => filter.IsOfPlace)],
            _linked
        );
        return named.Chosen(named.Runs, [.. filters.Where(filter => !filter.IsOfPlace)], named.Copies);
    }

    private RunCatalogue Chosen(
        ImmutableArray<CataloguedRun> runs,
        IReadOnlyCollection<RunFilter> filters,
        ImmutableArray<RunCopy> copies
    )
    {
        var chosen = RunFilter.Apply(runs, filters).ToHashSet<CataloguedRun>(ReferenceEqualityComparer.Instance);
        return new RunCatalogue([.. _all.Where(one => chosen.Contains(one.Run))], copies, Damaged, Closed);
    }

    /// <summary>Reads the runs of a folder that may well have none.</summary>
    /// <param name="folder">The folder; it exists.</param>
    internal static RunCatalogue ReadBelow(string folder)
    {
        var search = new FolderSearch();
        RunPlaces.Search(search, folder);
        return ReadAll(search, [], null);
    }

    private static RunCatalogue ReadAll(FolderSearch search, HashSet<string> named, CatalogueSet? catalogues)
    {
        var folders = search.Found;
        var read = new (CataloguedRun? Run, DamagedRun? Damaged)[folders.Count];
        var settings = new ConcurrentDictionary<string, RunSettings>(StringComparer.Ordinal);
        Parallel.For(
            0,
            folders.Count,
            place => read[place] = ReadOne(folders[place].Path, settings, catalogues ?? CatalogueSet.Standard)
        );
        ImmutableArray<DamagedRun> damaged = [.. read.Select(one => one.Damaged).OfType<DamagedRun>()];
        if (damaged.FirstOrDefault(run => named.Contains(run.Folder)) is { } direct)
        {
            throw new RecordException($"{direct.Folder} is no folder of a run that can be read: {direct.Reason}");
        }

        return new RunCatalogue(
            [.. folders.Zip(read).Where(one => one.Second.Run is not null).Select(one => (one.First, one.Second.Run!))],
            [.. Linked(search, read)],
            damaged,
            [.. search.Closed]
        );
    }

    // What links lead to a second time is a copy of what is there, or is damaged as that is.
    private static IEnumerable<RunCopy> Linked(FolderSearch search, (CataloguedRun? Run, DamagedRun? Damaged)[] read)
    {
        var originals = search
            .Found.Zip(read)
            .Where(one => one.Second.Run is not null)
            .ToDictionary(one => one.First.RealPath, one => one.First.Path, StringComparer.Ordinal);
        return search
            .FoundAgain.Where(folder => originals.ContainsKey(folder.RealPath))
            .Select(folder => new RunCopy(folder.Path, originals[folder.RealPath]));
    }

    private static (CataloguedRun? Run, DamagedRun? Damaged) ReadOne(
        string folder,
        ConcurrentDictionary<string, RunSettings> settings,
        CatalogueSet catalogues
    )
    {
        try
        {
            RunRecord record =
                RunFolder.ReadRecord(folder) ?? throw new RecordException($"its {RunFolder.RecordName} is gone");

            // Equal hashes are of equal settings: those of a thousand seeds are taken apart once.
            RunSettings own =
                record.Hash.Length > 0
                    ? settings.GetOrAdd(record.Hash, _ => RunSettings.Of(record))
                    : RunSettings.Of(record);
            return (
                new CataloguedRun(folder, record, State(folder, record.Status), own) { Catalogues = catalogues },
                null
            );
        }
        catch (Exception exception)
            when (exception is RecordException or InvalidOperationException or ArgumentException)
        {
            // What a configuration holds is found out when it is taken apart.
            return (
                null,
                new DamagedRun(
                    folder,
                    $"{RecordFile.Reason(exception.InnerException ?? exception)}: {RunFolder.Remedy}"
                )
            );
        }
    }

    private static RunState State(string folder, RunStatus status) =>
        status switch
        {
            RunStatus.Finished => RunState.Finished,
            RunStatus.Stopped => RunState.Stopped,
            RunStatus.Failed => RunState.Failed,
            _ => DirectoryLock.IsHeld(folder) ? RunState.Running : RunState.Interrupted,
        };
}
