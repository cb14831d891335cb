using System.Text.Json;
using Hebb.Lab.Records;
using Hebb.Lab.Training;

namespace Hebb.Lab.Tests.Training;

public sealed class TrainingDirectoryTests : IDisposable
{
    private static readonly RunGroup Group = new("toy", "CartPole-v0", 1000);
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_run_is_read_as_it_was_written()
    {
        using TrainingDirectory directory = Open(ToyTraining.Configuration());
        TrainedRun run = ToyTraining.Run(seed: 7, last: 0.1, solvedAt: 900, greedy: 12.5) with
        {
            Begun = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123),
            DiagnosticNames = ["entropy", "angle"],
            Episodes = [new TrainedEpisode(0.1, 12, 0.125, 900) { Diagnostics = [double.NaN, 1 / 3.0] }],
        };
        Assert.Null(directory.ReadRun(Group, 7));
        directory.WriteRun(Group, run);
        TrainedRun read = directory.ReadRun(Group, 7)!;
        Assert.Equal(run.Begun, read.Begun);
        Assert.Equal(run.DiagnosticNames, read.DiagnosticNames);
        Assert.Equal(run.Episodes[0].Diagnostics, read.Episodes[0].Diagnostics);
        Assert.Equal(run.Episodes[0], read.Episodes[0] with { Diagnostics = run.Episodes[0].Diagnostics });
        Assert.Equal(run.Record.GreedyReturns!.Value, read.Record.GreedyReturns!.Value);
        Assert.Equal(run.Record, read.Record with { GreedyReturns = run.Record.GreedyReturns });
    }

    [Fact]
    public void Episodes_are_laid_out_as_a_monitor_does()
    {
        using TrainingDirectory directory = Open(ToyTraining.Configuration());
        TrainedRun run = ToyTraining.Run(seed: 7, last: 12) with { DiagnosticNames = ["entropy"] };
        directory.WriteRun(Group, run with { Episodes = [run.Episodes[0] with { Diagnostics = [double.NaN] }] });
        string[] lines = File.ReadAllLines(Path.Combine(_temporary.New(), "seed-7", "episodes.csv"));
        Assert.Equal('#', lines[0][0]);
        using var header = JsonDocument.Parse(lines[0].AsMemory(1));
        Assert.Equal(0, header.RootElement.GetProperty("t_start").GetDouble());
        Assert.Equal("CartPole-v0", header.RootElement.GetProperty("env_id").GetString());
        Assert.Equal(["r,l,t,env_steps,entropy", "12,12,0.125,900,"], lines[1..]);
    }

    [Fact]
    public void Runs_of_several_agents_have_folders_by_environment_and_agent()
    {
        TrainingConfiguration configuration = ToyTraining.Configuration() with { Experiment = "benchmark" };
        using TrainingDirectory directory = Open(configuration);
        directory.WriteRun(Group, ToyTraining.Run(seed: 7, last: 12));
        Assert.True(File.Exists(Path.Combine(_temporary.New(), "runs", "CartPole-v0", "toy", "seed-7", "run.json")));
    }

    [Fact]
    public void Another_configuration_is_refused_by_its_first_difference()
    {
        Open(ToyTraining.Configuration()).Dispose();
        Open(ToyTraining.Configuration()).Dispose();
        AssertRefused(ToyTraining.Configuration(agent: "alone"), "agent is toy there and alone now");
        AssertRefused(ToyTraining.Configuration(steps: 2002), "steps is 2001 there and 2002 now");
        AssertRefused(ToyTraining.Configuration(seeds: "0..3"), "seeds is 0..2 there and 0..3 now");
        AssertRefused(ToyTraining.Configuration(evaluation: 4), "evaluation is 3 episodes there and 4 episodes now");
        AssertRefused(ToyTraining.Configuration() with { Diagnostics = true }, "diagnostics is off there and on now");
        AssertRefused(
            ToyTraining.Configuration() with
            {
                Groups = [new RunGroup("toy", "CartPole-v1", 2001)],
            },
            "environment is CartPole-v0 there and CartPole-v1 now"
        );
        AssertRefused(
            ToyTraining.Configuration() with
            {
                Experiment = "benchmark",
            },
            "experiment is train there and benchmark now"
        );
    }

    [Theory]
    [InlineData("run.json", "{", "is not the folder of a finished run")]
    [InlineData("run.json", "null", "run.json is empty")]
    [InlineData("episodes.csv", "", "episodes.csv does not begin as it should")]
    [InlineData("episodes.csv", "r,l,t,env_steps\n", "episodes.csv does not begin as it should")]
    [InlineData("episodes.csv", "#{}\nr,l,t,env_steps\n", "is not the folder of a finished run")]
    [InlineData(
        "episodes.csv",
        "#{\"t_start\":0,\"env_id\":\"x\"}\nr,l,t,env_steps\n1,2,3\n",
        "line 3: \"1,2,3\" has 3 cells; 4 are needed"
    )]
    [InlineData(
        "episodes.csv",
        "#{\"t_start\":0,\"env_id\":\"x\"}\nr,l,t,env_steps\n1,2,3,x\n",
        "is not the folder of a finished run"
    )]
    [InlineData(
        "episodes.csv",
        "#{\"t_start\":0,\"env_id\":\"x\"}\nr,l,t,env_steps\n",
        "episodes.csv has 0 episodes, run.json 1"
    )]
    public void A_broken_run_is_named(string file, string content, string expected)
    {
        using TrainingDirectory directory = Open(ToyTraining.Configuration());
        directory.WriteRun(Group, ToyTraining.Run(seed: 7, last: 12));
        string folder = Path.Combine(_temporary.New(), "seed-7");
        File.WriteAllText(Path.Combine(folder, file), content);
        string message = Assert.Throws<RecordException>(() => directory.ReadRun(Group, 7)).Message;
        Assert.StartsWith(folder, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains("delete it to have that run done again", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void The_run_of_something_else_is_named()
    {
        using TrainingDirectory directory = Open(ToyTraining.Configuration());
        directory.WriteRun(Group, ToyTraining.Run(seed: 7, last: 12));
        Assert.Contains(
            "it is of toy in CartPole-v0, 1000 steps, seed 7",
            Assert.Throws<RecordException>(() => directory.ReadRun(Group with { Steps = 999 }, 7)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData(
        """{"formatVersion":1,"experiment":"train","groups":null,"seeds":"1","evaluation":1,"diagnostics":false}"""
    )]
    [InlineData(
        """{"formatVersion":1,"experiment":"train","groups":[null],"seeds":"1","evaluation":1,"diagnostics":false}"""
    )]
    public void A_broken_configuration_is_named(string content)
    {
        Directory.CreateDirectory(_temporary.New());
        File.WriteAllText(Path.Combine(_temporary.New(), "configuration.json"), content);
        AssertRefused(ToyTraining.Configuration(), "configuration.json is not the configuration of an experiment");
    }

    private void AssertRefused(TrainingConfiguration configuration, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<RecordException>(() => Open(configuration)).Message,
            StringComparison.Ordinal
        );

    private TrainingDirectory Open(TrainingConfiguration configuration) =>
        TrainingDirectory.Open(_temporary.New(), configuration);
}
