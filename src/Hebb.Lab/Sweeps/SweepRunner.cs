using Hebb.Lab.Configurations.Sweeps;
using Hebb.Lab.Logs.Files;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Sweeps;

/// <summary>
/// Plays the trials of a sweep from every seed, in the folders of the store that belong to their configurations: what was played before,
/// by whatever command, is not played again. Its record is kept up to date while it goes.
/// </summary>
public sealed class SweepRunner
{
    private readonly ActiveTrial[] _trials;
    private readonly int _seeds;
    private readonly SweepHalving? _halving;
    private readonly ImmutableArray<double> _parts;
    private readonly Lock _changing = new();
    private ActiveTrial[] _left;
    private int _part;

    /// <summary>Prepares a sweep and finds out what of it is already done.</summary>
    /// <param name="trials">The trials, whose configurations differ from one another.</param>
    /// <param name="seeds">The seeds of each.</param>
    /// <param name="folderOf">The folder of the runs of a plan.</param>
    /// <param name="halving">How bad trials are stopped early; null if all run to their end.</param>
    /// <exception cref="RecordException">The record of a run cannot be read.</exception>
    public SweepRunner(
        ImmutableArray<SweepTrial> trials,
        ImmutableArray<ulong> seeds,
        Func<RunPlan, string> folderOf,
        SweepHalving? halving
    )
    {
        ArgumentNullException.ThrowIfNull(folderOf);
        _seeds = seeds.Length;
        _halving = halving;
        _parts = [.. halving?.Parts() ?? [1]];
        _trials = [.. trials.Select(trial => new ActiveTrial(trial, seeds, folderOf(trial.Plan)))];
        _left = _trials;
        Progress = [.. _trials.Select(trial => trial.Progress)];
    }

    /// <summary>The progress of each trial, in their order; may be read while they run.</summary>
    public IReadOnlyList<GroupProgress> Progress { get; }

    /// <summary>Told after every run that ended, by the thread that played it, one at a time.</summary>
    public Action<ImmutableArray<TrialRecord>>? Changed { get; init; }

    /// <summary>How many runs there are.</summary>
    public int RunCount => _trials.Length * _seeds;

    /// <summary>How many of them are finished.</summary>
    public int FinishedCount => _trials.Sum(trial => trial.FinishedCount);

    /// <summary>
    /// How much is still to be played, in steps or episodes, if as many trials are given up as halving has it; may be asked while they run.
    /// </summary>
    public long Remaining
    {
        get
        {
            lock (_changing)
            {
                ActiveTrial[] trials = [.. _left.Where(trial => trial.Status is not TrialStatus.Failed)];
                var remaining = trials.Sum(trial => trial.Remaining(_parts[_part]));
                var kept = _left.Length;
                for (var part = _part + 1; part < _parts.Length && trials.Length > 0; part++)
                {
                    kept = _halving!.Kept(kept);
                    var each = trials.Average(trial => trial.Remaining(_parts[part], _parts[part - 1]));
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
            return Records();
        }
    }

    /// <summary>Plays what is not done yet.</summary>
    /// <param name="cancellation">Stops between two steps; what was played is kept.</param>
    /// <returns>What is known of the trials.</returns>
    /// <exception cref="OperationCanceledException">The sweep was cancelled.</exception>
    /// <exception cref="RecordException">The folder of a run is in use, or holds something that cannot be gone on with.</exception>
    public ImmutableArray<TrialRecord> Run(RunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        while (true)
        {
            Play(_parts[_part], options, cancellation);
            if (_part == _parts.Length - 1)
            {
                return Trials();
            }

            Compare(_parts[_part]);
        }
    }

    private void Play(double part, RunOptions options, CancellationToken cancellation)
    {
        (ActiveTrial Trial, int Seed)[] runs =
        [
            .. from trial in _left
            where trial.Status is not TrialStatus.Failed
            from seed in trial.Short(part)
            select (trial, seed),
        ];
        RunScheduler.Execute(
            runs,
            OpenFiles.JobsOf(options.Jobs),
            (run, stop) => Play(run.Trial, run.Seed, part, options.CheckpointInterval, stop),
            cancellation
        );
    }

    private void Play(ActiveTrial trial, int seed, double part, TimeSpan interval, CancellationToken cancellation)
    {
        RunProgress progress;
        lock (_changing)
        {
            progress = trial.Begin(seed);
        }

        try
        {
            RunRecord record = RunPlayer.Play(
                trial.Plan,
                trial.SeedOf(seed),
                trial.FolderOf(seed),
                interval,
                progress,
                trial.Amount(part),
                cancellation
            );
            Change(() => trial.End(seed, record));
        }
        catch (RunFailedException exception)
        {
            Change(() => trial.Fail(seed, exception.Message));
        }
    }

    private void Compare(double part)
    {
        ActiveTrial[] ranked =
        [
            .. _left
                .Where(trial => trial.Status is not TrialStatus.Failed)
                .OrderByDescending(trial => trial.ScoreAt(part))
                .ThenBy(trial => trial.Number),
        ];
        var kept = Math.Min(_halving!.Kept(_left.Length), ranked.Length);
        Change(() =>
        {
            Array.ForEach(ranked[..kept], trial => trial.Rise());
            Array.ForEach(ranked[kept..], trial => trial.GiveUp());
            _left = ranked[..kept];
            _part++;
        });
    }

    private void Change(Action change)
    {
        lock (_changing)
        {
            change();
            Changed?.Invoke(Records());
        }
    }

    private ImmutableArray<TrialRecord> Records() => [.. _trials.Select(trial => trial.ToRecord())];
}
