using System.Diagnostics;
using Hebb.Lab.Records;

namespace Hebb.Lab.Sweeps;

/// <summary>The folder of a sweep, held by one process at a time: its record and the tables made of it.</summary>
public sealed class SweepDirectory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private readonly string _path;
    private readonly FileStream _held;
    private long _kept;

    private SweepDirectory(string path, FileStream held, SweepRecord record)
    {
        _path = path;
        _held = held;
        Record = record;
    }

    /// <summary>What is known of the sweep now.</summary>
    public SweepRecord Record { get; private set; }

    /// <summary>Takes hold of the folder of a sweep.</summary>
    /// <param name="path">The folder; it is made where it is missing.</param>
    /// <exception cref="RecordException">Another process holds it, it holds another sweep, or it cannot be written.</exception>
    public static SweepDirectory Open(string path, SweepRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        FileStream? hold = null;
        try
        {
            Directory.CreateDirectory(path);
            hold = DirectoryLock.Hold(path);
            if (File.Exists(Path.Combine(path, SweepFile.Name)))
            {
                SweepRecord known = SweepFile.Read(path);
                if (!string.Equals(known.Hash, record.Hash, StringComparison.Ordinal))
                {
                    throw new RecordException(
                        $"{path} is of the sweep {known.Name} {known.Hash}, not of {record.Hash}"
                    );
                }
            }

            var directory = new SweepDirectory(path, hold, record);
            hold = null;
            return directory;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException && !SystemFailure.Is(exception))
        {
            throw new RecordException($"{path} cannot be written: {RecordException.OneLine(exception)}", exception);
        }
        finally
        {
            hold?.Dispose();
        }
    }

    /// <summary>Keeps what is known of the trials now.</summary>
    public void Keep(ImmutableArray<TrialRecord> trials)
    {
        Record = Record with { Trials = trials };
        SweepFile.Write(_path, Record);
        _kept = Stopwatch.GetTimestamp();
    }

    /// <summary>The same, where nothing was kept lately: the runs keep themselves, so that nothing is lost by it.</summary>
    public void KeepNowAndThen(ImmutableArray<TrialRecord> trials)
    {
        if (Stopwatch.GetElapsedTime(_kept) >= Interval)
        {
            Keep(trials);
        }
    }

    /// <summary>Writes the tables of a sweep that was played.</summary>
    /// <param name="command">The command line that makes these results.</param>
    /// <param name="score">What the score of a run is, as the end of a sentence.</param>
    /// <returns>The paths of the files.</returns>
    /// <exception cref="OperationCanceledException">The writing was cancelled between two files.</exception>
    public IReadOnlyList<string> WriteResults(string command, string score, CancellationToken cancellation) =>
        [
            Path.Combine(_path, SweepFile.Name),
            .. ResultFile.WriteAll(
                _path,
                [
                    ("trials.csv", stream => TrialsTable.Write(stream, Record)),
                    ("summary.md", stream => SweepPage.Write(stream, Record, command, score)),
                ],
                cancellation
            ),
        ];

    /// <summary>Lets the folder go.</summary>
    public void Dispose() => _held.Dispose();
}
