namespace Hebb.Cli.Tests.Reproduce;

/// <summary>The studies of memory on the command line, with tiny budgets.</summary>
public sealed class MemoryTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_small_study_of_memory_writes_every_file_and_goes_on_where_it_was()
    {
        string[] arguments =
        [
            .. "reproduce memory --seeds 3 --steps 400 --tasks t-maze-5,memory-length-2,repeat-previous-16".Split(' '),
            .. "--learners memory-ep,no-latches,gru,rflo --out".Split(' '),
            _temporary.New("out"),
        ];
        CommandResult result = await CommandCall.Run(arguments);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("4 learners, 3 tasks, 1 seed (3): 10 runs.", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nrepeat-previous-16 +400 +0/1 ", result.Output);
        Assert.Matches(@"\nrepeat-previous-16 +reservoir +", result.Output);
        string[] names =
        [
            "runs.csv",
            "summary.csv",
            "summary.md",
            "memory.png",
            "memory.svg",
            "lengths.png",
            "lengths.svg",
        ];
        foreach (var name in names)
        {
            Assert.True(new FileInfo(Path.Combine(_temporary.New("out"), name)).Length > 0, name);
        }

        var page = await File.ReadAllTextAsync(Path.Combine(_temporary.New("out"), "summary.md"));
        Assert.Contains("## What each part holds after learning", page, StringComparison.Ordinal);
        var runs = await File.ReadAllTextAsync(Path.Combine(_temporary.New("out"), "runs.csv"));
        CommandResult again = await CommandCall.Run(arguments);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(runs, await File.ReadAllTextAsync(Path.Combine(_temporary.New("out"), "runs.csv")));
    }

    [Fact]
    public async Task A_small_study_of_rooms_tests_agents_in_rooms_that_they_have_not_seen()
    {
        string[] arguments =
        [
            .. "reproduce rooms --seeds 3 --steps 500 --trainings random-3,rooms-10,rows --out".Split(' '),
            _temporary.New("out"),
        ];
        CommandResult result = await CommandCall.Run(arguments);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"\nrecall-ep +CC4 +\d+\.\d+ +\d+\.\d+ +\d+\.\d % +102 ", result.Output);
        Assert.Matches(@"\nno-recall +CE4 +\d+\.\d+ +\d+\.\d+ +\d+\.\d % +0 ", result.Output);
        Assert.Matches(@"\ncausal +CC4 +\d+\.\d+ +\d+\.\d+ +100\.0 % ", result.Output);
        Assert.Matches(@"\nrecall-ep +row-8 +", result.Output);
        foreach (
            var name in (string[])["runs.csv", "summary.csv", "summary.md", "rooms.png", "rooms.svg", "experience.png"]
        )
        {
            Assert.True(new FileInfo(Path.Combine(_temporary.New("out"), name)).Length > 0, name);
        }
    }

    [Theory]
    [InlineData("memory --tasks t-maze-7", "--tasks t-maze-7: no such task")]
    [InlineData(
        "memory --learners reward-ep --tasks t-maze-5",
        "--tasks t-maze-5: none of them is played by reward-ep"
    )]
    [InlineData("memory --steps 0", "--steps '0': ")]
    [InlineData("rooms --trainings known-cc9", "--trainings known-cc9: no such training")]
    [InlineData("rooms --learners pruning --trainings rows", "--trainings rows: none of them is played by pruning")]
    public async Task Bad_arguments_are_one_line_and_nothing_is_written(string arguments, string expected)
    {
        CommandResult result = await CommandCall.Run([
            "reproduce",
            .. arguments.Split(' '),
            "--out",
            _temporary.New("out"),
        ]);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.False(Path.Exists(_temporary.New("out")));
    }
}
