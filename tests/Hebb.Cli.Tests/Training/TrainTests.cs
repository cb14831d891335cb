using System.Diagnostics;

namespace Hebb.Cli.Tests.Training;

public sealed class TrainTests : IDisposable
{
    // So many runs that a signal after the first of them always comes in the middle.
    private static readonly string[] ManyRuns = ["random", "--seeds", "0..199", "--steps", "400", "--jobs", "1"];

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_small_training_writes_every_file_and_shows_its_tables()
    {
        CommandResult result = await Run(
            "out",
            "ppo-ep",
            "--env",
            "CartPole-v0",
            "--seeds",
            "4,7",
            "--steps",
            "2000",
            "--evaluate",
            "2",
            "--diagnostics"
        );
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "in CartPole-v0: 2 seeds (4,7), 2,000 environment steps a run.",
            result.Output,
            StringComparison.Ordinal
        );
        foreach (
            string name in (string[])
                ["runs.csv", "summary.csv", "summary.md", "learning-curve.png", "learning-curve.svg"]
        )
        {
            string file = Path.Combine(Folder("out"), name);
            Assert.True(new FileInfo(file).Length > 0, name);
            Assert.Contains(file, result.Output, StringComparison.Ordinal);
        }

        foreach (string folder in (string[])["seed-4", "seed-7"])
        {
            string[] episodes = Lines("out", folder, "episodes.csv");
            Assert.Matches("""^#\{"t_start":[0-9.]+,"env_id":"CartPole-v0"\}$""", episodes[0]);
            Assert.StartsWith("r,l,t,env_steps", episodes[1], StringComparison.Ordinal);
            Assert.InRange(episodes.Length, 20, 250);
            Assert.Contains(
                "\"greedyReturns\": [",
                string.Join('\n', Lines("out", folder, "run.json")),
                StringComparison.Ordinal
            );
        }

        Assert.Contains(
            "hebb train ppo-ep --env CartPole-v0 --seeds 4,7 --steps 2000 --evaluate 2 --diagnostics --out ",
            string.Join('\n', Lines("out", "summary.md")),
            StringComparison.Ordinal
        );
        Assert.Matches(@"\n *seed +episodes +solved at", result.Output);
        Assert.Matches(@"\nppo-ep +0/2 ", result.Output);
        Assert.DoesNotContain(result.Output, character => char.IsControl(character) && character != '\n');
        Assert.All(
            result.Output.Split('\n').TakeWhile(line => !line.StartsWith("solved", StringComparison.Ordinal)),
            line => Assert.InRange(line.TrimEnd().Length, 0, 120)
        );
    }

    [Fact]
    public async Task Episodes_do_not_depend_on_how_many_runs_go_at_a_time()
    {
        string[] small = ["dqn-ep", "--env", "CartPole-v0", "--seeds", "0..2", "--steps", "1500"];
        Assert.Equal(0, (await Run("one", [.. small, "--jobs", "1"])).ExitCode);
        Assert.Equal(0, (await Run("two", [.. small, "--jobs", "2"])).ExitCode);
        foreach (string folder in (string[])["seed-0", "seed-1", "seed-2"])
        {
            Assert.Equal(WithoutTimes("one", folder), WithoutTimes("two", folder));
        }

        Assert.NotEqual(WithoutTimes("one", "seed-0"), WithoutTimes("one", "seed-1"));
    }

    [Fact]
    public async Task Interrupted_or_killed_it_goes_on_where_it_stopped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        CommandResult interrupted = await Stop("out", "INT");
        Assert.Equal(130, interrupted.ExitCode);
        Assert.Matches(@"Stopped: \d+ of 200 runs are finished and kept in ", interrupted.Output);
        Assert.Empty(interrupted.Error);
        string first = Path.Combine(Folder("out"), "seed-0", "episodes.csv");
        byte[] kept = await File.ReadAllBytesAsync(first);

        Assert.Equal(128 + 9, (await Stop("out", "KILL")).ExitCode);
        CommandResult whole = await Run("out", ManyRuns);
        Assert.Equal("", whole.Error);
        Assert.Equal(0, whole.ExitCode);
        Assert.Matches(@"Continuing in .*: \d+ of 200 runs are finished", whole.Output);
        Assert.Equal(kept, await File.ReadAllBytesAsync(first));
        Assert.Equal(201, Lines("out", "runs.csv").Length);
    }

    private async Task<CommandResult> Stop(string name, string signal)
    {
        int before = Finished(name);
        using Process process = CommandProcess.Start(Arguments(name, ManyRuns));
        while (Finished(name) <= before && !process.HasExited)
        {
            await Task.Delay(1);
        }

        CommandProcess.Signal(process, signal);
        CommandResult result = await CommandProcess.End(process);
        Assert.False(File.Exists(Path.Combine(Folder(name), "runs.csv")));
        return result;
    }

    // Seeds are played in their order.
    private int Finished(string name)
    {
        var count = 0;
        while (
            Directory.Exists(_temporary.New(name))
            && Directory.GetDirectories(_temporary.New(name)) is [string folder]
            && File.Exists(Path.Combine(folder, $"seed-{count}", "run.json"))
            && File.ReadAllText(Path.Combine(folder, $"seed-{count}", "run.json"))
                .Contains("\"finished\"", StringComparison.Ordinal)
        )
        {
            count++;
        }

        return count;
    }

    private string Folder(string name) => Directory.GetDirectories(_temporary.New(name)).Single();

    private string[] WithoutTimes(string name, string folder) =>
        [
            .. Lines(name, folder, "episodes.csv")
                .Skip(1)
                .Select(line => string.Join(',', line.Split(',').Where((_, column) => column != 2))),
        ];

    private string[] Lines(params string[] path) => File.ReadAllLines(Path.Combine([Folder(path[0]), .. path[1..]]));

    private Task<CommandResult> Run(string name, params string[] arguments) =>
        CommandCall.Run(Arguments(name, arguments));

    private string[] Arguments(string name, string[] arguments) =>
        ["train", .. arguments, "--out", _temporary.New(name)];
}
