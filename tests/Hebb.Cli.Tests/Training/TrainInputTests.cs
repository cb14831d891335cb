using System.Diagnostics;

namespace Hebb.Cli.Tests.Training;

public sealed class TrainInputTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("magic", "agent 'magic': no such agent; known are ")]
    [InlineData(
        "random --env Pong-v0",
        "--env 'Pong-v0': no such environment; known are CartPole-v0, CartPole-v1, Acrobot-v1, "
    )]
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
    public async Task Other_arguments_are_other_runs_and_a_broken_one_is_named()
    {
        string[] small = ["random", "--seeds", "0..1", "--steps", "300", "--out", _temporary.New()];
        Assert.Equal(0, (await Run(small)).ExitCode);
        Assert.Equal(0, (await Run([.. small, "--env", "CartPole-v0"])).ExitCode);
        Assert.Equal(0, (await Run([.. small, "--set", "budget.steps=301"])).ExitCode);
        string[] folders = Directory.GetDirectories(_temporary.New());
        Assert.Equal(3, folders.Length);

        string folder = Path.Combine(
            folders.Single(folder =>
                Path.GetFileName(folder).StartsWith("random-CartPole-v0-", StringComparison.Ordinal)
            ),
            "seed-1"
        );
        await File.WriteAllTextAsync(Path.Combine(folder, "run.json"), "{");
        AssertRefused(
            await Run([.. small, "--env", "CartPole-v0"]),
            $"{Path.Combine(folder, "run.json")} is not the record of a run"
        );
    }

    [Fact]
    public async Task A_second_process_on_a_run_is_refused()
    {
        string[] endless = ["random", "--seeds", "0", "--steps", "1000000000000", "--out", _temporary.New()];
        using Process first = CommandProcess.Start(["train", .. endless]);
        while (
            !Directory.Exists(_temporary.New())
            || Directory.GetFiles(_temporary.New(), "run.json", SearchOption.AllDirectories).Length == 0
        )
        {
            Assert.False(first.HasExited);
            await Task.Delay(20);
        }

        string folder = Path.Combine(Directory.GetDirectories(_temporary.New()).Single(), "seed-0");
        AssertRefused(await Run(endless), $"{folder} is in use by another process");
        CommandProcess.Signal(first, "INT");
        Assert.Equal(130, (await CommandProcess.End(first)).ExitCode);
    }

    private static Task<CommandResult> Run(string[] arguments) => CommandCall.Run(["train", .. arguments]);

    private static void AssertRefused(CommandResult result, string expected)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
    }
}
