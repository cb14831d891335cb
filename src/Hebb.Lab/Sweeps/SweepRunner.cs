using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hebb.Lab.Configurations;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;
using Hebb.Lab.Training;

namespace Hebb.Lab.Sweeps;

/// <summary>
/// Plays the trials of a sweep from every seed, in the folders of the store that belong to their configurations: what was played before,
/// by whatever command, is not played again. Its record is kept up to date while it goes.
/// </summary>
public sealed class SweepRunner
{
    private readonly ImmutableArray<SweepTrial> _trials;
    private readonly ImmutableArray<ulong> _seeds;
    private readonly Func<RunPlan, string> _folderOf;
    private readonly SweepHalving? _halving;
    private readonly TrainingRecord?[][] _records;
    private readonly RunProgress?[][] _progress;
    private readonly TrialStatus[] _statuses;
    private readonly int[] _underWay;
    private readonly int[] _rungs;
    private readonly string?[][] _failures;
    private readonly ImmutableArray<double> _parts;
    private readonly Lock _changing = new();
    private int[] _left;
    private int _part;

    /// <summary>Prepares a sweep and finds out what of it is already done.</summary>
    /// <param name="trials">The trials, whose configurations differ from one another.</param>
    /// <param name="seeds">The seeds of each.</param>
    /// <param name="folderOf">The folder of the runs of a plan.</param>
    /// <param name="halving">How hopeless trials are given up; null where all are played to their end.</param>
    /// <exception cref="RecordException">The record of a run cannot be read.</exception>
    public SweepRunner(
        ImmutableArray<SweepTrial> trials,
        ImmutableArray<ulong> seeds,
        Func<RunPlan, string> folderOf,
        SweepHalving? halving
    )
    {
        ArgumentNullException.ThrowIfNull(folderOf);
        _trials = trials;
        _seeds = seeds;
        _folderOf = folderOf;
        _halving = halving;
        _statuses = new TrialStatus[trials.Length];
        _underWay = new int[trials.Length];
        _rungs = new int[trials.Length];
        _failures = [.. trials.Select(_ => new string?[seeds.Length])];
        _parts = [.. halving?.Parts() ?? [1]];
        _left = [.. Enumerable.Range(0, trials.Length)];
        Progress =
        [
            .. trials.Select(trial => new GroupProgress(
                FormattableString.Invariant($"trial {trial.Number}"),
                seeds.Length,
                trial.Plan.Budget.Amount
            )),
        ];
        _progress = [.. trials.Select(_ => new RunProgress?[seeds.Length])];
        _records = [.. trials.Select(Restore)];
        for (var trial = 0; trial < trials.Length; trial++)
        {
            _statuses[trial] = Array.TrueForAll(_records[trial], IsFinished)
                ? TrialStatus.Finished
                : TrialStatus.Waiting;
        }
    }

    /// <summary>How far each trial has come, in their order; may be read while they run.</summary>
    public IReadOnlyList<GroupProgress> Progress { get; }

    /// <summary>Told after every run that ended, by the thread that played it, one at a time.</summary>
    public Action<ImmutableArray<TrialRecord>>? Changed { get; init; }

    /// <summary>How many runs there are.</summary>
    public int RunCount => _trials.Length * _seeds.Length;

    /// <summary>How many of them are finished.</summary>
    public int FinishedCount => _records.Sum(runs => runs.Count(IsFinished));

    /// <summary>
    /// How much is still to be played, in steps or episodes, if as many trials are given up as halving has it; may be asked while they run.
    /// </summary>
    public long Remaining
    {
        get
        {
            lock (_changing)
            {
                int[] trials = [.. _left.Where(trial => _statuses[trial] is not TrialStatus.Failed)];
                var remaining = trials.Sum(trial => StillToPlay(trial, _parts[_part]));
                var kept = _left.Length;
                for (var part = _part + 1; part < _parts.Length && trials.Length > 0; part++)
                {
                    kept = _halving!.Kept(kept);
                    var each = trials.Average(trial => StillToPlay(trial, _parts[part], _parts[part - 1]));
                    remaining += (long)(Math.Min(kept, trials.Length) * each);
                }

                return remaining;
            }
        }
    }

