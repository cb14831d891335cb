using Hebb.Lab.Studies.Supervised;

namespace Hebb.Lab.Tests.Studies.Supervised;

public sealed class EpochTableTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Table_has_a_row_an_epoch_and_is_written_anew()
    {
        EpochRecord first = new(1, 12.3456, 0.1, 0.925, 0.125, 1 / 3.0, 23.5, 10, 0.001, 4860.04);
        EpochRecord second = new(2, 1234567, double.NaN, 1, double.PositiveInfinity, 0, 1e-9, 0, 1, 1e6);
        EpochTable.Write(_temporary.New(), [first]);
        EpochTable.Write(_temporary.New(), [first, second]);
        Assert.Equal(
            """
            epoch,seconds,training_cost,training_accuracy,test_cost,test_accuracy,free_sweeps,nudged_sweeps,unsettled_phases,examples_per_second
            1,12.346,0.1,0.925,0.125,0.3333333333333333,23.5,10,0.001,4860
            2,1234567,NaN,1,Infinity,0,1E-09,0,1,1000000

            """,
            File.ReadAllText(_temporary.New())
        );
        Assert.False(File.Exists(_temporary.New() + ".partial"));
    }

    [Fact]
    public void Table_without_epochs_has_a_header()
    {
        using var stream = new MemoryStream();
        EpochTable.Write(stream, []);
        Assert.Equal(1, stream.ToArray().Count(letter => letter == '\n'));
    }
}
