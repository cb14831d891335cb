namespace Hebb.Cli.Tests.Consoles;

/// <summary>What was nearly right is asked for: commands, options, names, settings and paths.</summary>
public sealed class MistypedTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public MistypedTests()
    {
        Directory.CreateDirectory(_temporary.New("experiments"));
        File.WriteAllText(Path.Combine(_temporary.New("experiments"), "supervised.json"), "{}");
        new SyntheticRun { Steps = 3000 }.Write(_temporary.New("store"));
    }

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("trian", "train")]
    [InlineData("reproduce figur4", "figure4")]
    [InlineData("train --evn x", "--env")]
    [InlineData("train ppo --sedes 0..3", "--seeds")]
    [InlineData("compare --basline ppo", "--baseline")]
    [InlineData("train ppoep", "ppo-ep")]
    [InlineData("train ppo --env CartPol-v1", "CartPole-v1")]
    [InlineData("env draw MountanCar-v0", "MountainCar-v0")]
    [InlineData("supervised --estimator symetric", "symmetric")]
    [InlineData("supervised --data fashon-mnist", "fashion-mnist")]
    [InlineData("check gradients --topologies lateal", "lateral")]
    [InlineData("reproduce figure4 --methods reward-pe", "reward-ep")]
    [InlineData("compare STORE --metric lst100", "last100")]
    [InlineData("runs STORE --sort las100", "last100")]
    [InlineData("train ppo --set agent.lerningRate=1", "learningRate")]
    [InlineData("train ppo --set agent.actor.network.activation=tahn", "tanh")]
    [InlineData("play openlock --scenario CE5", "CE3")]
    [InlineData("config check DIR/experimens/supervized.json", "DIR/experiments/supervised.json")]
    [InlineData("plot DIR/stroe", "DIR/store")]
    [InlineData("completion bsh", "bash")]
    public async Task What_may_have_been_meant_is_asked(string line, string meant)
    {
        CommandResult result = await CommandCall.Run([
            .. line.Split(' ').Select(word => At(word.Replace("STORE", "DIR/store", StringComparison.Ordinal))),
        ]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"did you mean {At(meant)}?", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.Error.Count(sign => sign == '\n'));
    }

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("train ppo --xyzzy")]
    [InlineData("config check /nowhere/at/all.json")]
    public async Task What_is_like_nothing_is_not_guessed(string line)
    {
        CommandResult result = await CommandCall.Run(line.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain("did you mean", result.Error, StringComparison.Ordinal);
    }

    private string At(string word) =>
        word.Replace("DIR", Path.GetDirectoryName(_temporary.New()), StringComparison.Ordinal);
}
