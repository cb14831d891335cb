using Hebb.Cli.Consoles;
using Hebb.Cli.Progress;
using Hebb.Lab.Logs;
using Hebb.Lab.Supervised;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Supervised;

/// <summary>What a supervised run tells the user before and after its epochs.</summary>
/// <param name="directory">Where its files are.</param>
internal sealed class SupervisedOutput(Terminal terminal, string directory, SupervisedProgress progress)
{
    private readonly WorkOutput _output = new(terminal);

    /// <summary>Says what is about to be done.</summary>
    public void Begin(SupervisedPlan plan, ulong seed, string data)
    {
        _output.Line(
            $"{plan.Environment} in {data}: {plan.Training.Count} training and {plan.Test.Count} test examples, {plan.Training.InputSize} inputs, {plan.Training.ClassCount} classes."
        );
        _output.Line($"{plan.LayerText}, {plan.Settings.Estimator.Name}: {plan.SettingsText(seed)}.");
    }

    /// <summary>Says how it went and where the files are.</summary>
    public void End()
    {
        IReadOnlyList<EpochRecord> epochs = progress.Finished();
        EpochRecord best = epochs.MaxBy(epoch => epoch.TestAccuracy)!;
        _output.Line(
            $"Test accuracy {EpochLine.Percentage(epochs[^1].TestAccuracy)}; best {EpochLine.Percentage(best.TestAccuracy)}, in epoch {best.Epoch}."
        );
        _output.Written(SupervisedDirectory.FileNames.Select(name => Path.Combine(directory, name)));
    }

    /// <summary>Says what an interrupted run has left.</summary>
    public void Stopped()
    {
        // A terminal shows ^C behind whatever stood on the line.
        _output.Line($"");
        var finished = progress.Finished().Count;
        if (finished == 0)
        {
            _output.Line(
                $"Stopped in the first epoch, which is kept in {directory}: the same command goes on from there."
            );
            return;
        }

        _output.Line(
            $"Stopped: {finished} of {Counted.Text(progress.Epochs, "epoch")} are finished and kept in {directory}, with the weights after the last of them."
        );
        _output.Line($"The same command continues from there.");
    }

    /// <summary>Says, on standard error, that the network diverged.</summary>
    public void Diverged(TextWriter error, int epoch)
    {
        var weights = epoch == 1 ? "there are no weights" : $"the weights are those after epoch {epoch - 1}";
        error.WriteLine(
            $"hebb: the network diverged in epoch {epoch}: a number is no longer finite; the course is in {directory}, {weights}"
        );
    }
}
