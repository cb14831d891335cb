using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Hebb.Cli.Tests.Sweeps;

public sealed class SweepTests : IDisposable
{
    // Crosses a grid with a list and draws something for each; the odd places of blanks, comments and commas are meant.
    private const string Content = """
        {
          // What is varied.
          "name": "small", "environment": { "name": "CartPole-v1" }, "agent": { "name": "ppo" }, "seeds": "0..1",
          "budget": { "steps": 4000, }, "evaluation": { "episodes": 2 },
          "sweep": {
            "grid": { "agent.actor.learningRate": [1e-3, 1e-2] },
            "list": [{ "agent.actor.hidden": [8] }, { "agent.actor.hidden": [4, 4], "agent.epochs": 2 }],
            "random": { "agent.clip": { "uniform": [0.1, 0.3] } },
            "trials": 6, "seed": 3,
            "halving": { "factor": 2, "first": 0.2 },
          },
        }
        """;

    private readonly TemporaryDirectory _temporary = new();

    private string Experiment
    {
        get
        {
            string path = _temporary.New("small.json");
            File.WriteAllText(path, Content);
            return path;
        }
    }

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_sweep_is_told_kept_and_never_played_twice()
    {
        CommandResult result = await Run("one", "--jobs", "1");
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith(
            "small: 6 trials of 2 seeds (0..1), 12 runs, successive halving; ",
            result.Output,
            StringComparison.Ordinal
        );
        string[] lines = result.Output.Split('\n');
        for (var trial = 0; trial < 6; trial++)
        {
            Assert.Single(lines, line => line.StartsWith($"trial {trial}: ", StringComparison.Ordinal));
        }

        Assert.Matches(
            @"trial \d: finished, [0-9.]+ \(.*learningRate=\S+ hidden=\S+ .*clip=0\.\d{1,4}\)",
            result.Output
        );
        Assert.Matches(@"\ntrial +score +status +rung +settings", result.Output);
        Assert.DoesNotContain(result.Output, character => char.IsControl(character) && character != '\n');
        Assert.All(
            lines
                .SkipWhile(line => line.Length > 0)
                .TakeWhile(line => !line.StartsWith("score", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, 120)
        );
        string[] table = await File.ReadAllLinesAsync(Path.Combine(Sweep("one"), "trials.csv"));
        Assert.Equal(
            "trial,run,status,rung,score,diverged,agent.actor.learningRate,agent.actor.hidden,agent.epochs,agent.clip",
            table[0]
        );
        Assert.Equal(7, table.Length);
        Assert.Contains(
            "hebb sweep ",
            await File.ReadAllTextAsync(Path.Combine(Sweep("one"), "summary.md")),
            StringComparison.Ordinal
        );
        JsonNode[] trials = Trials(Sweep("one"));
        Assert.Equal(
            "finished stopped stopped stopped stopped stopped",
            string.Join(' ', trials.Select(trial => (string)trial["status"]!).Order(StringComparer.Ordinal))
        );
        Assert.All(
            trials,
            trial => Assert.True(Directory.Exists(Path.Combine(_temporary.New("one"), (string)trial["run"]!, "seed-1")))
        );

        // More jobs, or in other words, and again.
        Assert.Equal(
            0,
            (
                await Run("two", "--jobs", "3", "--checkpoint", "0.02", "--set", "agent.epochs=" + await Epochs())
            ).ExitCode
        );
        Assert.Equal(RunOutcome.OfStore(_temporary.New("one")), RunOutcome.OfStore(_temporary.New("two")));
        Assert.Equal(TextOf(trials), TextOf(Trials(Sweep("two"))));
        (string, DateTime)[] before = Written("one");
        CommandResult again = await Run("one");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Going on: 2 of 12 runs are finished.", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, Written("one"));
        Assert.Equal(TextOf(trials), TextOf(Trials(Sweep("one"))));

        // More of them keep the earlier ones.
        Assert.Equal(0, (await Run("one", "--trials", "8")).ExitCode);
        JsonNode[] more = Trials(
            Directory
                .GetDirectories(_temporary.New("one"), "small-sweep-*")
                .Single(folder => Trials(folder).Length == 8)
        );
        Assert.Equal(Hashes(trials), Hashes(more[..6]));
    }

    [Fact]
    public async Task What_train_has_played_is_not_played_again_and_divergence_is_told()
    {
        CommandResult trained = await CommandCall.Run([
            "train",
            Experiment,
            "--steps",
            "800",
            "--set",
            "agent.learningRate=0.001",
            "--out",
            _temporary.New("store"),
        ]);
        Assert.Equal("", trained.Error);
        Assert.Matches(
            "^The sweep of .*small.json is not played: 'hebb sweep .*small.json' varies its settings",
            trained.Output
        );
        (string, DateTime)[] before = Written("store");
        Assert.Equal(2, before.Length);
        await File.WriteAllTextAsync(
            _temporary.New("small.json"),
            Content[..Content.IndexOf("\"list\"", StringComparison.Ordinal)]
                .Replace(
                    "agent.actor.learningRate\": [1e-3, 1e-2]",
                    "agent.learningRate\": [1e-3, 1e30]",
                    StringComparison.Ordinal
                ) + "} }"
        );
        CommandResult swept = await CommandCall.Run([
            "sweep",
            _temporary.New("small.json"),
            "--steps",
            "800",
            "--out",
            _temporary.New("store"),
        ]);
        Assert.Equal("", swept.Error);
        Assert.Contains("Going on: 2 of 4 runs are finished.", swept.Output, StringComparison.Ordinal);
        Assert.Equal(before, Written("store").Intersect(before));
        Assert.Matches(@"\ntrial +score +status +diverged +settings *\n", swept.Output);
        Assert.Equal(2, (int)Trials(Sweep("store"))[1]["diverged"]!);
    }

    [Fact]
    public async Task Interrupted_and_killed_it_comes_to_the_same()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        string[] longer = ["--steps", "40000", "--jobs", "2", "--checkpoint", "0.01"];
        Assert.Equal(0, (await Run("whole", longer)).ExitCode);
        string[] signals = ["INT", "KILL", "TERM", "KILL"];
        foreach (string signal in signals)
        {
            DateTime before = LastKept("parts");
            using Process process = CommandProcess.Start([
                "sweep",
                Experiment,
                .. longer,
                "--out",
                _temporary.New("parts"),
            ]);
            await Until(process, () => LastKept("parts") != before);
            await Task.Delay(300);
            CommandProcess.Signal(process, signal);
            CommandResult stopped = await CommandProcess.End(process);
            Assert.Equal("", stopped.Error);
            Assert.Equal(signal == "KILL" ? 128 + 9 : 130, stopped.ExitCode);
            Assert.Equal(
                signal != "KILL",
                stopped.Output.Contains("The same command continues from there.", StringComparison.Ordinal)
            );
        }

        Assert.Equal(0, (await Run("parts", longer)).ExitCode);
        Assert.Equal(TextOf(Trials(Sweep("whole"))), TextOf(Trials(Sweep("parts"))));
        Assert.Equal(RunOutcome.OfStore(_temporary.New("whole")), RunOutcome.OfStore(_temporary.New("parts")));
    }

