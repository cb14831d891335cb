using Hebb.Lab.Records;
using Hebb.Snapshots;

namespace Hebb.Lab.Runs;

/// <summary>What <see cref="RunPlayer"/> plays: something that learns in slices, and writes logs while it goes.</summary>
/// <remarks>Its state is all that the rest of the run depends on. After it was made it is restored, if at all, and then begun.</remarks>
internal interface IPlayedRun : IStateful, IDisposable
{
    /// <summary>How much of the budget is done; all of it where nothing is left to do.</summary>
    long Done { get; }

    /// <summary>Opens the logs.</summary>
    /// <param name="files">The files as they were at the checkpoint that it was restored from; null at its start.</param>
    /// <exception cref="RecordException">A file does not hold what it held then; all are left as they are.</exception>
    void Begin(DateTimeOffset begun, ImmutableArray<RunFile>? files);

    /// <summary>Learns a slice: a part at whose end it can be written down, at the same places however often it was interrupted.</summary>
    void Advance(long until, CancellationToken cancellation);

    /// <summary>What follows when the budget is done, such as an evaluation.</summary>
    void Finish(CancellationToken cancellation);

    /// <summary>Writes the logs to disk and says what they hold now.</summary>
    ImmutableArray<RunFile> Mark();

    /// <summary>Adds the results of the run so far to its record.</summary>
    RunRecord Fill(RunRecord record);
}
