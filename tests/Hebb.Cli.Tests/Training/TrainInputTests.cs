namespace Hebb.Cli.Tests.Training;

public sealed class TrainInputTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("magic", "agent 'magic': no such agent; known are ")]
    [InlineData("random --env Pong-v0", "--env 'Pong-v0': one of CartPole-v0, CartPole-v1, Acrobot-v1, ")]
    [InlineData("random --seeds 3..1", "--seeds '3..1': 3..1 ends before it begins; 1..3 would be a range")]
    [InlineData("random --steps 0", "--steps '0': a whole number from 1 to ")]
    [InlineData(
        "report-dqn-backprop --env Acrobot-v1",
        "--env Acrobot-v1: report-dqn-backprop is made for CartPole-v0, CartPole-v1 alone"
    )]
    public async Task Bad_arguments_are_one_line_and_nothing_is_written(string arguments, string expected)
    {
        AssertRefused(await Run([.. arguments.Split(' '), "--out", _temporary.New()]), expected);
        Assert.False(Path.Exists(_temporary.New()));
    }

    [Fact]
    public async Task An_agent_is_needed() =>
        AssertRefused(await Run([]), "Required argument missing for command: 'train'");

    [Fact]
    public async Task Other_arguments_in_a_used_directory_are_refused_and_a_broken_run_is_named()
    {
        string[] small = ["random", "--seeds", "0..1", "--steps", "300", "--out", _temporary.New()];
        Assert.Equal(0, (await Run(small)).ExitCode);
        AssertRefused(
            await Run([.. small, "--env", "CartPole-v0"]),
            $"--out {_temporary.New()} belongs to another configuration: environment is CartPole-v1 there and CartPole-v0 now"
        );

        string folder = Path.Combine(_temporary.New(), "seed-1");
        await File.WriteAllTextAsync(Path.Combine(folder, "run.json"), "{");
        AssertRefused(await Run(small), $"{folder} is not the folder of a finished run");
    }

    private static Task<CommandResult> Run(string[] arguments) => CommandProcess.Run(["train", .. arguments]);

    private static void AssertRefused(CommandResult result, string expected)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
    }
}
