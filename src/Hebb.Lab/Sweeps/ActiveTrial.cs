using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Sweeps;

/// <summary>
/// A trial while its sweep is played: the progress of its runs, and their results. The runner that it belongs to lets one thread
/// at a time change it or look at it.
/// </summary>
internal sealed class ActiveTrial
{
    private readonly SweepTrial _trial;
    private readonly ImmutableArray<ulong> _seeds;
    private readonly string _folder;
    private readonly RunRecord?[] _records;
    private readonly RunProgress?[] _progress;
    private readonly string?[] _failures;
    private int _underWay;
    private int _rung;

    /// <summary>Finds out what of a trial is already done.</summary>
    /// <exception cref="RecordException">The record of a run cannot be read.</exception>
    public ActiveTrial(SweepTrial trial, ImmutableArray<ulong> seeds, string folder)
    {
        _trial = trial;
        _seeds = seeds;
        _folder = folder;
        _progress = new RunProgress?[seeds.Length];
        _failures = new string?[seeds.Length];
        Progress = new GroupProgress(trial.Name, seeds.Length, trial.Plan.Budget.Amount);
        _records = [.. seeds.Select((seed, place) => RunFolder.ReadRecord(FolderOf(place), trial.Plan.Identity(seed)))];
        for (var seed = 0; seed < _records.Length; seed++)
        {
            Restore(seed);
        }

        Status = Array.TrueForAll(_records, IsFinished) ? TrialStatus.Finished : TrialStatus.Waiting;
    }

    /// <summary>What its runs play.</summary>
    public RunPlan Plan => _trial.Plan;

    /// <summary>Its number.</summary>
    public int Number => _trial.Number;

    /// <summary>The progress of its runs; may be read while they run.</summary>
    public GroupProgress Progress { get; }

    /// <summary>Its progress.</summary>
    public TrialStatus Status { get; private set; }

    /// <summary>How many of its runs are finished.</summary>
    public int FinishedCount => _records.Count(IsFinished);

    /// <summary>The seed of a run.</summary>
    public ulong SeedOf(int seed) => _seeds[seed];

    /// <summary>The folder of a run.</summary>
    public string FolderOf(int seed) => Path.Combine(_folder, RunFolder.NameOf(_seeds[seed]));

    /// <summary>How much of the budget a part of it is.</summary>
    /// <param name="part">The part; above 0, at most 1.</param>
    public long Amount(double part) => Plan.AmountOf(part);

    /// <summary>The places of the seeds whose runs have not come to a part of the budget.</summary>
    public IEnumerable<int> Short(double part) =>
        Enumerable
            .Range(0, _seeds.Length)
            .Where(seed => _records[seed] is not { } record || Done(record) < Amount(part));

    /// <summary>What its runs still have to play to a part of their budgets, of what they play after another part.</summary>
    /// <param name="after">The other part; 0 for none.</param>
    public long Remaining(double part, double after = 0)
    {
        var floor = after > 0 ? Amount(after) : 0;
        return Enumerable.Range(0, _seeds.Length).Sum(seed => Math.Max(0, Amount(part) - Math.Max(floor, Done(seed))));
    }

    /// <summary>A run begins.</summary>
    /// <returns>Where it tells how it is doing.</returns>
    public RunProgress Begin(int seed)
    {
        _underWay++;
        if (Status is not TrialStatus.Failed)
        {
            Status = TrialStatus.Running;
        }

        return _progress[seed] ??= Progress.RunStarted();
    }

    /// <summary>A run ended, or came as far as it was to come now.</summary>
    public void End(int seed, RunRecord record)
    {
        _underWay--;
        _records[seed] = record;
        if (IsFinished(record))
        {
            Progress.RunFinished();
        }

        if (Status is not TrialStatus.Failed)
        {
            Status =
                Array.TrueForAll(_records, IsFinished) ? TrialStatus.Finished
                : _underWay > 0 ? TrialStatus.Running
                : TrialStatus.Waiting;
        }
    }

    /// <summary>A run, and with it the trial, could not continue.</summary>
    public void Fail(int seed, string reason)
    {
        _underWay--;
        Status = TrialStatus.Failed;
        _failures[seed] = reason;
    }

    /// <summary>It was good enough to continue.</summary>
    public void Rise() => _rung++;

    /// <summary>Others did better: what was played to its end all the same stays finished.</summary>
    public void GiveUp()
    {
        if (Status is not TrialStatus.Finished)
        {
            Status = TrialStatus.Stopped;
        }
    }

    /// <summary>Its score at a part of its budget, even if it has run further: the mean over seeds.</summary>
    /// <param name="part">The part; every run has come to it.</param>
    /// <exception cref="RecordException">What a run wrote cannot be read, or was changed.</exception>
    public double ScoreAt(double part) =>
        Enumerable.Range(0, _seeds.Length).Average(seed => Plan.ScoreAt(FolderOf(seed), _records[seed]!, Amount(part)));

    /// <summary>What is known of it now.</summary>
    public TrialRecord ToRecord() =>
        new(
            Number,
            (JsonObject)_trial.Values.DeepClone(),
            Path.GetFileName(_folder),
            Plan.Hash,
            Status,
            _rung,
            Array.TrueForAll(_records, run => ScoreOf(run) is not null) ? _records.Average(ScoreOf) : null
        )
        {
            Diverged = _records.Count(run => run?.DivergedAt is not null),
            Failure = Array.Find(_failures, failure => failure is not null),
        };

    private double? ScoreOf(RunRecord? record) => record is null ? null : Plan.ScoreOf(record);

    private long Done(int seed)
    {
        var kept = _records[seed] is { } record ? Done(record) : 0;
        return Math.Max(kept, _progress[seed]?.Done ?? 0);
    }

    private long Done(RunRecord record) =>
        IsFinished(record) ? long.MaxValue
        : record.Status is not RunStatus.Stopped ? 0
        : Plan.Budget.Steps.HasValue ? record.StepsTaken
        : record.Episodes;

    private void Restore(int seed)
    {
        if (IsFinished(_records[seed]))
        {
            Progress.RunRestored(ScoreOf(_records[seed]) is { } score ? [score] : []);
        }
        else if (_records[seed] is { Status: RunStatus.Stopped } stopped)
        {
            _progress[seed] = Progress.RunFound(Math.Min(Done(stopped), Plan.Budget.Amount));
        }
    }

    private static bool IsFinished(RunRecord? record) => record?.Status == RunStatus.Finished;
}
