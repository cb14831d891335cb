using Hebb.Lab.Records;

namespace Hebb.Lab.Tests.Records;

public sealed class RunDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_missing_directory_is_made_by_opening_and_not_by_checking()
    {
        RunDirectory.Check(_temporary.New());
        Assert.False(Path.Exists(_temporary.New()));
        using RunDirectory directory = RunDirectory.Open(_temporary.New());
        directory.WriteFile("table.csv", stream => stream.WriteByte((byte)'1'));
        Assert.Equal("1", File.ReadAllText(directory.PathOf("table.csv")));
    }

    [Fact]
    public void What_a_run_without_results_leaves_is_empty_enough()
    {
        RunDirectory.Open(_temporary.New()).Dispose();
        File.WriteAllText(Path.Combine(_temporary.New(), "weights.safetensors.partial"), "");
        RunDirectory.Open(_temporary.New()).Dispose();
    }

    [Fact]
    public void What_would_be_overwritten_is_refused()
    {
        Directory.CreateDirectory(_temporary.New());
        File.WriteAllText(Path.Combine(_temporary.New(), "notes.txt"), "mine");
        AssertRefused("is not empty, and what it holds would be overwritten");
        Assert.Single(Directory.GetFileSystemEntries(_temporary.New()));
    }

    [Fact]
    public void A_file_is_refused()
    {
        File.WriteAllText(_temporary.New(), "");
        AssertRefused("is a file: a directory is needed");
    }

    [Fact]
    public void A_directory_in_use_is_refused()
    {
        using RunDirectory directory = RunDirectory.Open(_temporary.New());
        AssertRefused("is in use by another process");
    }

    private void AssertRefused(string expected)
    {
        var exception = Assert.Throws<RecordException>(() => RunDirectory.Open(_temporary.New()));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
