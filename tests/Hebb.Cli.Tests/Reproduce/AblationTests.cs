namespace Hebb.Cli.Tests.Reproduce;

public sealed class AblationTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_small_ablation_writes_every_file_and_goes_on_with_what_is_missing()
    {
        string[] small = ["--studies", "reward", "--seeds", "0..1", "--steps", "500"];
        CommandResult result = await Run(small);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("1 study, 8 agents, 2 seeds (0..1): 16 runs.", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nreport-reward-ep-as-published .*\n(.*\n){5}reward-ep .*\nreward ", result.Output);
        foreach (var name in (string[])["runs.csv", "summary.csv", "summary.md", "ablation.png", "ablation.svg"])
        {
            Assert.True(new FileInfo(Path.Combine(_temporary.New(), name)).Length > 0, name);
        }

        var rows = await File.ReadAllLinesAsync(Path.Combine(_temporary.New(), "summary.csv"));
        Assert.Equal(1 + 8, rows.Length);
        var page = await File.ReadAllTextAsync(Path.Combine(_temporary.New(), "summary.md"));
        Assert.Contains(
            "hebb reproduce ablation --studies reward --seeds 0..1 --steps 500 --out ",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("| + action clamped | 0/2 |", page, StringComparison.Ordinal);

        Directory.Delete(Path.Combine(_temporary.New(), "runs", "CartPole-v1", "reward-ep", "seed-1"), recursive: true);
        result = await Run(small);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches("Continuing in .*: 15 of 16 runs are finished.", result.Output);
    }

    [Fact]
    public async Task Numbers_that_are_varied_have_a_figure_of_their_own()
    {
        CommandResult result = await Run(["--studies", "reward-sensitivity", "--seeds", "0", "--steps", "300"]);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.True(new FileInfo(Path.Combine(_temporary.New(), "reward-sensitivity.png")).Length > 0);
        Assert.False(File.Exists(Path.Combine(_temporary.New(), "ablation.png")));
        Assert.Contains(
            "| learning rate alpha: 0.05 (as it is) | 0/1 |",
            await File.ReadAllTextAsync(Path.Combine(_temporary.New(), "summary.md")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--studies magic", "--studies magic: no such study; known are reward, reward-without, ")]
    [InlineData("--steps 0", "--steps '0': a whole number from 1 to ")]
    public async Task Bad_arguments_are_one_line_and_nothing_is_written(string arguments, string expected)
    {
        CommandResult result = await Run(arguments.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.False(Path.Exists(_temporary.New()));
    }

    private Task<CommandResult> Run(string[] arguments) =>
        CommandCall.Run(["reproduce", "ablation", "--out", _temporary.New(), .. arguments]);
}