    /// <summary>What is known of the trials now; may be asked while they run.</summary>
    public ImmutableArray<TrialRecord> Trials()
    {
        lock (_changing)
        {
            return [.. Enumerable.Range(0, _trials.Length).Select(Record)];
        }
    }

    /// <summary>Plays what is not done yet.</summary>
    /// <param name="options">How runs are played.</param>
    /// <param name="cancellation">Stops between two steps; what was played is kept.</param>
    /// <returns>What is known of the trials.</returns>
    /// <exception cref="OperationCanceledException">The sweep was cancelled.</exception>
    /// <exception cref="RecordException">The folder of a run is in use, or holds something that cannot be gone on with.</exception>
    public ImmutableArray<TrialRecord> Run(RunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        while (true)
        {
            Play(_left, _parts[_part], options, cancellation);
            if (_part == _parts.Length - 1)
            {
                return Trials();
            }

            Compare(_parts[_part]);
        }
    }

    private void Play(int[] trials, double part, RunOptions options, CancellationToken cancellation)
    {
        (int Trial, int Seed)[] runs =
        [
            .. from trial in trials
            where _statuses[trial] is not TrialStatus.Failed
            from seed in Enumerable.Range(0, _seeds.Length)
            where _records[trial][seed] is not { } record || Done(trial, record) < Amount(trial, part)
            select (trial, seed),
        ];
        RunScheduler.Execute(
            runs,
            options.Jobs,
            (run, stop) => Play(run.Trial, run.Seed, part, options.CheckpointInterval, stop),
            cancellation
        );
    }

    private void Play(int trial, int seed, double part, TimeSpan interval, CancellationToken cancellation)
    {
        RunPlan plan = _trials[trial].Plan;
        var folder = Path.Combine(_folderOf(plan), RunFolder.NameOf(_seeds[seed]));
        Change(trial, () => Begun(trial), tells: false);
        try
        {
            TrainingRecord record = RunPlayer.Play(
                plan,
                _seeds[seed],
                folder,
                interval,
                _progress[trial][seed] ??= Progress[trial].RunStarted(),
                Amount(trial, part),
                cancellation
            );
            Change(trial, () => Ended(trial, seed, record), tells: true);
        }
        catch (RunFailedException exception)
        {
            Change(
                trial,
                () =>
                {
                    _underWay[trial]--;
                    _statuses[trial] = TrialStatus.Failed;
                    _failures[trial][seed] = exception.Message;
                },
                tells: true
            );
        }
    }

    private void Begun(int trial)
    {
        _underWay[trial]++;
        if (_statuses[trial] is not TrialStatus.Failed)
        {
            _statuses[trial] = TrialStatus.Running;
        }
    }

    private void Ended(int trial, int seed, TrainingRecord record)
    {
        _underWay[trial]--;
        _records[trial][seed] = record;
        if (IsFinished(record))
        {
            Progress[trial].RunFinished();
        }

        if (_statuses[trial] is not TrialStatus.Failed)
        {
            _statuses[trial] =
                Array.TrueForAll(_records[trial], IsFinished) ? TrialStatus.Finished
                : _underWay[trial] > 0 ? TrialStatus.Running
                : TrialStatus.Waiting;
        }
    }

    // By what they had come to at this part of their budgets, however far they were played before.
    private void Compare(double part)
    {
        int[] ranked =
        [
            .. _left
                .Where(trial => _statuses[trial] is not TrialStatus.Failed)
                .OrderByDescending(trial => Score(trial, part))
                .ThenBy(trial => trial),
        ];
        var kept = Math.Min(_halving!.Kept(_left.Length), ranked.Length);
        lock (_changing)
        {
            foreach (var trial in ranked[..kept])
            {
                _rungs[trial]++;
            }

            foreach (var trial in ranked[kept..])
            {
                if (_statuses[trial] is not TrialStatus.Finished)
                {
                    _statuses[trial] = TrialStatus.Stopped;
                }
            }

            _left = ranked[..kept];
            _part++;
            Changed?.Invoke([.. Enumerable.Range(0, _trials.Length).Select(Record)]);
        }
    }

