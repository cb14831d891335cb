namespace Hebb.Cli.Tests.Check;

public sealed class LandscapeTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_small_check_writes_every_file_and_shows_the_table()
    {
        CommandResult result = await CommandCall.Run(
            "check",
            "landscape",
            "--depths",
            "2",
            "--feedbacks",
            "1,0.03",
            "--seeds",
            "7",
            "--steps",
            "256",
            "--out",
            _temporary.New("out")
        );
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("256 steps: 1 depth, 2 feedbacks, 1 seed of each.", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n +2 +1 +0 +\d\.\d\d +\d", result.Output);
        Assert.Matches(@"\n +2 +0\.03 +256 +0\.\d\d +1\.00 +0 % .* 0 of 1 ", result.Output);
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(_temporary.New("out"), "landscape.csv"));
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("2,1,7,0,", lines[1], StringComparison.Ordinal);
        foreach (string name in (string[])["landscape.csv", "landscape.png", "landscape.svg"])
        {
            string file = Path.Combine(_temporary.New("out"), name);
            Assert.True(new FileInfo(file).Length > 0, name);
            Assert.Contains(file, result.Output, StringComparison.Ordinal);
        }

        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 120));
    }

    [Theory]
    [InlineData("--depths 0", "--depths 0: '0' is not possible; whole numbers from 1 to 8 are needed")]
    [InlineData("--depths 1.5", "--depths 1.5: '1.5' is not possible; whole numbers from 1 to 8")]
    [InlineData("--depths 1,1", "--depths 1,1: 1 is given twice; once is needed")]
    [InlineData("--feedbacks -1", "--feedbacks -1: '-1' is not possible; positive numbers are needed")]
    [InlineData("--feedbacks 1,", "--feedbacks 1,: '' is not possible; positive numbers are needed")]
    [InlineData("--limit 0", "--limit '0': a positive number is needed")]
    [InlineData("--beta 0", "--beta '0': a positive number is needed")]
    [InlineData("--free-sweeps 0", "--free-sweeps '0': a whole number from 1 to")]
    [InlineData("--nudged-sweeps x", "--nudged-sweeps 'x': a whole number from 1 to")]
    [InlineData("--estimator magic", "--estimator 'magic': one of symmetric, recurrent-backprop, backprop is needed")]
    [InlineData("--seeds 3..0", "--seeds '3..0': 3..0 ends before it begins")]
    [InlineData("--steps 0", "--steps '0': a whole number from 1 to")]
    public async Task Bad_arguments_are_one_line_and_nothing_is_written(string arguments, string expected)
    {
        CommandResult result = await CommandCall.Run([
            "check",
            "landscape",
            "--out",
            _temporary.New("out"),
            .. arguments.Split(' '),
        ]);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.False(Path.Exists(_temporary.New("out")));
    }
}
