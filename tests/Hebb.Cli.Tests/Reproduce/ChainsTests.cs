using System.Diagnostics;

namespace Hebb.Cli.Tests.Reproduce;

public sealed class ChainsTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_small_measurement_writes_every_file_and_shows_the_tables()
    {
        CommandResult result = await CommandProcess.Run(Arguments("--steps", "2", "--seeds", "7"));
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("rows of 1 to 2 steps, CC3 and CE4; 1 seed (7).", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n +2 +115,200 +3,600 +900 +225\n", result.Output);
        Assert.Matches(@"\nrow +2 +listed +10\.8 kB +\d+(\.\d+)? kB .* [mµ]?s +\d+\n", result.Output);
        Assert.Matches(@"\nCE4 +3 +factored +", result.Output);
        Assert.Matches(@"led to the same action (\d+) of \1 times\.", result.Output);
        string[] names = ["configuration.json", "chains.csv", "chains.md", "chains.png", "chains.svg"];
        foreach (var name in names)
        {
            var file = Path.Combine(_temporary.New("out"), name);
            Assert.True(new FileInfo(file).Length > 0, name);
            Assert.Contains($"  {file}\n", result.Output, StringComparison.Ordinal);
        }

        Assert.Equal(names.Length, Directory.GetFileSystemEntries(_temporary.New("out")).Length);
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(_temporary.New("out"), "chains.csv"));
        Assert.Equal(9, lines.Length);
        var page = await File.ReadAllTextAsync(Path.Combine(_temporary.New("out"), "chains.md"));
        Assert.Contains("    hebb reproduce chains --steps 2 --seeds 7 --out ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--steps 0", "--steps '0': a whole number from 1 to 8 is needed")]
    [InlineData("--steps 9", "--steps '9': a whole number from 1 to 8 is needed")]
    [InlineData("--seeds x", "--seeds 'x': seeds such as 0..19, 7 or 1,5,9 are needed")]
    [InlineData("--listed-attempts 0", "--listed-attempts '0': a whole number from 1 to")]
    [InlineData("--speed 1", "'--speed' is no command or option of 'hebb reproduce chains'")]
    public async Task Bad_arguments_are_one_line_and_nothing_is_written(string arguments, string expected)
    {
        CommandResult result = await CommandCall.Run(Arguments(arguments.Split(' ')));
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
        Assert.False(Path.Exists(_temporary.New("out")));
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_directory_is_refused()
    {
        var file = _temporary.New("out");
        await File.WriteAllTextAsync(file, "kept");
        CommandResult result = await CommandCall.Run(Arguments());
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            $"hebb: --out {file} is a file: a directory is needed",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Equal("kept", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Interrupted_it_writes_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using Process process = CommandProcess.Start(Arguments("--listed-attempts", "10000"));

        // By its first line it hears of signals; when its directory is there it may not yet.
        Assert.NotNull(await process.StandardOutput.ReadLineAsync());

        CommandProcess.Signal(process, "INT");
        CommandResult result = await CommandProcess.End(process);
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Stopped: no file was written.", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
        Assert.Empty(Directory.GetFileSystemEntries(_temporary.New("out")));
    }

    private string[] Arguments(params string[] arguments) =>
        ["reproduce", "chains", "--out", _temporary.New("out"), .. arguments];
}
