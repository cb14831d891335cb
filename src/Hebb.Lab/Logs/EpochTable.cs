using CsvHelper;
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

    private const string Epoch = "epoch";
    private const string Seconds = "seconds";
    private const string Examples = "examples";

    private static readonly (string Name, string Format, Func<EpochRecord, double> Value)[] Written =
    [
        (Epoch, "", epoch => epoch.Epoch),
        (Seconds, "0.###", epoch => epoch.Seconds),
        ("training_cost", "", epoch => epoch.TrainingCost),
        ("training_accuracy", "", epoch => epoch.TrainingAccuracy),
        ("test_cost", "", epoch => epoch.TestCost),
        ("test_accuracy", "", epoch => epoch.TestAccuracy),
        ("free_sweeps", "", epoch => epoch.FreeSweeps),
        ("nudged_sweeps", "", epoch => epoch.NudgedSweeps),
        ("unsettled_phases", "", epoch => epoch.UnsettledPhases),
        ("examples_per_second", "0.#", epoch => epoch.ExamplesPerSecond),
    ];

    private EpochTable(double[][] columns, int count)
        : base(AllNames, columns, count, Examples) { }

    /// <summary>The names of the columns, those last that are no columns of the file.</summary>
    public static ImmutableArray<string> AllNames { get; } = [.. Written.Select(column => column.Name), Examples, "t"];

    /// <summary>The names of what is measured of an epoch.</summary>
    internal static ImmutableArray<string> Measured { get; } =
    [.. Written.Select(column => column.Name).Except([Epoch, Seconds], StringComparer.Ordinal)];

    /// <summary>What is measured of an epoch, in the order of <see cref="Measured"/>.</summary>
    internal static double[] MeasuredOf(EpochRecord epoch) =>
        [.. Written.Where(column => column.Name is not (Epoch or Seconds)).Select(column => column.Value(epoch))];

    /// <summary>Writes the table; the same epochs give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, IEnumerable<EpochRecord> epochs)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(epochs);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader([.. Written.Select(column => column.Name)]);
        foreach (EpochRecord epoch in epochs)
        {
            foreach ((_, var format, Func<EpochRecord, double> value) in Written)
            {
                table.WriteField(value(epoch).ToString(format, CultureInfo.InvariantCulture));
            }

            table.EndRecord();
        }
    }

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

        string[] lines = System.Text.Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split('\n');
        if (lines[0] != string.Join(',', Written.Select(column => column.Name)))
        {
            throw new RecordException(
                $"{path}, line 1: {LogBytes.Quoted(System.Text.Encoding.UTF8.GetBytes(lines[0]))}; the columns of epochs are needed"
            );
        }

        double[][] rows = [.. lines.Skip(1).Select((line, row) => Row(path, row + 2, line))];
        double[][] columns =
        [
            .. Enumerable.Range(0, Written.Length).Select(column => rows.Select(row => row[column]).ToArray()),
            [.. Enumerable.Range(1, rows.Length).Select(epoch => (double)(epoch * examples))],
            new double[rows.Length],
        ];
        var seconds = 0.0;
        foreach (var (row, own) in columns[1].Index())
        {
            seconds += own;
            columns[^1][row] = seconds;
        }

        return new EpochTable(columns, rows.Length);
    }

    private static double[] Row(string path, int line, string text)
    {
        var cells = text.Split(',');
        var numbers = new double[Written.Length];
        for (var cell = 0; cell < numbers.Length; cell++)
        {
            if (
                cells.Length != numbers.Length
                || !double.TryParse(cells[cell], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[cell])
            )
            {
                throw new RecordException(
                    $"{path}, line {line}: {LogBytes.Quoted(System.Text.Encoding.UTF8.GetBytes(text))}; {numbers.Length} numbers are needed"
                );
            }
        }

        return numbers;
    }
}