    private void Change(int trial, Action change, bool tells)
    {
        lock (_changing)
        {
            change();
            if (tells)
            {
                Changed?.Invoke([.. Enumerable.Range(0, _trials.Length).Select(Record)]);
            }
        }
    }

    private TrialRecord Record(int trial)
    {
        RunPlan plan = _trials[trial].Plan;
        return new TrialRecord(
            _trials[trial].Number,
            (JsonObject)_trials[trial].Values.DeepClone(),
            Path.GetFileName(_folderOf(plan)),
            plan.Hash,
            _statuses[trial],
            _rungs[trial],
            Score(trial)
        )
        {
            Diverged = _records[trial].Count(run => run?.DivergedAt is not null),
            Failure = Array.Find(_failures[trial], failure => failure is not null),
        };
    }

    private double? Score(int trial)
    {
        TrainingRecord?[] runs = _records[trial];
        return Array.TrueForAll(runs, run => run?.Last100 is not null) ? runs.Average(run => run!.Last100) : null;
    }

    private double Score(int trial, double part)
    {
        RunPlan plan = _trials[trial].Plan;
        var amount = Amount(trial, part);
        return Enumerable
            .Range(0, _seeds.Length)
            .Average(seed =>
            {
                var folder = Path.Combine(_folderOf(plan), RunFolder.NameOf(_seeds[seed]));
                var episodes = RunFolder.Read(folder, _records[trial][seed]!).Episodes;
                var last = (
                    plan.Budget.Steps.HasValue
                        ? episodes.TakeWhile(episode => episode.EnvironmentSteps <= amount)
                        : episodes.Take((int)amount)
                ).TakeLast(Criteria.Window);
                return last.Select(episode => episode.Return).DefaultIfEmpty(double.NegativeInfinity).Average();
            });
    }

    private long Amount(int trial, double part) =>
        part < 1 ? Math.Max(1, (long)(part * _trials[trial].Plan.Budget.Amount)) : _trials[trial].Plan.Budget.Amount;

    // What the runs of a trial still have to play to this part of their budgets, of what they play after another part.
    private long StillToPlay(int trial, double part, double after = 0)
    {
        var amount = Amount(trial, part);
        var floor = after > 0 ? Amount(trial, after) : 0;
        return Enumerable.Range(0, _seeds.Length).Sum(seed => Math.Max(0, amount - Math.Max(floor, Done(trial, seed))));
    }

    private long Done(int trial, int seed)
    {
        var kept = _records[trial][seed] is { } record ? Done(trial, record) : 0;
        return Math.Max(kept, _progress[trial][seed]?.Done ?? 0);
    }

    private long Done(int trial, TrainingRecord record) =>
        IsFinished(record) ? long.MaxValue
        : record.Status is RunStatus.Stopped && _trials[trial].Plan.Budget.Steps.HasValue ? record.StepsTaken
        : record.Status is RunStatus.Stopped ? record.Episodes
        : 0;

    private TrainingRecord?[] Restore(SweepTrial trial, int place)
    {
        TrainingRecord?[] records =
        [
            .. _seeds.Select(seed =>
                RunFolder.ReadRecord(
                    Path.Combine(_folderOf(trial.Plan), RunFolder.NameOf(seed)),
                    trial.Plan.Identity(seed)
                )
            ),
        ];
        for (var seed = 0; seed < records.Length; seed++)
        {
            if (IsFinished(records[seed]))
            {
                Progress[place].RunRestored(records[seed]!.Last100 is { } last ? [last] : []);
            }
            else if (records[seed] is { Status: RunStatus.Stopped } stopped)
            {
                var done = Math.Min(Done(place, stopped), trial.Plan.Budget.Amount);
                _progress[place][seed] = Progress[place].RunFound(done);
            }
        }

        return records;
    }

    private static bool IsFinished(TrainingRecord? record) => record?.Status == RunStatus.Finished;
}
