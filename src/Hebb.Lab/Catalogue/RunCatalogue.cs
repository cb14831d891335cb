using System.Collections.Concurrent;
using Hebb.Catalogues;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Catalogue;

/// <summary>
/// The runs below some places: whole stores, folders of configurations, sweeps, single runs. Their <c>run.json</c> alone is
/// read, so that thousands of runs are listed in a moment.
/// </summary>
/// <param name="Runs">The runs that can be read, each once: in the order of the places, then of folder and seed.</param>
/// <param name="Damaged">The folders that cannot.</param>
public sealed record RunCatalogue(ImmutableArray<CataloguedRun> Runs, ImmutableArray<DamagedRun> Damaged)
{
    /// <summary>Reads the runs below some places.</summary>
    /// <param name="places">Paths, or names or beginnings of names of folders in the store; at least one.</param>
    /// <param name="store">The store; it need not exist where all places are paths.</param>
    /// <param name="catalogues">What the names of the records mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="RecordException">A place is nothing of the kind, holds no run, or is itself a damaged run.</exception>
    public static RunCatalogue Read(IReadOnlyList<string> places, string store, CatalogueSet? catalogues = null)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(store);
        var folders = new List<string>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            var path = RunPlaces.Resolve(place, store);
            var found = RunPlaces.FoldersBelow(path);
            if (found.Count == 0)
            {
                throw new RecordException(
                    $"{place} holds no run: a folder with a {RunFolder.RecordName} somewhere below it is needed"
                );
            }

            if (found is [var only] && string.Equals(only, path, StringComparison.Ordinal))
            {
                named.Add(path);
            }

            folders.AddRange(found);
        }

        return ReadAll([.. folders.DistinctBy(Path.GetFullPath, StringComparer.Ordinal)], named, catalogues);
    }

    /// <summary>Reads the runs of a folder that may well have none.</summary>
    internal static RunCatalogue ReadBelow(string folder) => ReadAll([.. RunPlaces.FoldersBelow(folder)], [], null);

    private static RunCatalogue ReadAll(string[] folders, HashSet<string> named, CatalogueSet? catalogues)
    {
        var read = new (CataloguedRun? Run, DamagedRun? Damaged)[folders.Length];
        var settings = new ConcurrentDictionary<string, RunSettings>(StringComparer.Ordinal);
        Parallel.For(
            0,
            folders.Length,
            place => read[place] = ReadOne(folders[place], settings, catalogues ?? CatalogueSet.Standard)
        );
        ImmutableArray<DamagedRun> damaged = [.. read.Select(one => one.Damaged).OfType<DamagedRun>()];
        return damaged.FirstOrDefault(run => named.Contains(run.Folder)) is { } direct
            ? throw new RecordException($"{direct.Folder} is no folder of a run that can be read: {direct.Reason}")
            : new RunCatalogue([.. read.Select(one => one.Run).OfType<CataloguedRun>()], damaged);
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
            return (null, new DamagedRun(folder, RecordFile.Reason(exception.InnerException ?? exception)));
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
