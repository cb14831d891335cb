namespace Hebb.Cli.Tests.Consoles;

/// <summary>Commands in consoles of their own: stopped, on terminals, and many at a time.</summary>
public sealed class CommandConsoleTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_cancellation_is_as_good_as_Ctrl_C()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        string[] endless = ["train", "random", "--seeds", "0", "--steps", "1000000000000", "--out", _temporary.New()];
        CommandResult result = await CommandCall.RunStopped(stop.Token, endless);
        Assert.Equal((130, ""), (result.ExitCode, result.Error));
        Assert.Contains("Stopped: 0 of 1 runs are finished and kept in ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_is_played_key_by_key_on_a_terminal()
    {
        string[] line = ["play", "openlock", "--scenario", "CC3", "--trial", "1"];
        CommandResult result = await CommandCall.RunOnTerminal((80, 24), "15d 13d", line);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("\e[?1049h", result.Output, StringComparison.Ordinal);
        Assert.Contains("Every solution was found, in 2 attempts.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_input_leaves_a_game()
    {
        string[] line = ["play", "openlock", "--scenario", "CC3", "--trial", "1"];
        CommandResult result = await CommandCall.RunOnTerminal((80, 24), "1\u0004", line);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("\e[?1049l", result.Output, StringComparison.Ordinal);
        Assert.Contains("Left: 0 of 2 solutions found in 0 attempts.", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    public async Task Help_is_as_wide_as_the_terminal(int columns)
    {
        CommandResult result = await CommandCall.RunOnTerminal((columns, 24), "", "train", "--help");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, columns));
    }

    [Fact]
    public async Task An_episode_is_watched_live_on_a_terminal()
    {
        string[] line = ["enjoy", "random", "--seed", "1", "--live", "--frames-per-second", "1000"];
        CommandResult result = await CommandCall.RunOnTerminal((60, 20), "", line);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("\e[?1049h", result.Output, StringComparison.Ordinal);
        Assert.Contains("\e[?1049l", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_training_is_followed_live_on_a_terminal()
    {
        string[] line = ["train", "random", "--seeds", "0..1", "--steps", "500", "--out", _temporary.New()];
        CommandResult result = await CommandCall.RunOnTerminal((100, 30), "", line);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains('\e', result.Output);
        Assert.Contains('█', result.Output);
    }

    [Fact]
    public async Task Calls_at_a_time_do_not_meet()
    {
        string[] environments = ["CartPole-v0", "CartPole-v1", "Acrobot-v1", "MountainCar-v0"];
        CommandResult[] results = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(number =>
                    Task.Run(() =>
                        CommandCall.Run(
                            "env",
                            "draw",
                            environments[number % environments.Length],
                            "--seed",
                            $"{number}"
                        )
                    )
                )
        );
        for (int number = 0; number < results.Length; number++)
        {
            Assert.StartsWith(
                $"{environments[number % environments.Length]}, seed {number}: step 0 of ",
                results[number].Output,
                StringComparison.Ordinal
            );
        }
    }
}
