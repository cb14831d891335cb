using System.Diagnostics;

namespace Hebb.Cli.Tests.Playing;

public sealed class PlayCommandTests
{
    [Fact]
    public async Task A_room_is_played_by_lines()
    {
        var result = await CommandCall.RunWithInput(
            "1\n5\nd\n\n 1 \n3\nD\nthis is not read\n",
            "play",
            "openlock",
            "--scenario",
            "CC3",
            "--trial",
            "1"
        );
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Find 2 sequences of 3 actions", result.Output, StringComparison.Ordinal);
        Assert.Contains(" 7 m", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "attempt 2, push the door: the door is open. A new solution! 0 solutions to find.",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Every solution was found, in 2 attempts.", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', result.Output);
    }

    [Fact]
    public async Task A_seed_draws_the_same_room_and_its_scenario_is_told_at_the_end_alone()
    {
        string[] line = ["play", "openlock", "--seed", "3"];
        var one = await CommandCall.RunWithInput("1\nq\n", line);
        var other = await CommandCall.RunWithInput("1\n", line);
        Assert.Equal((0, one.Output), (other.ExitCode, other.Output));
        var beginning = one.Output[..one.Output.IndexOf("Left: ", StringComparison.Ordinal)];
        Assert.DoesNotMatch("C[CE][34]", beginning);
        Assert.Matches("The room was C[CE][34]", one.Output);
    }

    [Theory]
    [InlineData("1\nfoo\n", "Line 2, 'foo', is no action: 1 to 7 push a lever", "--trial", "1")]
    [InlineData("", "--trial '12': no such trial; did you mean 1? known are 1, 2,", "--trial", "12")]
    [InlineData("", "--trial 7 has 4 grey levers: CC3 needs one of 1, 2,", "--trial", "7", "--scenario", "CC3")]
    [InlineData("", "--scenario 'cc33': no such scenario; did you mean CC3? known are CC3, CC4,", "--scenario", "cc33")]
    [InlineData("", "--attempts '0': a whole number from 1", "--attempts", "0")]
    [InlineData("", "--seed 'x': a whole number", "--seed", "x")]
    public async Task Wrong_input_gets_one_line(string input, string message, params string[] arguments)
    {
        var result = await CommandCall.RunWithInput(input, ["play", "openlock", .. arguments]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_stops_a_game_that_waits_for_a_line()
    {
        using Process process = CommandProcess.Start(["play", "openlock"], readsInput: true);
        Assert.StartsWith("OpenLock.", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        await Task.Delay(200);
        CommandProcess.Signal(process, "INT");
        CommandResult result = await CommandProcess.End(process);
        Assert.Equal((130, ""), (result.ExitCode, result.Error));
    }
}
