using Hebb.Cli.Progress;
using Hebb.Lab.Supervised;
using static System.FormattableString;

namespace Hebb.Cli.Supervised;

/// <summary>What a run is at, as one line.</summary>
internal static class StatusLine
{
    private const string Gap = "  ";

    /// <summary>The line.</summary>
    /// <param name="width">How long the line may be; what matters least is left out.</param>
    public static string Of(SupervisedProgress progress, int width)
    {
        SupervisedSnapshot now = progress.Now;
        var stage = now.Stage switch
        {
            SupervisedStage.Testing => Invariant($"testing {now.Tested:N0}/{progress.TestExamples:N0}"),
            SupervisedStage.Writing => "writing",
            _ => Invariant($"{now.Training.Examples:N0}/{now.Training.TotalExamples:N0}"),
        };
        var isBegun = now.Training.Examples > 0;
        (int Rank, string Text)[] parts =
        [
            (0, Invariant($"epoch {Math.Min(now.Epoch, progress.Epochs)} of {progress.Epochs}")),
            (1, stage),
            (3, isBegun ? Invariant($"cost {now.Training.MeanCost:G4}") : ""),
            (2, isBegun ? $"accuracy {EpochLine.Percentage(now.Training.Accuracy)}" : ""),
            (6, isBegun ? Invariant($"sweeps {now.Training.FreeSweeps:0.0} + {now.Training.NudgedSweeps:0.0}") : ""),
            (5, now.ExamplesPerSecond > 0 ? Invariant($"{now.ExamplesPerSecond:N0} examples/s") : ""),
            (4, now.Left is { } left ? $"{TimeLeft.Text(left)} left" : ""),
        ];
        var shown = parts.Where(part => part.Text.Length > 0).ToList();
        while (shown.Count > 1 && shown.Sum(part => part.Text.Length + Gap.Length) - Gap.Length > width)
        {
            shown.Remove(shown.MaxBy(part => part.Rank));
        }

        return string.Join(Gap, shown.Select(part => part.Text));
    }
}