    [Fact]
    public async Task A_second_process_is_refused()
    {
        string[] endless =
        [
            "sweep",
            Experiment,
            "--steps",
            "1000000000000",
            "--jobs",
            "1",
            "--out",
            _temporary.New("out"),
        ];
        using Process first = CommandProcess.Start(endless);
        await Until(
            first,
            () =>
                Directory.Exists(_temporary.New("out"))
                && Directory.GetFiles(_temporary.New("out"), "run.json", SearchOption.AllDirectories).Length > 0
        );
        AssertRefused(await CommandCall.Run(endless), $"{Sweep("out")} is in use by another process");

        // Nor does another command take a run out of its hands.
        string run = Path.GetDirectoryName(
            Directory.GetFiles(_temporary.New("out"), "run.json", SearchOption.AllDirectories)[0]
        )!;
        AssertRefused(await CommandCall.Run("eval", run), $"{run} has no checkpoint yet: wait for its first one");
        CommandProcess.Signal(first, "INT");
        Assert.Equal(130, (await CommandProcess.End(first)).ExitCode);
    }

    [Theory]
    [InlineData(
        "sweep ppo",
        "ppo-CartPole-v1: it has no sweep; a 'sweep' with a grid, a list or random ranges is needed, or 'hebb train'"
    )]
    [InlineData("sweep FILE --trials 0", "--trials '0': a whole number from 1 to 100000 is needed")]
    [InlineData("sweep FILE --set agent.rubbish=1", "FILE: agent.rubbish: no such setting; known are ")]
    [InlineData("sweep FILE --set agent.name=random", "FILE: agent.actor.learningRate: ")]
    [InlineData("sweep FILE --out FILE", "--out FILE is a file: a directory is needed")]
    [InlineData("sweep FILE --out FILE/below", "--out FILE/below cannot be made: ")]
    [InlineData("sweep .", ".: it is a directory; a file is needed")]
    public async Task Bad_input_is_one_line(string arguments, string expected)
    {
        string file = Experiment;
        AssertRefused(
            await CommandCall.Run([
                .. arguments.Replace("FILE", file, StringComparison.Ordinal).Split(' '),
                .. arguments.Contains("--out", StringComparison.Ordinal)
                    ? Array.Empty<string>()
                    : ["--out", _temporary.New("out")],
            ]),
            expected.Replace("FILE", file, StringComparison.Ordinal)
        );
        Assert.False(Path.Exists(_temporary.New("out")));
    }

