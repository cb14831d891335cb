using System.Diagnostics;
using Hebb.Lab.Checkpoints;
using Hebb.Lab.Records;
using Hebb.Lab.Runs.Progress;
using Hebb.Snapshots;

namespace Hebb.Lab.Runs;

/// <summary>
/// Plays one run on one thread, in a folder that no other process may use meanwhile: from its start, or from the last checkpoint that
/// is there. The results are bitwise identical, however often it was interrupted.
/// </summary>
/// <remarks>
/// Logs are appended as they come. A checkpoint is written when they are on the disk, and knows how far they went; what was
/// appended later is cut off when the run goes on from there. At every moment the folder holds a whole checkpoint or none.
/// </remarks>
internal sealed class RunPlayer : IDisposable
{
    private readonly RunPlan _plan;
    private readonly ulong _seed;
    private readonly string _folder;
    private readonly RunProgress _progress;
    private readonly TimeSpan _interval;
    private readonly FileStream _held;
    private readonly LearningClock _clock = new();
    private readonly IPlayedRun _run;
    private readonly DateTimeOffset _begun;
    private long _lastCheckpoint;

    private RunPlayer(RunPlan plan, ulong seed, string folder, TimeSpan interval, RunProgress progress)
    {
        _plan = plan;
        _seed = seed;
        _folder = folder;
        _interval = interval;
        _progress = progress;
        Directory.CreateDirectory(folder);
        _held = DirectoryLock.Hold(folder);
        try
        {
            _run = plan.Start(seed, folder, _clock, progress);
            Checkpoint? checkpoint = RunFolder.ReadCheckpoint(folder, plan.Identity(seed));
            if (checkpoint is null)
            {
                _begun = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
                _run.Begin(_begun, files: null);
            }
            else
            {
                _begun = checkpoint.Begun;
                _clock.Resume(checkpoint.Seconds);
                RunFolder.Restore(folder, checkpoint, _run);
                _run.Begin(_begun, checkpoint.Files);
            }
        }
        catch
        {
            _run?.Dispose();
            _held.Dispose();
            throw;
        }

        _lastCheckpoint = Stopwatch.GetTimestamp();
    }

    /// <summary>Plays a run to its end, or to a part of its budget.</summary>
    /// <param name="folder">Where its files are; it is made where it is missing.</param>
    /// <param name="interval">The time from one checkpoint to the next, at least.</param>
    /// <param name="until">How much of the budget is to be played now; null for all of it.</param>
    /// <param name="cancellation">Asked before every step or batch; the run is kept as far as it came.</param>
    /// <returns>Its record, as it stands in the folder: of a finished run, or of one that was stopped at the part.</returns>
    /// <exception cref="RecordException">Another process plays it, or the folder holds something else or something damaged.</exception>
    /// <exception cref="RunFailedException">What learns, or its environment, could not go on.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RunRecord Play(
        RunPlan plan,
        ulong seed,
        string folder,
        TimeSpan interval,
        RunProgress progress,
        long? until,
        CancellationToken cancellation
    )
    {
        using var player = new RunPlayer(plan, seed, folder, interval, progress);
        try
        {
            return player.Play(until ?? plan.Budget.Amount, cancellation);
        }
        catch (OperationCanceledException)
        {
            player.Keep(RunStatus.Stopped);
            throw;
        }
        catch (Exception exception)
            when (exception is not (IOException or UnauthorizedAccessException or RecordException))
        {
            RunFolder.WriteRecord(
                folder,
                player.Record(RunStatus.Failed) with
                {
                    Failure = RecordException.OneLine(exception),
                }
            );
            throw new RunFailedException($"{folder} failed: {RecordException.OneLine(exception)}", exception);
        }
    }

    /// <summary>Lets the folder go.</summary>
    public void Dispose()
    {
        try
        {
            _run.Dispose();
        }
        finally
        {
            _held.Dispose();
        }
    }

    private RunRecord Play(long until, CancellationToken cancellation)
    {
        _progress.Resumed(_run.Done);
        RunFolder.WriteRecord(_folder, Record(RunStatus.Running));
        Learn(Math.Min(until, _plan.Budget.Amount), cancellation);
        if (_run.Done < _plan.Budget.Amount)
        {
            return Keep(RunStatus.Stopped);
        }

        _run.Finish(cancellation);
        return Keep(RunStatus.Finished);
    }

    private void Learn(long until, CancellationToken cancellation)
    {
        while (_run.Done < until)
        {
            var before = _run.Done;
            _run.Advance(until, cancellation);
            _progress.Advanced(_run.Done - before);
            if (Stopwatch.GetElapsedTime(_lastCheckpoint) >= _interval)
            {
                Keep(RunStatus.Running);
            }
        }
    }

    // A checkpoint, and the record that belongs to it.
    private RunRecord Keep(RunStatus status)
    {
        var seconds = _clock.Seconds;
        var files = _run.Mark();
        CheckpointFile.Write(
            RunFolder.CheckpointPath(_folder),
            new Checkpoint(_plan.Identity(_seed), _begun, seconds, files, StateSnapshot.Of(_run))
            {
                Agent = _plan.DescribeAgent(_seed),
            }
        );
        RunRecord record = Record(status) with { Files = files };
        RunFolder.WriteRecord(_folder, record);
        _lastCheckpoint = Stopwatch.GetTimestamp();
        return record;
    }

    private RunRecord Record(RunStatus status)
    {
        var seconds = _clock.Seconds;
        RunRecord record = _run.Fill(
            new RunRecord(
                RunRecord.CurrentFormatVersion,
                _plan.Learner,
                _plan.Environment,
                _seed,
                _plan.Budget.Steps,
                StepsTaken: 0,
                Episodes: 0,
                SolvedAt: null,
                Last100: null,
                GreedyReturns: null,
                seconds,
                MicrosecondsPerStep: 0,
                DivergedAt: null
            )
            {
                Experiment = _plan.Experiment,
                Hash = _plan.Hash,
                Status = status,
                EpisodeBudget = _plan.Budget.Episodes,
                Begun = _begun,
                Updated = DateTimeOffset.UtcNow,
                Program = ProgramDescription.Version,
                Machine = ProgramDescription.Machine,
                Configuration = _plan.Configuration,
            }
        );
        return record with { MicrosecondsPerStep = 1e6 * seconds / Math.Max(record.StepsTaken, 1) };
    }
}
