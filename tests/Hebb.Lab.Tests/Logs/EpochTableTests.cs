using Hebb.Lab.Logs;
using Hebb.Lab.Records;

namespace Hebb.Lab.Tests.Logs;

public sealed class EpochTableTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    private string TablePath => Path.Combine(_temporary.New(), EpochTable.FileName);

    [Fact]
    public void Table_has_a_row_an_epoch_and_is_written_anew()
    {
        EpochRecord first = new(1, 12.3456, 0.1, 0.925, 0.125, 1 / 3.0, 23.5, 10, 0.001, 4860.04);
        EpochRecord second = new(2, 1234567, double.NaN, 1, double.PositiveInfinity, 0, 1e-9, 0, 1, 1e6);
        Write([first]);
        Write([first, second]);
        Assert.Equal(
            """
            epoch,seconds,training_cost,training_accuracy,test_cost,test_accuracy,free_sweeps,nudged_sweeps,unsettled_phases,examples_per_second
            1,12.346,0.1,0.925,0.125,0.3333333333333333,23.5,10,0.001,4860
            2,1234567,NaN,1,Infinity,0,1E-09,0,1,1000000

            """,
            File.ReadAllText(TablePath)
        );
        Assert.False(File.Exists(TablePath + ".partial"));
    }

    [Fact]
    public void Read_it_has_the_examples_and_the_seconds_up_to_each_epoch_too()
    {
        Directory.CreateDirectory(_temporary.New());
        Assert.Null(EpochTable.Read(_temporary.New(), 200));
        Write([new(1, 1.5, 0.5, 0.25, 0.25, 0.75, 30, 20, 0, 100), new(2, 2, double.NaN, 1, 0, 1, 30, 20, 0, 100)]);
        EpochTable read = EpochTable.Read(_temporary.New(), 200)!;
        Assert.Equal(2, read.Count);
        Assert.Equal([0.75, 1], read.Column("test_accuracy"));
        Assert.Equal([0.5, double.NaN], read.Column("training_cost"));
        Assert.Equal([200, 400], read.Steps);
        Assert.Equal([1.5, 3.5], read.Column("t"));
        RunFile known = new(EpochTable.FileName, 7, "");
        Refused("needed, as its record says", () => EpochTable.Read(_temporary.New(), 200, known));
        File.WriteAllText(TablePath, File.ReadAllText(TablePath).Replace("0.75", "high", StringComparison.Ordinal));
        Refused(
            "line 2: \"1,1.5,0.5,0.25,0.25,high,30,20,0,100\"; 10 numbers are needed",
            () => EpochTable.Read(_temporary.New(), 200)
        );
        File.WriteAllText(TablePath, "a,b\n");
        Refused("line 1: \"a,b\"; the columns of epochs are needed", () => EpochTable.Read(_temporary.New(), 200));
    }

    [Fact]
    public void Table_without_epochs_has_a_header()
    {
        using var stream = new MemoryStream();
        EpochTable.Write(stream, []);
        Assert.Equal(1, stream.ToArray().Count(letter => letter == '\n'));
    }

    private void Write(EpochRecord[] epochs)
    {
        Directory.CreateDirectory(_temporary.New());
        ResultFile.Write(TablePath, stream => EpochTable.Write(stream, epochs));
    }

    private static void Refused(string expected, Func<object?> read) =>
        Assert.Contains(expected, Assert.Throws<RecordException>(() => read()).Message, StringComparison.Ordinal);
}
