using System.Diagnostics;
using System.Globalization;
using Hebb.Lab.Runs;

namespace Hebb.Cli.Tests.Supervised;

/// <summary>Experiment files of supervised training, played and looked at.</summary>
public sealed class SupervisedFileTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public SupervisedFileTests() => SmallDataset.Write(_temporary.New("small"));

    private string Store => _temporary.New("store");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_file_is_played_for_each_seed_and_gives_what_the_short_way_gives()
    {
        string file = Write("\"seeds\": \"0..1\"");
        CommandResult result = await Run("train", file, "--out", Store);
        string folder = Folder();
        Assert.Contains(
            "small, 16-12-4, symmetric: 2 seeds (0..1), 3 epochs of 200 examples.",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Test accuracy after the last epoch, in %", result.Output, StringComparison.Ordinal);
        foreach (string name in (string[])["runs.csv", "summary.md", "learning-curve.png", "learning-curve.svg"])
        {
            Assert.Contains(Path.Combine(folder, name), result.Output, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder, name)), name);
        }

        string[] rows = await File.ReadAllLinesAsync(Path.Combine(folder, "runs.csv"));
        Assert.StartsWith("seed,epochs,training_cost,", rows[0], StringComparison.Ordinal);
        Assert.Equal(
            ["0,3", "1,3"],
            rows[1..].Select(row => string.Join(',', row.Split(',')[..2])),
            StringComparer.Ordinal
        );
        string page = await File.ReadAllTextAsync(Path.Combine(folder, "summary.md"));
        Assert.Contains($"hebb train {file} --seeds 0..1 --out {Store}", page, StringComparison.Ordinal);

        string[] shortly =
        [
            "supervised",
            "--data",
            _temporary.New("small"),
            "--hidden",
            "12",
            "--learning-rate",
            "0.01",
            "--epochs",
            "3",
            "--seed",
            "1",
            "--out",
            _temporary.New("short"),
        ];
        await Run(shortly);
        Assert.Equal(Weights(_temporary.New("short")), Weights(Path.Combine(folder, "seed-1")));
        Assert.NotEqual(
            Weights(_temporary.New("short")),
            Weights(Path.Combine(folder, "seed-0")),
            StringComparer.Ordinal
        );

        // What is finished is not played again.
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(folder, "seed-0", "weights.safetensors"));
        result = await Run("train", file, "--out", Store);
        Assert.Contains("2 of 2 runs are finished", result.Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(folder, "seed-0", "weights.safetensors")));
    }

    [Fact]
    public async Task Killed_twice_it_comes_to_the_same_bits()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        string[] arguments =
        [
            "train",
            Write("\"seeds\": 4"),
            "--set",
            "epochs=300",
            "--set",
            "estimator.name=random-sign",
        ];
        await Run([.. arguments, "--out", _temporary.New("whole")]);
        long done = 0;
        for (var kill = 0; kill < 2; kill++)
        {
            using Process process = CommandProcess.Start([.. arguments, "--out", Store, "--checkpoint", "0.001"]);
            while (!process.HasExited && !(Steps() > done))
            {
                await Task.Delay(1);
            }

            CommandProcess.Signal(process, "KILL");
            CommandResult killed = await CommandProcess.End(process);
            Assert.Equal("", killed.Error);
            Assert.Equal(128 + 9, killed.ExitCode);
            done = Steps()!.Value;
        }

        await Run([.. arguments, "--out", Store]);
        Assert.Equal(RunOutcome.OfStore(_temporary.New("whole")), RunOutcome.OfStore(Store));

        long? Steps() =>
            Directory.Exists(Store) && Directory.GetDirectories(Store) is [var folder]
                ? RunFolder.ReadRecord(Path.Combine(folder, "seed-4"))?.StepsTaken
                : null;
    }

    [Fact]
    public async Task A_sweep_varies_its_settings_and_all_commands_that_look_at_runs_know_it()
    {
        string file = Write(
            "\"seeds\": \"0..1\", \"sweep\": { \"grid\": { \"learningRate\": [0.0001, 0.01] }, \"halving\": { \"factor\": 2, \"first\": 0.3 } }"
        );
        CommandResult result = await Run("config", "check", file);
        Assert.Contains(
            "small, 2 trials of learningRate, 2 seeds (0..1), 4 runs",
            result.Output,
            StringComparison.Ordinal
        );
        result = await Run("sweep", file, "--out", Store, "--jobs", "2");
        Assert.Contains(
            "score: mean over seeds of the test accuracy after the last epoch, in %.",
            result.Output,
            StringComparison.Ordinal
        );
        string sweep = Directory.GetDirectories(Store, "small-sweep-*").Single();
        string[] trials = await File.ReadAllLinesAsync(Path.Combine(sweep, "trials.csv"));
        string[][] cells = [.. trials[1..].Select(trial => trial.Split(','))];
        Assert.Equal(["stopped", "finished"], cells.Select(trial => trial[2]), StringComparer.Ordinal);
        Assert.True(
            double.Parse(cells[0][4], CultureInfo.InvariantCulture)
                < double.Parse(cells[1][4], CultureInfo.InvariantCulture)
        );

        // One that was given up stands at the end of an epoch.
        Assert.All(
            Directory.GetDirectories(Path.Combine(Store, cells[0][1])),
            seed => Assert.Equal(200, RunFolder.ReadRecord(seed)!.StepsTaken)
        );

        result = await Run("runs", Store);
        Assert.Matches(
            @"experiment +agent +environment +seed +status +steps +episodes +accuracy +best_accuracy",
            result.Output
        );
        result = await Run("runs", Store, "--group");
        Assert.Matches(@"learningRate=0\.01 +supervised +small +2 +2 +0 +\d", result.Output);
        result = await Run("compare", Store, "--out", _temporary.New("compared"));
        Assert.Contains("accuracy [95 %]", result.Output, StringComparison.Ordinal);
        await Run("compare", Store, "--metric", "best-accuracy", "--out", _temporary.New("compared"));
        foreach (
            string[] what in (string[][])
                [
                    [],
                    ["--x", "episodes", "--y", "training_cost"],
                    ["--x", "seconds"],
                ]
        )
        {
            await Run(["plot", Store, .. what, "--out", _temporary.New("plot.svg"), "--force"]);
        }

        string svg = await File.ReadAllTextAsync(_temporary.New("plot.svg"));
        Assert.Contains("Test accuracy", svg, StringComparison.Ordinal);
        Assert.Contains("Seconds of training", svg, StringComparison.Ordinal);
        result = await Run("sensitivity", sweep, "--out", _temporary.New("sensitivity"));
        Assert.Contains("Scores (accuracy, mean over seeds)", result.Output, StringComparison.Ordinal);
        await Run("export", Store, "--to", _temporary.New("runs.csv"));
        string head = File.ReadLines(_temporary.New("runs.csv")).First();
        Assert.Contains(",test_accuracy,best_test_accuracy,", head, StringComparison.Ordinal);
        Assert.Contains(",supervised.optimizer.learningRate,", head, StringComparison.Ordinal);
        result = await Run("export", Store, "--episodes", "--to", _temporary.New("epochs.csv"));
        Assert.Contains(": 8 rows", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            ",epoch,examples,seconds,training_cost,",
            File.ReadLines(_temporary.New("epochs.csv")).First(),
            StringComparison.Ordinal
        );

        string run = Path.Combine(Store, cells[1][1], "seed-0");
        result = await CommandCall.Run("eval", run);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            "it is of supervised training; the run of an agent is needed",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_new_file_has_every_setting_and_is_right()
    {
        string file = _temporary.New("new.json");
        await Run("config", "new", "supervised", "--out", file);
        CommandResult result = await Run("config", "check", file);
        Assert.Contains("5 seeds (0..4), 5 runs of 10 epochs", result.Output, StringComparison.Ordinal);
        result = await Run("config", "show", file, "--set", "supervised.epochs=3", "--set", "estimator.name=backprop");
        Assert.Contains("\"epochs\": 3", result.Output, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"backprop\"", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"beta\"", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("epochs=0", "supervised.epochs: 0; a whole number from 1 to 100000 is needed")]
    [InlineData("examples=201", "supervised.examples: 201; small has 200 training examples")]
    [InlineData("batchSize=201", "supervised.batchSize: 201; at most the 200 training examples are possible")]
    [InlineData("supervised.gamma=1", "supervised.gamma: no such setting; known are activation, ")]
    [InlineData("agent.gamma=1", "agent.gamma: the experiment has no such part; supervised is what learns in it")]
    [InlineData("estimator.name=magic", "supervised.estimator.name: \"magic\"; known are one-sided, ")]
    [InlineData(
        "estimator.name=central-differences",
        "supervised.estimator.name: central-differences; it needs two phases"
    )]
    [InlineData("estimator.name=holomorphic", "supervised: layer 'hidden1': activation hard-sigmoid is not analytic")]
    [InlineData(
        "data=nothing",
        "supervised.data 'nothing': neither a directory nor a known dataset; known are fashion-mnist, mnist"
    )]
    [InlineData(
        "evaluation.episodes=3",
        "evaluation: it is of an agent in an environment; beside supervised only name"
    )]
    public async Task What_is_not_possible_is_one_line(string setting, string expected)
    {
        CommandResult result = await CommandCall.Run("train", Write("\"seeds\": 0"), "--set", setting, "--out", Store);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
    }

    private string Write(string more)
    {
        string file = _temporary.New("experiment.json");
        File.WriteAllText(
            file,
            $$"""
            {
              "name": "small",
              "supervised": {
                "data": "{{_temporary.New("small")}}",
                "network": { "hidden": [12] },
                "optimizer": { "learningRate": 0.01 },
                "epochs": 3,
              },
              {{more}}
            }
            """
        );
        return file;
    }

    private string Folder() =>
        Directory.GetDirectories(Store).Single(folder => !folder.Contains("-sweep-", StringComparison.Ordinal));

    private static string Weights(string folder) => RunOutcome.Tensors(Path.Combine(folder, "weights.safetensors"));

    private static async Task<CommandResult> Run(params string[] arguments)
    {
        CommandResult result = await CommandCall.Run(arguments);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        return result;
    }
}
