namespace Hebb.Cli.Tests.Reproduce;

public sealed class BenchmarkTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_small_benchmark_writes_every_file_and_goes_on_with_what_is_missing()
    {
        string[] small =
        [
            "--agents",
            "random,dqn,dqn-ep,report-reward-ep-as-published",
            "--envs",
            "CartPole-v0,MountainCar-v0",
            "--seeds",
            "0..1",
            "--steps",
            "300",
        ];
        CommandResult result = await Run(small);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("4 agents, 2 environments, 2 seeds (0..1): 14 runs.", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\ndqn-ep .*\ndqn .*\nrandom .*\nreport-reward-ep-as-published ", result.Output);
        Assert.Contains("MountainCar-v0: 300 environment steps a run.", result.Output, StringComparison.Ordinal);
        foreach (string name in (string[])["runs.csv", "summary.csv", "summary.md", "benchmark.png", "benchmark.svg"])
        {
            Assert.True(new FileInfo(Path.Combine(_temporary.New(), name)).Length > 0, name);
        }

        string[] rows = await File.ReadAllLinesAsync(Path.Combine(_temporary.New(), "summary.csv"));
        Assert.Equal(1 + 4 + 3, rows.Length);
        Assert.StartsWith("dqn-ep,dqn,CartPole-v0,300,2,0,", rows[1], StringComparison.Ordinal);
        Assert.Contains(
            "hebb reproduce benchmark --agents dqn-ep,dqn,random,report-reward-ep-as-published --envs CartPole-v0,MountainCar-v0 --seeds 0..1 --steps 300 --out ",
            await File.ReadAllTextAsync(Path.Combine(_temporary.New(), "summary.md")),
            StringComparison.Ordinal
        );

        Directory.Delete(Path.Combine(_temporary.New(), "runs", "CartPole-v0", "dqn", "seed-1"), recursive: true);
        result = await Run(small);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches("Continuing in .*: 13 of 14 runs are finished.", result.Output);
    }

    [Theory]
    [InlineData("--agents magic", "--agents magic: no such agent; known are ")]
    [InlineData("--envs Pong-v0", "--envs Pong-v0: no such environment; known are CartPole-v0, ")]
    [InlineData(
        "--agents random,report-dqn-backprop --envs Acrobot-v1",
        "--envs Acrobot-v1: report-dqn-backprop is made for CartPole-v0, CartPole-v1 alone"
    )]
    public async Task Bad_arguments_are_one_line_and_nothing_is_written(string arguments, string expected)
    {
        CommandResult result = await Run(arguments.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.False(Path.Exists(_temporary.New()));
    }

    private Task<CommandResult> Run(string[] arguments) =>
        CommandCall.Run(["reproduce", "benchmark", "--out", _temporary.New(), .. arguments]);
}
