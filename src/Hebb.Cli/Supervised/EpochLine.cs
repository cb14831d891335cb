using Hebb.Lab.Logs;

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
        ("epoch", 5, 0, epoch => Text($"{epoch.Epoch}")),
        ("training cost", 14, 78, epoch => Text($"{epoch.TrainingCost:G4}")),
        ("accuracy", 10, 78, epoch => Percentage(epoch.TrainingAccuracy)),
        ("test cost", 11, 0, epoch => Text($"{epoch.TestCost:G4}")),
        ("accuracy", 10, 0, epoch => Percentage(epoch.TestAccuracy)),
        ("sweeps", 8, 100, epoch => Text($"{epoch.FreeSweeps:0.0}")),
        ("nudged", 8, 100, epoch => Text($"{epoch.NudgedSweeps:0.0}")),
        ("unsettled", 11, 100, epoch => Percentage(epoch.UnsettledPhases)),
        ("examples/s", 12, 60, epoch => Text($"{epoch.ExamplesPerSecond:N0}")),
        ("seconds", 9, 60, epoch => Text($"{epoch.Seconds:0.00}")),
    ];

    /// <summary>The heads of the columns.</summary>
    public static string Head(int width) =>
        string.Concat(Shown(width).Select(column => column.Head.PadLeft(column.Width)));

    /// <summary>An epoch.</summary>
    public static string Of(EpochRecord epoch, int width) =>
        string.Concat(Shown(width).Select(column => column.Cell(epoch).PadLeft(column.Width)));

    /// <summary>A part of 1, for people.</summary>
    public static string Percentage(double part) => double.IsNaN(part) ? "-" : Text($"{100 * part:0.00} %");

    private static IEnumerable<(string Head, int Width, int ShownFrom, Func<EpochRecord, string> Cell)> Shown(
        int width
    ) => Columns.Where(column => width >= column.ShownFrom);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
