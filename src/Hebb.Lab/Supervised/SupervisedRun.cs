using System.Diagnostics;
using Hebb.Lab.Logs;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;
using Hebb.Snapshots;
using Hebb.Supervised;

namespace Hebb.Lab.Supervised;

/// <summary>Supervised training from one seed: epochs of batches, each epoch followed by a test and by writing its files.</summary>
internal sealed class SupervisedRun(
    SupervisedPlan plan,
    ulong seed,
    string folder,
    LearningClock clock,
    RunProgress progress
) : IPlayedRun
{
    private readonly SupervisedModel _model = new(
        plan.Settings,
        plan.Training.InputSize,
        plan.Training.ClassCount,
        seed
    );
    private readonly SupervisedFiles _files = new(plan, seed, folder);
    private readonly List<EpochRecord> _epochs = [];
    private double _seconds;
    private bool _isToBeTested;
    private bool _hasDiverged;

    /// <summary>How much is done, in training examples: an epoch is done when it is tested.</summary>
    public long Done =>
        _hasDiverged ? plan.Budget.Amount
        : _isToBeTested ? Learned - 1
        : Learned;

    // The examples that were learned from, each as often as it was.
    private long Learned =>
        ((long)_epochs.Count * plan.Training.Count)
        + (
            _hasDiverged ? _model.Training.Epoch.Examples - plan.Training.Count
            : _isToBeTested || !_model.Training.IsBetweenEpochs ? _model.Training.Epoch.Examples
            : 0
        );

    public void Begin(DateTimeOffset begun, ImmutableArray<RunFile>? files)
    {
        _files.Begin(begun, files, _epochs);
        plan.Progress?.Begin(_epochs, _isToBeTested ? default : _model.Training.Epoch);
        if (_epochs is [.., var last])
        {
            progress.Reached(100 * last.TestAccuracy);
        }
    }

    public void Advance(long until, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!_isToBeTested)
        {
            Learn();
        }

        if (_isToBeTested)
        {
            clock.Pause(() => EndEpoch(cancellation));
        }
    }

    public void Finish(CancellationToken cancellation) => _files.Draw(_epochs);

    public ImmutableArray<RunFile> Mark() => _files.Mark();

    public RunRecord Fill(RunRecord record)
    {
        EpochRecord[] good = [.. _epochs.Where(epoch => double.IsFinite(epoch.TestCost))];
        EpochRecord? last = good.LastOrDefault();
        EpochRecord? best = good.MaxBy(epoch => epoch.TestAccuracy);
        return record with
        {
            StepsTaken = Learned,
            Episodes = good.Length,
            DivergedAt = _hasDiverged ? Learned : null,
            UnsettledPhases = last?.UnsettledPhases,
            Supervised = new SupervisedOutcome(
                plan.Settings.Epochs,
                good.Length,
                last?.TrainingCost,
                last?.TrainingAccuracy,
                last?.TestCost,
                last?.TestAccuracy,
                best?.TestAccuracy,
                best?.Epoch,
                _hasDiverged ? _epochs.Count : null
            ),
        };
    }

    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("model", _model);
        visitor.Number("epoch_seconds", ref _seconds);
        visitor.Number("is_to_be_tested", ref _isToBeTested);
        visitor.Number("has_diverged", ref _hasDiverged);
        var count = visitor.Count("epochs.count", _epochs.Count, plan.Settings.Epochs);
        double[] numbers = visitor.IsRestoring
            ? new double[count * EpochRecord.Numbers]
            : [.. _epochs.SelectMany(epoch => epoch.ToNumbers())];
        visitor.Table<double>("epochs.numbers", count, EpochRecord.Numbers, numbers);
        _epochs.Clear();
        _epochs.AddRange(numbers.Chunk(EpochRecord.Numbers).Select(EpochRecord.Of));
    }

    public void Dispose()
    {
        _model.Dispose();
        _files.Dispose();
    }

    private void Learn()
    {
        if (_model.Training.IsBetweenEpochs)
        {
            _model.BeginEpoch(_epochs.Count);
        }

        var begun = Stopwatch.GetTimestamp();
        _model.Training.Advance(plan.Training);
        _seconds += Stopwatch.GetElapsedTime(begun).TotalSeconds;
        _isToBeTested = _model.Training.IsBetweenEpochs;
        plan.Progress?.Reach(SupervisedStage.Training, _model.Training.Epoch);
    }

    private bool EndEpoch(CancellationToken cancellation)
    {
        EpochProgress trained = _model.Training.Epoch;
        Report(SupervisedStage.Testing, 0);
        Evaluation? test = trained.HasDiverged
            ? null
            : _model.Evaluation.Run(plan.Test, tested => Report(SupervisedStage.Testing, tested), cancellation);
        Report(SupervisedStage.Writing, test?.Examples ?? 0);
        var epoch = new EpochRecord(
            _epochs.Count + 1,
            _seconds,
            trained.HasDiverged ? double.NaN : trained.MeanCost,
            trained.HasDiverged ? double.NaN : trained.Accuracy,
            test?.MeanCost ?? double.NaN,
            test?.Accuracy ?? double.NaN,
            trained.FreeSweeps,
            trained.NudgedSweeps,
            trained.UnsettledPhases,
            trained.Examples / _seconds
        );
        _epochs.Add(epoch);
        _seconds = 0;
        _isToBeTested = false;
        _hasDiverged = !double.IsFinite(epoch.TestCost);
        _files.Add(_epochs, Learned, clock.Seconds, _hasDiverged ? null : _model.Network);
        progress.Reached(100 * epoch.TestAccuracy);
        plan.Progress?.End(epoch);
        return _hasDiverged;

        void Report(SupervisedStage stage, int tested) => plan.Progress?.Reach(stage, trained, tested);
    }
}
