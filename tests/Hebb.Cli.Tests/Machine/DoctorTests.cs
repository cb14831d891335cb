namespace Hebb.Cli.Tests.Machine;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task It_tells_what_it_finds_and_leaves_nothing()
    {
        Directory.CreateDirectory(_temporary.New("store"));
        CommandResult result = await CommandCall.Run(["doctor", "--store", _temporary.New("store")]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        foreach (
            var subject in (string[])
                ["program", "runtime", "processor", "memory", "store", "mnist", "figures", "terminal"]
        )
        {
            Assert.Contains(
                result.Output.Split('\n'),
                line => line.StartsWith($"{subject} ", StringComparison.Ordinal)
            );
        }

        Assert.Contains($"{_temporary.New("store")} can be written, ", result.Output, StringComparison.Ordinal);
        Assert.Matches("figures +ok +can be drawn", result.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_temporary.New("store")));
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_missing()
    {
        Assert.SkipUnless(Directory.Exists("/proc/1"), "There is no directory that nobody can write.");
        CommandResult result = await CommandCall.Run(["doctor", "--store", "/proc/runs"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Matches("store +missing +/proc/runs cannot be written: ", result.Output);
        Assert.Contains("store: --out and --store name another directory", result.Output, StringComparison.Ordinal);
    }
}
