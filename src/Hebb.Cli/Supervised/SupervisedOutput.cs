using System.Globalization;
using Hebb.Cli.Consoles;
using Hebb.Lab.Data;
using Hebb.Lab.Records;
using Hebb.Lab.Studies.Supervised;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Supervised;

/// <summary>What a supervised run tells the user: live on a terminal, plain lines everywhere else.</summary>
/// <param name="terminal">Where it is written.</param>
internal sealed class SupervisedOutput(Terminal terminal)
{
    private const int PlainDownloadStep = 10;

    private readonly ISupervisedView _view = terminal.IsLive
        ? new LiveSupervisedView(terminal.Console)
        : new PlainSupervisedView(terminal.Lines, terminal.Console.Profile.Width);

    private long _downloadedPercent;

    /// <summary>Says that a dataset is not on this machine.</summary>
    /// <param name="source">The dataset.</param>
    /// <param name="directory">Where it is downloaded to.</param>
    public void Downloading(DatasetSource source, string directory) =>
        Line($"{source.Name} is not on this machine: downloading it to {directory} from {source.Address}");

    /// <summary>Says how far a download is, every per cent on a terminal and every ten elsewhere.</summary>
    /// <param name="progress">How far it is.</param>
    public void Downloaded(DownloadProgress progress)
    {
        var percent = progress.Total == 0 ? 100 : 100 * progress.Done / progress.Total;
        if (percent / Step == _downloadedPercent / Step && percent != 100)
        {
            return;
        }

        _downloadedPercent = percent;
        FormattableString text = $"{progress.File}: {percent} % of {progress.Total / 1e6:0.0} MB";
        if (terminal.IsLive)
        {
            terminal.Lines.Write(
                $"\r{text.ToString(CultureInfo.InvariantCulture)}\u001b[K{(percent == 100 ? "\n" : "")}"
            );
        }
        else
        {
            Line(text);
        }
    }

    /// <summary>Says what is about to be done.</summary>
    /// <param name="configuration">What is run.</param>
    /// <param name="dataset">What is learned from.</param>
    public void Begin(SupervisedConfiguration configuration, ImageDataset dataset)
    {
        Line(
            $"{configuration.Dataset} in {dataset.Path}: {configuration.TrainingExamples} training and {configuration.TestExamples} test examples, {configuration.InputSize} inputs, {configuration.Classes} classes."
        );
        Line($"{configuration.LayerText}, {configuration.Estimator}: {configuration.SettingsText}.");
    }

    /// <summary>Shows how the run comes on; returns when it has ended, well or not.</summary>
    /// <param name="progress">How far it has come.</param>
    /// <param name="run">The run.</param>
    public void Follow(SupervisedProgress progress, Task run) => _view.Follow(progress, run);

    /// <summary>Says how it went and where the files are.</summary>
    /// <param name="directory">Where they are.</param>
    /// <param name="progress">The run.</param>
    public void End(RunDirectory directory, SupervisedProgress progress)
    {
        IReadOnlyList<EpochRecord> epochs = progress.Finished();
        EpochRecord best = epochs.MaxBy(epoch => epoch.TestAccuracy)!;
        Line(
            $"Test accuracy {EpochLine.Percentage(epochs[^1].TestAccuracy)}; best {EpochLine.Percentage(best.TestAccuracy)}, in epoch {best.Epoch}."
        );
        Line($"Written:");
        foreach (var name in SupervisedResults.FileNames)
        {
            Line($"  {directory.PathOf(name)}");
        }
    }

    /// <summary>Says what an interrupted run has left.</summary>
    /// <param name="directory">Where it is.</param>
    /// <param name="progress">The run.</param>
    public void Stopped(RunDirectory directory, SupervisedProgress progress)
    {
        // A terminal shows ^C behind whatever stood on the line.
        Line($"");
        var finished = progress.Finished().Count;
        if (finished == 0)
        {
            Line($"Stopped in the first epoch: nothing is kept in {directory.Path}.");
            return;
        }

        Line(
            $"Stopped: {finished} of {Counted.Text(progress.Configuration.Epochs, "epoch")} are finished and kept in {directory.Path}, with the weights after the last of them."
        );
    }

    /// <summary>Says, on standard error, that the network diverged.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="directory">Where the files are.</param>
    /// <param name="epoch">In which epoch.</param>
    public static void Diverged(TextWriter error, RunDirectory directory, int epoch)
    {
        var weights = epoch == 1 ? "there are no weights" : $"the weights are those after epoch {epoch - 1}";
        error.WriteLine(
            $"hebb: the network diverged in epoch {epoch}: a number is no longer finite; the course is in {directory.Path}, {weights}"
        );
    }

    private int Step => terminal.IsLive ? 1 : PlainDownloadStep;

    private void Line(FormattableString text) => terminal.Lines.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
