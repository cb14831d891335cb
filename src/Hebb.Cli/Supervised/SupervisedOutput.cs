using Hebb.Cli.Consoles;
using Hebb.Lab.Data;
using Hebb.Lab.Logs;
using Hebb.Lab.Supervised;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Supervised;

/// <summary>What a supervised run tells the user: live on a terminal, plain lines everywhere else.</summary>
internal sealed class SupervisedOutput(Terminal terminal)
{
    private const int PlainDownloadStep = 10;

    private readonly ISupervisedView _view = terminal.IsLive
        ? new LiveSupervisedView(terminal.Console)
        : new PlainSupervisedView(terminal.Lines, terminal.Console.Profile.Width);

    private long _downloadedPercent;

    /// <summary>Says that a dataset is not on this machine.</summary>
    public void Downloading(DatasetSource source, string directory) =>
        Line($"{source.Name} is not on this machine: downloading it to {directory} from {source.Address}");

    /// <summary>Says that a file of a dataset is not what was downloaded once.</summary>
    public void Damaged(string path, DatasetSource source) =>
        Line($"{path} is damaged: it is downloaded anew from {source.Address}");

    /// <summary>Says how far a download is, every per cent on a terminal and every ten elsewhere.</summary>
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
    public void Begin(SupervisedPlan plan, ulong seed, string data)
    {
        Line(
            $"{plan.Environment} in {data}: {plan.Training.Count} training and {plan.Test.Count} test examples, {plan.Training.InputSize} inputs, {plan.Training.ClassCount} classes."
        );
        Line($"{plan.LayerText}, {plan.Settings.Estimator.Name}: {plan.SettingsText(seed)}.");
    }

    /// <summary>Shows the progress of the run; returns when it has ended, with or without success.</summary>
    public void Follow(SupervisedProgress progress, Task run) => _view.Follow(progress, run);

    /// <summary>Says how it went and where the files are.</summary>
    public void End(string directory, SupervisedProgress progress)
    {
        IReadOnlyList<EpochRecord> epochs = progress.Finished();
        EpochRecord best = epochs.MaxBy(epoch => epoch.TestAccuracy)!;
        Line(
            $"Test accuracy {EpochLine.Percentage(epochs[^1].TestAccuracy)}; best {EpochLine.Percentage(best.TestAccuracy)}, in epoch {best.Epoch}."
        );
        Line($"Written:");
        foreach (var name in SupervisedDirectory.FileNames)
        {
            Line($"  {Path.Combine(directory, name)}");
        }
    }

    /// <summary>Says what an interrupted run has left.</summary>
    public void Stopped(string directory, SupervisedProgress progress)
    {
        // A terminal shows ^C behind whatever stood on the line.
        Line($"");
        var finished = progress.Finished().Count;
        if (finished == 0)
        {
            Line($"Stopped in the first epoch, which is kept in {directory}: the same command goes on from there.");
            return;
        }

        Line(
            $"Stopped: {finished} of {Counted.Text(progress.Epochs, "epoch")} are finished and kept in {directory}, with the weights after the last of them."
        );
        Line($"The same command continues from there.");
    }

    /// <summary>Says, on standard error, that the network diverged.</summary>
    public static void Diverged(TextWriter error, string directory, int epoch)
    {
        var weights = epoch == 1 ? "there are no weights" : $"the weights are those after epoch {epoch - 1}";
        error.WriteLine(
            $"hebb: the network diverged in epoch {epoch}: a number is no longer finite; the course is in {directory}, {weights}"
        );
    }

    private int Step => terminal.IsLive ? 1 : PlainDownloadStep;

    private void Line(FormattableString text) => terminal.Lines.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
