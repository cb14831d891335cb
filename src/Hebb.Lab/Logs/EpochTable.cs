using System.Text;
using Hebb.Lab.Logs.Files;
using Hebb.Lab.Records;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Logs;

/// <summary>
/// The <c>epochs.csv</c> of supervised training: one row for each epoch, accuracies and unsettled phases as parts of 1. Read, it
/// also has the training examples and the seconds of training up to the end of each epoch.
/// </summary>
public sealed class EpochTable : RunTable
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "epochs.csv";

    private const string Examples = "examples";

    // The epoch and its seconds, then what is measured of it: in the order of its numbers.
    private static readonly Columns<EpochRecord> Written = new()
    {
        { "epoch", epoch => epoch.Epoch },
        { "seconds", epoch => epoch.Seconds, "0.###" },
        { "training_cost", epoch => epoch.TrainingCost },
        { "training_accuracy", epoch => epoch.TrainingAccuracy },
        { "test_cost", epoch => epoch.TestCost },
        { "test_accuracy", epoch => epoch.TestAccuracy },
        { "free_sweeps", epoch => epoch.FreeSweeps },
        { "nudged_sweeps", epoch => epoch.NudgedSweeps },
        { "unsettled_phases", epoch => epoch.UnsettledPhases },
        { "examples_per_second", epoch => epoch.ExamplesPerSecond, "0.#" },
    };

    private EpochTable(double[][] columns, int count)
        : base(AllNames, columns, count, Examples) { }

    /// <summary>The names of the columns, those last that are no columns of the file.</summary>
    public static ImmutableArray<string> AllNames { get; } = [.. Written.Select(column => column.Name), Examples, "t"];

    /// <summary>The names of what is measured of an epoch.</summary>
    internal static ImmutableArray<string> Measured { get; } = AllNames[2..Written.Count];

    /// <summary>What is measured of an epoch, in the order of <see cref="Measured"/>.</summary>
    internal static double[] MeasuredOf(EpochRecord epoch) => epoch.ToNumbers()[2..];

    /// <summary>Writes the table; the same epochs give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, IEnumerable<EpochRecord> epochs) =>
        Written.WriteCommaSeparated(stream, epochs);

    /// <summary>Reads the table of a run that may be under way; null where it has not finished an epoch.</summary>
    /// <param name="examples">The training examples of an epoch.</param>
    /// <param name="known">What a record knows of the file; null where it may have changed since.</param>
    /// <exception cref="RecordException">It cannot be read, is damaged, or is not what the record knows.</exception>
    public static EpochTable? Read(string folder, long examples, RunFile? known = null)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = LogBytes.Read(path);
        if (known is not null)
        {
            LogBytes.Require(path, bytes, known);
        }

        string[] lines = Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split('\n');
        if (!AllNames[..Written.Count].SequenceEqual(lines[0].Split(','), StringComparer.Ordinal))
        {
            throw Damaged(path, line: 1, lines[0], "the columns of epochs are needed");
        }

        double[][] rows = [.. lines.Skip(1).Select((line, row) => Row(path, row + 2, line))];
        var seconds = 0.0;
        double[][] columns =
        [
            .. Written.Select((_, column) => rows.Select(row => row[column]).ToArray()),
            [.. rows.Select((_, row) => (double)((row + 1) * examples))],
            [.. rows.Select(row => seconds += row[1])],
        ];
        return new EpochTable(columns, rows.Length);
    }

    private static double[] Row(string path, int line, string text)
    {
        var cells = text.Split(',');
        var numbers = new double[Written.Count];
        var isRow = cells.Length == numbers.Length;
        for (var cell = 0; isRow && cell < numbers.Length; cell++)
        {
            isRow = double.TryParse(cells[cell], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[cell]);
        }

        return isRow ? numbers : throw Damaged(path, line, text, $"{numbers.Length} numbers are needed");
    }

    private static RecordException Damaged(string path, int line, string text, string needed) =>
        new($"{path}, line {line}: {LogBytes.Quoted(Encoding.UTF8.GetBytes(text))}; {needed}");
}
