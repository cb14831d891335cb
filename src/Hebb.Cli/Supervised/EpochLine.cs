using Hebb.Lab.Logs;
using static System.FormattableString;

namespace Hebb.Cli.Supervised;

/// <summary>
/// The table of epochs, a line an epoch, written as they come. Narrow terminals see fewer columns rather than broken
/// lines; all of them are in the file.
/// </summary>
internal static class EpochLine
{
    // From which width of the terminal a column is shown, counting those before it.
    private static readonly (string Head, int Width, int ShownFrom, Func<EpochRecord, string> Cell)[] Columns =
    [
        ("epoch", 5, 0, epoch => Invariant($"{epoch.Epoch}")),
        ("training cost", 14, 78, epoch => Invariant($"{epoch.TrainingCost:G4}")),
        ("accuracy", 10, 78, epoch => Percentage(epoch.TrainingAccuracy)),
        ("test cost", 11, 0, epoch => Invariant($"{epoch.TestCost:G4}")),
        ("accuracy", 10, 0, epoch => Percentage(epoch.TestAccuracy)),
        ("sweeps", 8, 100, epoch => Invariant($"{epoch.FreeSweeps:0.0}")),
        ("nudged", 8, 100, epoch => Invariant($"{epoch.NudgedSweeps:0.0}")),
        ("unsettled", 11, 100, epoch => Percentage(epoch.UnsettledPhases)),
        ("examples/s", 12, 60, epoch => Invariant($"{epoch.ExamplesPerSecond:N0}")),
        ("seconds", 9, 60, epoch => Invariant($"{epoch.Seconds:0.00}")),
    ];

    /// <summary>An epoch; null for the heads of the columns.</summary>
    public static string Of(EpochRecord? epoch, int width) =>
        string.Concat(
            Columns
                .Where(column => width >= column.ShownFrom)
                .Select(column => (epoch is null ? column.Head : column.Cell(epoch)).PadLeft(column.Width))
        );

    /// <summary>A part of 1, for people.</summary>
    public static string Percentage(double part) => double.IsNaN(part) ? "-" : Invariant($"{100 * part:0.00} %");
}
