namespace Hebb.Cli.Tests;

/// <summary>
/// Every command starts as a process and ends well; those that other tests start as processes, to stop or to limit them, are not
/// here.
/// </summary>
public sealed class SmokeTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("--help", "Usage:")]
    [InlineData("list", "CartPole-v1")]
    [InlineData("config schema", "\"$schema\"")]
    [InlineData("env list", "CartPole-v1")]
    [InlineData("check landscape --depths 1 --feedbacks 1 --seeds 0 --steps 1 --out NEW", "landscape.csv")]
    [InlineData("reproduce openlock --learners random --conditions CE4 --seeds 0 --out NEW", "summary.md")]
    [InlineData("runs STORE", "last100")]
    [InlineData("compare STORE --out NEW", "comparison.csv")]
    [InlineData("plot STORE --out NEW/plot.svg", "plot.svg")]
    [InlineData("sensitivity rates-sweep --store SWEEPS --out NEW", "Best trial: ")]
    [InlineData("eval TRAINED --episodes 1", "seed")]
    [InlineData("enjoy random --env MountainCar-v0 --frames 2 --width 100 --out NEW/picture.png", "Written: ")]
    [InlineData("export STORE --to NEW/table.csv", "2 rows")]
    public async Task It_starts_and_ends_well(string arguments, string expected)
    {
        CommandResult result = await CommandProcess.Run([.. (await Placed(arguments)).Split(' ')]);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_one_line_on_standard_error()
    {
        CommandResult result = await CommandProcess.Run("learn");
        Assert.Equal(
            (2, "", "hebb: 'learn' is no command or option of 'hebb' (see 'hebb --help')\n"),
            (result.ExitCode, result.Output, result.Error)
        );
    }

    // Makes what the arguments name.
    private async Task<string> Placed(string arguments)
    {
        string store = _temporary.New("store");
        string trained = _temporary.New("trained");
        string sweeps = _temporary.New("sweeps");
        if (arguments.Contains("STORE", StringComparison.Ordinal))
        {
            for (int seed = 0; seed < 2; seed++)
            {
                new SyntheticRun { Seed = seed, Steps = 2000 }.Write(store);
            }
        }

        if (arguments.Contains("SWEEPS", StringComparison.Ordinal))
        {
            SyntheticSweep.Write(sweeps, trials: 5, seeds: 1);
        }

        if (arguments.Contains("TRAINED", StringComparison.Ordinal))
        {
            CommandResult result = await CommandCall.Run([
                "train",
                "random",
                "--steps",
                "200",
                "--seeds",
                "0",
                "--out",
                trained,
            ]);
            Assert.Equal(0, result.ExitCode);
        }

        return arguments
            .Replace("STORE", store, StringComparison.Ordinal)
            .Replace("TRAINED", trained, StringComparison.Ordinal)
            .Replace("SWEEPS", sweeps, StringComparison.Ordinal)
            .Replace("NEW", _temporary.New("new"), StringComparison.Ordinal);
    }
}
