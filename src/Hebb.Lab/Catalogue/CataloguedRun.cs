using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Catalogue;

/// <summary>A run as its <c>run.json</c> tells of it, wherever it stands; its episodes are read where they are asked for.</summary>
/// <param name="Record">What is known of it.</param>
/// <param name="State">How it stands.</param>
/// <param name="Settings">The settings of its configuration; shared by the runs of one hash.</param>
public sealed record CataloguedRun(string Folder, RunRecord Record, RunState State, RunSettings Settings)
{
    /// <summary>What the names of its record mean.</summary>
    public CatalogueSet Catalogues { get; init; } = CatalogueSet.Standard;

    /// <summary>The environment that its record names; null where there is none of that name.</summary>
    public EnvironmentEntry? Environment => Catalogues.Environments.TryFind(Record.Environment);

    /// <summary>The mean return from which its environment counts as solved; null where there is none or it is not known.</summary>
    public double? Threshold => Environment?.Specification.SolvedAt;

    /// <summary>The same for runs that differ by their seeds alone: the hash, or, where no file can describe the agent, what stands for it.</summary>
    public string Key =>
        Record.Hash.Length > 0
            ? Record.Hash
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Record.Experiment}|{Record.Agent}|{Record.Environment}|{Record.Steps}|{Record.EpisodeBudget}"
            );

    /// <summary>The name of the folder that its seeds share, such as <c>ppo-ep-CartPole-v1-0123456789ab</c>.</summary>
    public string GroupFolder => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(Folder))) ?? "";

    /// <summary>Whether its folder has the name that its run was given, <c>seed-N</c> in one of its configuration.</summary>
    internal bool IsAtItsPlace =>
        string.Equals(Path.GetFileName(Folder), RunFolder.NameOf(Record.Seed), StringComparison.Ordinal)
        && string.Equals(GroupFolder, $"{Record.Experiment}-{Record.Hash}", StringComparison.Ordinal);

    /// <summary>Whether it is supervised training, rather than an agent in an environment.</summary>
    public bool IsSupervised => Record.Supervised is not null;

    /// <summary>Whether a parameter was NaN or infinite.</summary>
    public bool HasDiverged => Record.DivergedAt.HasValue;

    /// <summary>The words that <see cref="StateText"/> is made of.</summary>
    public static IReadOnlyList<string> StateWords { get; } =
    [.. Enum.GetValues<RunState>().Select(Word), DivergedWord, CollapsedWord];

    private const string DivergedWord = "diverged";
    private const string CollapsedWord = "collapsed";

    /// <summary>How it stands in a word, and what befell it, such as <c>finished, collapsed</c>.</summary>
    public string StateText =>
        Word(State) + (HasDiverged ? $", {DivergedWord}" : "") + (Record.EndsCollapsed ? $", {CollapsedWord}" : "");

    /// <summary>
    /// Reads its episodes, or its epochs: of a finished run exactly those that its record knows, of another as far as they are written;
    /// null where it has not begun to write them.
    /// </summary>
    /// <exception cref="RecordException">They cannot be read, are damaged, or are not what the record knows.</exception>
    public RunTable? ReadTable() =>
        Record.Supervised is { } training
            ? EpochTable.Read(Folder, Record.Steps!.Value / training.Epochs, Known(EpochTable.FileName))
        : Known(EpisodeLog.FileName) is { } known ? EpisodeTable.Read(Path.Combine(Folder, EpisodeLog.FileName), known)
        : EpisodeTable.ReadSoFar(Folder);

    /// <summary>The names of the columns of that table alone; none where it is not begun.</summary>
    /// <exception cref="RecordException">They cannot be read, or are damaged.</exception>
    public ImmutableArray<string> ReadColumns() => IsSupervised ? EpochTable.AllNames : EpisodeTable.ReadNames(Folder);

    /// <summary>Reads its events in the same way; none where it has not begun to write them.</summary>
    /// <exception cref="RecordException">They cannot be read, are damaged, or are not what the record knows.</exception>
    public ImmutableArray<ScalarEvent> ReadEvents()
    {
        var path = Path.Combine(Folder, EventLog.FileName);
        return Known(EventLog.FileName) is { } known ? EventFile.Read(path, known)
            : File.Exists(path) ? EventFile.Read(path, acceptUnfinished: true)
            : [];
    }

    /// <summary>A state in a word.</summary>
    public static string Word(RunState state) => state.ToString().ToLowerInvariant();

    // What a finished run wrote does not change any more.
    private RunFile? Known(string file) =>
        Record.Status is RunStatus.Finished
            ? Record.Files.FirstOrDefault(known => string.Equals(known.Name, file, StringComparison.Ordinal))
            : null;
}

/// <summary>A folder whose <c>run.json</c> cannot be used.</summary>
/// <param name="Reason">Why, as part of a line.</param>
public sealed record DamagedRun(string Folder, string Reason);

/// <summary>How a run stands, seen from outside.</summary>
public enum RunState
{
    /// <summary>A process plays it now.</summary>
    Running,

    /// <summary>Whoever played it was killed: it says that it runs, and nobody holds its folder.</summary>
    Interrupted,

    /// <summary>It was played to its end.</summary>
    Finished,

    /// <summary>It was stopped before its end, and can be continued.</summary>
    Stopped,

    /// <summary>Something went wrong.</summary>
    Failed,
}
