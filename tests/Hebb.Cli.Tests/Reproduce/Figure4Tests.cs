using System.Diagnostics;

namespace Hebb.Cli.Tests.Reproduce;

public sealed class Figure4Tests : IDisposable
{
    // So many runs that a signal after the first of them always comes in the middle.
    private static readonly string[] ManyRuns =
    [
        "--methods",
        "random,reward",
        "--seeds",
        "0..99",
        "--episodes",
        "40",
        "--jobs",
        "1",
    ];

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_small_reproduction_writes_every_file()
    {
        CommandResult result = await Run(
            "out",
            "--methods",
            "policy-ep-correlation-as-coded,random",
            "--seeds",
            "7..9",
            "--episodes",
            "12"
        );
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);

        string[] returns = Lines("out", "returns.csv");
        Assert.Equal("method,seed,episode,env_steps,episodic_return", returns[0]);
        Assert.Equal(1 + (2 * 3 * 12), returns.Length);
        Assert.StartsWith("random,7,1,", returns[1], StringComparison.Ordinal);
        Assert.StartsWith("policy-ep-correlation-as-coded,9,12,", returns[^1], StringComparison.Ordinal);

        string[] summary = Lines("out", "summary.csv");
        Assert.Equal(
            "panel,role,method,seeds,solved,median_episode_solved,best100_iqm,best100_low,best100_high,"
                + "last100_iqm,last100_low,last100_high,collapsed,env_steps,seconds,steps_per_second",
            summary[0]
        );
        Assert.Equal(3, summary.Length);
        Assert.Contains(
            "hebb reproduce figure4 --seeds 7..9 --episodes 12 --methods random,policy-ep-correlation-as-coded",
            string.Join('\n', Lines("out", "summary.md")),
            StringComparison.Ordinal
        );
        foreach (string name in (string[])["returns.csv", "summary.csv", "summary.md", "figure4.png", "figure4.svg"])
        {
            string file = Path.Combine(_temporary.New("out"), name);
            Assert.True(new FileInfo(file).Length > 0, name);
            Assert.Contains(file, result.Output, StringComparison.Ordinal);
        }

        Assert.Equal(
            6,
            Directory
                .GetFiles(Path.Combine(_temporary.New("out"), "runs"), "run.json", SearchOption.AllDirectories)
                .Length
        );
        Assert.DoesNotContain(result.Output, character => char.IsControl(character) && character != '\n');
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 120));
    }

    [Fact]
    public async Task Tables_have_the_order_of_the_panels_and_every_panel_its_four_roles()
    {
        CommandResult result = await Run("out", "--seeds", "1", "--episodes", "3");
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        string[] expected =
        [
            ",,random",
            "Actor-critic,as published,actor-critic-as-published",
            "Actor-critic,as coded,actor-critic-backprop",
            "Actor-critic,made to work,ppo-ep",
            "Actor-critic,backprop twin,ppo",
            "Policy EP,as published,policy-ep-as-published",
            "Policy EP,as coded,policy-ep-correlation-as-coded",
            "Policy EP,as coded,policy-ep-energy-as-coded",
            "Policy EP,made to work,policy-ep",
            "Policy EP,backprop twin,ppo",
            "Reward EP,as published,reward-ep-as-published",
            "Reward EP,as coded,reward-ep-as-coded",
            "Reward EP,made to work,reward-ep",
            "Reward EP,backprop twin,reward",
            "DQN EP,as published,dqn-ep-as-published",
            "DQN EP,as coded,dqn-ep-mended",
            "DQN EP,made to work,dqn-ep",
            "DQN EP,backprop twin,dqn",
            "DQN EP,the report's backprop,dqn-backprop",
        ];
        Assert.Equal(
            expected,
            Lines("out", "summary.csv").Skip(1).Select(line => string.Join(',', line.Split(',').Take(3))),
            StringComparer.Ordinal
        );

        // The terminal and the page have the same rows in the same order.
        string[] names = [.. expected.Select(row => row.Split(',')[2])];
        string[] shown = result.Output[result.Output.LastIndexOf("method ", StringComparison.Ordinal)..].Split('\n');
        Assert.Equal(
            names,
            shown.Select(line => line.Split(' ')[0]).Where(name => names.Contains(name, StringComparer.Ordinal)),
            StringComparer.Ordinal
        );
        Assert.Equal(
            names,
            Lines("out", "summary.md")
                .SkipWhile(line => line != "## Results")
                .TakeWhile(line => !line.StartsWith("## What", StringComparison.Ordinal))
                .Where(line => line.Contains('`', StringComparison.Ordinal))
                .Select(line => line.Split('`')[1]),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task Returns_do_not_depend_on_how_many_runs_go_at_a_time()
    {
        string[] small =
        [
            "--methods",
            "random,policy-ep-correlation-as-coded,reward-ep-as-coded,dqn-backprop",
            "--seeds",
            "0..3",
            "--episodes",
            "20",
        ];
        Assert.Equal(0, (await Run("one", [.. small, "--jobs", "1"])).ExitCode);
        Assert.Equal(0, (await Run("three", [.. small, "--jobs", "3"])).ExitCode);
        Assert.Equal(Lines("one", "returns.csv"), Lines("three", "returns.csv"));
    }

    [Fact]
    public async Task Interrupted_or_killed_and_then_continued_it_gives_the_same_bytes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        Assert.Equal(0, (await Run("whole", ManyRuns)).ExitCode);

        CommandResult interrupted = await Stop("interrupted", "INT");
        Assert.Equal(130, interrupted.ExitCode);
        Assert.Matches(@"Stopped: \d+ of 200 runs are finished and kept in ", interrupted.Output);
        Assert.Empty(interrupted.Error);
        await AssertContinues("interrupted");

        Assert.Equal(128 + 9, (await Stop("killed", "KILL")).ExitCode);
        await AssertContinues("killed");
    }

    private async Task<CommandResult> Stop(string name, string signal)
    {
        using Process process = CommandProcess.Start(Arguments(name, ManyRuns));
        string second = Path.Combine(_temporary.New(name), "runs", "reward", "seed-1", "run.json");
        while (!File.Exists(second) && !process.HasExited)
        {
            await Task.Delay(1);
        }

        CommandProcess.Signal(process, signal);
        CommandResult result = await CommandProcess.End(process);
        Assert.False(File.Exists(Path.Combine(_temporary.New(name), "returns.csv")));
        return result;
    }

    private async Task AssertContinues(string name)
    {
        CommandResult result = await Run(name, ManyRuns);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"Continuing in .*: \d+ of 200 runs are finished", result.Output);
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(_temporary.New("whole"), "returns.csv")),
            await File.ReadAllBytesAsync(Path.Combine(_temporary.New(name), "returns.csv"))
        );
    }

    private string[] Lines(string name, string file) => File.ReadAllLines(Path.Combine(_temporary.New(name), file));

    private Task<CommandResult> Run(string name, params string[] arguments) =>
        CommandCall.Run(Arguments(name, arguments));

    private string[] Arguments(string name, string[] arguments) =>
        ["reproduce", "figure4", "--out", _temporary.New(name), .. arguments];
}
