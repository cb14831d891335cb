using Hebb.Configurations;
using Hebb.Lab.Configurations;
using Hebb.Lab.Data;
using Hebb.Lab.Logs;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;
using Hebb.Learning;
using Hebb.Supervised;
using static System.FormattableString;

namespace Hebb.Lab.Supervised;

/// <summary>Supervised training on a dataset, ready to be played from any seed.</summary>
public sealed record SupervisedPlan : RunPlan
{
    private SupervisedPlan(SupervisedConfiguration configuration, ImageDataset dataset)
    {
        Settings = configuration.Settings;
        Training = Settings.ExamplesOf(dataset.Training, dataset.Name);
        Test = dataset.Test;
        Environment = dataset.Name;
        Budget = RunBudget.OfExamples((long)Settings.Epochs * Training.Count);
        Experiment = configuration.Name;
        Hash = configuration.Hash;
        Configuration = configuration.Json;
    }

    /// <summary>The settings.</summary>
    public SupervisedSettings Settings { get; }

    /// <summary>What is learned from.</summary>
    public LabelledExamples Training { get; }

    /// <summary>What the network is tested on after each epoch.</summary>
    public LabelledExamples Test { get; }

    /// <summary>Is told how the run comes on, batch by batch; null for nobody.</summary>
    public SupervisedProgress? Progress { get; init; }

    /// <inheritdoc/>
    public override string Learner => SupervisedConfiguration.StandardName;

    /// <inheritdoc/>
    public override string Environment { get; }

    /// <inheritdoc/>
    public override RunBudget Budget { get; init; }

    /// <inheritdoc/>
    public override string ScoreText => "the test accuracy after the last epoch, in %";

    /// <summary>The layers' sizes, such as <c>784-512-10</c>.</summary>
    public string LayerText =>
        string.Join('-', (int[])[Training.InputSize, .. Settings.Network.Hidden, Training.ClassCount]);

    /// <summary>What a configuration trains.</summary>
    /// <param name="dataset">The dataset that it names.</param>
    /// <exception cref="RecordException">It does not fit the dataset; the message names the setting.</exception>
    public static SupervisedPlan Of(SupervisedConfiguration configuration, ImageDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(dataset);
        try
        {
            return new SupervisedPlan(configuration, dataset);
        }
        catch (ArgumentException refusal)
        {
            var message = SettingsFile.Refused(refusal, SupervisedConfiguration.StandardName).Message;
            throw new RecordException(message, refusal);
        }
    }

    /// <summary>The settings of a run, as one line for people.</summary>
    /// <param name="seed">Its seed; null for none.</param>
    public string SettingsText(ulong? seed)
    {
        SupervisedNetwork network = Settings.Network;
        var tolerance = Settings.Relaxation.Tolerance;
        var cost = SettingText.Kebab(Settings.Cost.ToString());
        var outputs = Settings.Cost is ClassificationCost.CrossEntropy ? "" : $" and {network.OutputActivation.Name}";
        var beta = Settings.Estimator is NudgedEstimatorSettings nudged ? Invariant($"beta {nudged.Beta}, ") : "";
        var stop = tolerance > 0 ? Invariant($", at most, to a residual of {tolerance}") : "";
        return Invariant(
            $"{network.Activation.Name}{outputs}, {cost}, {beta}{Settings.Phases.FreeSweeps} free and {Settings.Phases.NudgedSweeps} nudged sweeps{stop}, batches of {Settings.BatchSize}, {Settings.Optimizer.Name} {Settings.Optimizer.LearningRate}{(Settings.Anneals ? " annealed" : "")}, {Training.Count} examples, gain {network.Gain}{(seed is null ? "" : $", seed {seed}")}"
        );
    }

    /// <summary>A part in whole epochs, as a run is tested after an epoch alone.</summary>
    /// <inheritdoc/>
    public override long AmountOf(double part) =>
        Training.Count * (long)Math.Clamp(Math.Ceiling(part * Settings.Epochs), 1, Settings.Epochs);

    /// <inheritdoc/>
    public override double? ScoreOf(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return 100 * record.Supervised?.TestAccuracy;
    }

    /// <inheritdoc/>
    public override double ScoreAt(string folder, RunRecord record, long amount)
    {
        var row = (int)(amount / Training.Count) - 1;
        return
            EpochTable.Read(folder, Training.Count)?.Column("test_accuracy") is { } accuracies
            && row < accuracies.Length
            && double.IsFinite(accuracies[row])
            ? 100 * accuracies[row]
            : double.NegativeInfinity;
    }

    /// <inheritdoc/>
    internal override IPlayedRun Start(ulong seed, string folder, LearningClock clock, RunProgress progress) =>
        new SupervisedRun(this, seed, folder, clock, progress);
}