    [Fact]
    public async Task More_trials_than_there_are_combinations_are_refused()
    {
        string file = Experiment;
        await File.WriteAllTextAsync(
            file,
            Content
                .Replace("\"random\": { \"agent.clip\": { \"uniform\": [0.1, 0.3] } },", "", StringComparison.Ordinal)
                .Replace("\"trials\": 6, \"seed\": 3,", "", StringComparison.Ordinal)
        );
        AssertRefused(
            await CommandCall.Run(["sweep", file, "--trials", "100", "--out", _temporary.New("out")]),
            "--trials 100: the sweep has 4 trials, and draws none at random; at most 4 are possible"
        );
    }

    private static void AssertRefused(CommandResult result, string expected)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
    }

    private static async Task Until(Process process, Func<bool> isSo)
    {
        while (!isSo())
        {
            Assert.False(process.HasExited);
            await Task.Delay(10);
        }
    }

    // As tuned: said in so many words it is the same configuration.
    private async Task<string> Epochs()
    {
        string run = Directory
            .GetFiles(_temporary.New("one"), "run.json", SearchOption.AllDirectories)
            .First(file => !File.ReadAllText(file).Contains("\"epochs\": 2", StringComparison.Ordinal));
        return JsonNode.Parse(await File.ReadAllTextAsync(run))!["configuration"]!["agent"]!["epochs"]!.ToJsonString();
    }

    private string Sweep(string store) => Directory.GetDirectories(_temporary.New(store), "small-sweep-*").Single();

    // When the record of a sweep was written last; it is written first of all.
    private DateTime LastKept(string store) =>
        Directory.Exists(_temporary.New(store))
        && Directory.GetFiles(_temporary.New(store), "sweep.json", SearchOption.AllDirectories) is [string record]
            ? File.GetLastWriteTimeUtc(record)
            : default;

    private static JsonNode[] Trials(string folder) =>
        [
            .. JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "sweep.json")))!["trials"]!
                .AsArray()
                .Select(trial => trial!),
        ];

    private static string[] Hashes(JsonNode[] trials) => [.. trials.Select(trial => (string)trial["hash"]!)];

    private static string TextOf(JsonNode[] trials) => string.Join('\n', trials.Select(trial => trial.ToJsonString()));

    private (string, DateTime)[] Written(string store) =>
        [
            .. Directory
                .GetFiles(_temporary.New(store), "checkpoint.safetensors", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => (file, File.GetLastWriteTimeUtc(file))),
        ];

    private Task<CommandResult> Run(string store, params string[] arguments) =>
        CommandCall.Run(["sweep", Experiment, .. arguments, "--out", _temporary.New(store)]);
}
