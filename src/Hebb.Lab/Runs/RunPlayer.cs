using System.Diagnostics;
using Hebb.Agents;
using Hebb.Agents.Diagnostics;
using Hebb.Lab.Checkpoints;
using Hebb.Lab.Logs;
using Hebb.Lab.Records;
using Hebb.Lab.Runs.Progress;
using Hebb.Snapshots;

namespace Hebb.Lab.Runs;

/// <summary>
/// Plays one run on one thread, in a folder that no other process may use meanwhile: from its start, or from the last checkpoint that
/// is there. What comes of it is the same, to the bit, however often it was interrupted.
/// </summary>
/// <remarks>
/// Episodes and events are appended as they come. A checkpoint is written when both are on the disk, and knows how far they went; what
/// was appended later is cut off when the run goes on from there. At every moment the folder holds a whole checkpoint or none.
/// </remarks>
internal sealed class RunPlayer : IDisposable
{
    // Steps between two looks at the clock, at the same places however often the run was interrupted.
    private const long Slice = 500;

    private readonly RunPlan _plan;
    private readonly ulong _seed;
    private readonly string _folder;
    private readonly RunProgress _progress;
    private readonly TimeSpan _interval;
    private readonly FileStream _held;
    private readonly ActiveRun _state;
    private readonly double[] _diagnostics;
    private readonly DateTimeOffset _begun;
    private readonly double _secondsBefore;
    private readonly RunLogs _logs;
    private readonly long _started;
    private long _lastCheckpoint;
    private TimeSpan _evaluating;

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
            _state = new ActiveRun(plan, seed);
            _diagnostics = new double[_state.DiagnosticNames.Length];
            Checkpoint? checkpoint = RunFolder.ReadCheckpoint(folder, plan.Identity(seed));
            if (checkpoint is null)
            {
                _begun = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
                _logs = RunLogs.Begin(folder, _begun, plan.Environment, _state.DiagnosticNames);
            }
            else
            {
                _begun = checkpoint.Begun;
                _secondsBefore = checkpoint.Seconds;
                RunFolder.Restore(folder, checkpoint, _state);
                _logs = RunLogs.Continue(folder, checkpoint.Files, _begun, plan.Environment, _state.DiagnosticNames);
            }
        }
        catch
        {
            _logs?.Dispose();
            _held.Dispose();
            throw;
        }

        _started = Stopwatch.GetTimestamp();
        _lastCheckpoint = _started;
    }

    // Of learning, evaluations aside.
    private double Seconds => _secondsBefore + (Stopwatch.GetElapsedTime(_started) - _evaluating).TotalSeconds;

    private long Done =>
        Math.Min(_plan.Budget.Steps.HasValue ? _state.Loop.Steps : _state.Loop.Episodes, _plan.Budget.Amount);

    /// <summary>Plays a run to its end, or to a part of its budget.</summary>
    /// <param name="plan">What is played.</param>
    /// <param name="seed">The seed that everything is drawn from.</param>
    /// <param name="folder">Where its files are; it is made where it is missing.</param>
    /// <param name="interval">The time from one checkpoint to the next, at least.</param>
    /// <param name="progress">Is told of every episode, and of the steps.</param>
    /// <param name="until">How much of the budget is to be played now; null for all of it.</param>
    /// <param name="cancellation">Asked before every step; the run is kept as far as it came.</param>
    /// <returns>Its record, as it stands in the folder: of a finished run, or of one that was stopped at the part.</returns>
    /// <exception cref="RecordException">Another process plays it, or the folder holds something else or something damaged.</exception>
    /// <exception cref="RunFailedException">The agent or the environment could not go on.</exception>
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
            _logs.Dispose();
        }
        finally
        {
            _held.Dispose();
        }
    }

    private RunRecord Play(long until, CancellationToken cancellation)
    {
        _progress.Resumed(Done);
        RunFolder.WriteRecord(_folder, Record(RunStatus.Running));
        Learn(Math.Min(until, _plan.Budget.Amount), cancellation);
        if (Done < _plan.Budget.Amount)
        {
            return Keep(RunStatus.Stopped);
        }

        // Only here: where a part of the budget ends is no place to look that a run of one stroke has.
        _state.CheckFinite(_state.Loop.Steps);
        Evaluate(cancellation);
        return Keep(RunStatus.Finished);
    }

    private void Learn(long until, CancellationToken cancellation)
    {
        TrainingLoop loop = _state.Loop;
        (var mostSteps, var mostEpisodes) = _plan.Budget.Steps.HasValue
            ? (until, long.MaxValue)
            : (long.MaxValue, until);
        while (loop.Steps < mostSteps && loop.Episodes < mostEpisodes)
        {
            var before = Done;
            var slice = Math.Min(((loop.Steps / Slice) + 1) * Slice, _state.NextEvaluation);
            loop.Run(Math.Min(slice, mostSteps), mostEpisodes, Ended, cancellation);
            _progress.Advanced(Done - before);

            // That of the end stands for one that would come with it.
            if (loop.Steps >= _state.NextEvaluation && Done < _plan.Budget.Amount)
            {
                _logs.Evaluation(Greedy(cancellation).Average(), loop.Steps, Seconds);
                _state.Evaluated(_plan.EvaluationPeriod);
            }

            if (Stopwatch.GetElapsedTime(_lastCheckpoint) >= _interval)
            {
                Keep(RunStatus.Running);
            }
        }
    }

    private void Ended(EpisodeEnd end)
    {
        _state.Add(end);
        (_state.Agent as IDiagnosed)?.TakeDiagnostics(_diagnostics);
        _logs.Episode(end.Return, end.Length, Seconds, end.EnvironmentSteps, _diagnostics);
        _progress.EpisodeEnded(end.Return);
    }

    private void Evaluate(CancellationToken cancellation)
    {
        if (!_state.IsEvaluated)
        {
            var returns = _state.EvaluationEpisodes > 0 ? Greedy(cancellation) : [];
            if (returns.Length > 0)
            {
                _logs.Evaluation(returns.Average(), _state.Loop.Steps, Seconds);
            }

            _state.Evaluated(returns);
        }
    }

    private double[] Greedy(CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var returns = GreedyEvaluation.Run(
            (IGreedyAgent)_state.Agent,
            _plan.CreateEnvironment(),
            _state.EvaluationEpisodes,
            _seed,
            cancellation
        );
        _evaluating += Stopwatch.GetElapsedTime(began);
        return returns;
    }

    // A checkpoint, and the record that belongs to it.
    private RunRecord Keep(RunStatus status)
    {
        var seconds = Seconds;
        var files = _logs.Mark();
        CheckpointFile.Write(
            RunFolder.CheckpointPath(_folder),
            new Checkpoint(_plan.Identity(_seed), _begun, seconds, files, StateSnapshot.Of(_state))
        );
        RunRecord record = Record(status) with { Files = files };
        RunFolder.WriteRecord(_folder, record);
        _lastCheckpoint = Stopwatch.GetTimestamp();
        return record;
    }

    private RunRecord Record(RunStatus status)
    {
        var seconds = Seconds;
        return _state.Fill(
            new RunRecord(
                RunRecord.CurrentFormatVersion,
                _plan.Agent.Name,
                _plan.Environment,
                _seed,
                _plan.Budget.Steps,
                StepsTaken: 0,
                Episodes: 0,
                SolvedAt: null,
                Last100: null,
                GreedyReturns: null,
                seconds,
                1e6 * seconds / Math.Max(_state.Loop.Steps, 1),
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
    }
}
