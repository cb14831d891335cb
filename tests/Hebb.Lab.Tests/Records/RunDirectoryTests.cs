using Hebb.Lab.Records;

namespace Hebb.Lab.Tests.Records;

public sealed class RunDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_missing_directory_is_not_made()
    {
        RunDirectory.Check(_temporary.New());
        Assert.False(Path.Exists(_temporary.New()));
    }

    [Fact]
    public void What_a_run_without_results_leaves_is_empty_enough()
    {
        Directory.CreateDirectory(_temporary.New());
        File.WriteAllText(Path.Combine(_temporary.New(), ".lock"), "");
        File.WriteAllText(Path.Combine(_temporary.New(), "weights.safetensors.partial"), "");
        RunDirectory.Check(_temporary.New());
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

    private void AssertRefused(string expected)
    {
        var exception = Assert.Throws<RecordException>(() => RunDirectory.Check(_temporary.New()));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
