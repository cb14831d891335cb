using System.Diagnostics;
using Hebb.Lab.Records;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Supervised;

namespace Hebb.Lab.Studies.Supervised;

/// <summary>One run: epochs of training, each followed by a test and by writing all files.</summary>
public sealed class SupervisedExperiment
{
    private readonly SupervisedConfiguration _configuration;
    private readonly SupervisedModel _model;
    private readonly LabelledExamples _training;
    private readonly LabelledExamples _test;

    /// <summary>Prepares a run and tries it on one example.</summary>
    /// <param name="configuration">What is to be run; its sizes are those of the examples.</param>
    /// <param name="training">What is learned from.</param>
    /// <param name="test">What it is tested on after each epoch.</param>
    /// <exception cref="ArgumentException">
    /// Something in the configuration is not possible, does not fit together or does not fit the examples; the message
    /// says what.
    /// </exception>
    /// <exception cref="TopologyException">The estimator cannot work with the network's graph or activations.</exception>
    public SupervisedExperiment(SupervisedConfiguration configuration, LabelledExamples training, LabelledExamples test)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(test);
        if (training.Count != configuration.TrainingExamples || test.Count != configuration.TestExamples)
        {
            throw new ArgumentException(
                $"examples: {training.Count} to train on and {test.Count} to test on; {configuration.TrainingExamples} and {configuration.TestExamples} are configured",
                nameof(training)
            );
        }

        _configuration = configuration;
        _training = training;
        _test = test;
        _model = new SupervisedModel(configuration);
        _model.Try(training);
        Progress = new SupervisedProgress(configuration);
    }

    /// <summary>How far the run has come; may be read from any thread.</summary>
    public SupervisedProgress Progress { get; }

    /// <summary>Trains, once. It ends early where the network diverges.</summary>
    /// <param name="directory">Where the files go.</param>
    /// <param name="cancellation">Asked before each batch.</param>
    /// <returns>The epoch in which the network diverged, from 1; null where it did not.</returns>
    /// <exception cref="OperationCanceledException">
    /// It was cancelled: the files are those of the last epoch that was finished.
    /// </exception>
    public int? Run(RunDirectory directory, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        using var team = new WorkerTeam(_configuration.Threads);
        var training = _model.NewTraining(team);
        var evaluation = _model.NewEvaluation();
        var epochs = new List<EpochRecord>();
        while (epochs.Count < _configuration.Epochs)
        {
            Progress.Begin();
            if (_configuration.Anneals)
            {
                var left = _configuration.Epochs - epochs.Count;
                training.LearningRate = _configuration.LearningRate * left / _configuration.Epochs;
            }

            var begun = Stopwatch.GetTimestamp();
            EpochProgress trained = training.Run(_training, Progress.Trained, cancellation);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(begun);
            Progress.Tested(0);
            Evaluation? test = trained.HasDiverged ? null : evaluation.Run(_test, Progress.Tested, cancellation);
            Progress.Writing();
            EpochRecord epoch = Record(epochs.Count + 1, elapsed, trained, test);
            epochs.Add(epoch);
            var isFinite = double.IsFinite(epoch.TestCost);
            SupervisedResults.Write(directory, _configuration, epochs, isFinite ? _model.Network : null);
            Progress.End(epoch);
            if (!isFinite)
            {
                return epoch.Epoch;
            }
        }

        return null;
    }

    private static EpochRecord Record(int epoch, TimeSpan elapsed, EpochProgress trained, Evaluation? test) =>
        new(
            epoch,
            elapsed.TotalSeconds,
            trained.HasDiverged ? double.NaN : trained.MeanCost,
            trained.HasDiverged ? double.NaN : trained.Accuracy,
            test?.MeanCost ?? double.NaN,
            test?.Accuracy ?? double.NaN,
            trained.FreeSweeps,
            trained.NudgedSweeps,
            trained.UnsettledPhases,
            trained.Examples / elapsed.TotalSeconds
        );
}
