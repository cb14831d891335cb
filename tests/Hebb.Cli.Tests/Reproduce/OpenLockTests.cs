namespace Hebb.Cli.Tests.Reproduce;

public sealed class OpenLockTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_small_study_writes_every_file_and_goes_on_with_what_is_missing()
    {
        string[] small =
        [
            "--learners",
            "pruning,causal,random",
            "--conditions",
            "CE3-CE4,CE4,CC3-CE4",
            "--iterations",
            "1",
            "--seeds",
            "0..1",
        ];
        CommandResult result = await Run(small);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("OpenLock: 3 learners, 3 conditions, 2 seeds.", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nlearner +CE4 +CE3-CE4 +CC3-CE4\ncausal .*\npruning .*\nrandom ", result.Output);
        Assert.Matches(@"\ncausal, people +CE4 ", result.Output);
        string[] names =
        [
            "runs.csv",
            "iterations.csv",
            "summary.csv",
            "transfer.csv",
            "summary.md",
            "openlock.png",
            "openlock.svg",
            "learning.png",
            "learning.svg",
        ];
        foreach (string name in names)
        {
            Assert.True(new FileInfo(Path.Combine(_temporary.New(), name)).Length > 0, name);
            Assert.Contains(Path.Combine(_temporary.New(), name), result.Output, StringComparison.Ordinal);
        }

        Assert.Contains(
            "hebb reproduce openlock --learners causal,pruning,random --conditions CE4,CE3-CE4,CC3-CE4 --iterations 1 --seeds 0..1 --out ",
            await File.ReadAllTextAsync(Path.Combine(_temporary.New(), "summary.md")),
            StringComparison.Ordinal
        );
        Directory.Delete(Path.Combine(_temporary.New(), "runs", "people", "CE4", "random", "seed-1"), recursive: true);
        result = await Run(small);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches("Continuing in .*: 11 of 12 runs are finished.", result.Output);
    }

    [Theory]
    [InlineData("--learners magic", "--learners magic: no such learner; known are causal, ")]
    [InlineData(
        "--conditions CC5",
        "--conditions CC5: no such condition; did you mean CC4? known are CC4, CE4, CC3-CC4, "
    )]
    [InlineData("--iterations 0", "--iterations '0': a whole number from 1 ")]
    [InlineData("--seeds x", "--seeds 'x': seeds such as ")]
    public async Task Bad_arguments_are_one_line_and_nothing_is_written(string arguments, string expected)
    {
        CommandResult result = await Run(arguments.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.False(Path.Exists(_temporary.New()));
    }

    private Task<CommandResult> Run(string[] arguments) =>
        CommandCall.Run(["reproduce", "openlock", "--out", _temporary.New(), .. arguments]);
}
