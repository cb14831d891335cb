using System.Text.Json.Nodes;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Checkpoints;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;

namespace Hebb.Lab.Tests.Runs;

/// <summary>A run that was interrupted continues as if nothing had happened, and never from damaged files.</summary>
public sealed class InterruptedRunTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("ppo-ep")]
    [InlineData("dqn-ep")]
    [InlineData("reward-ep")]
    [InlineData("policy-ep")]
    public void A_run_stopped_again_and_again_is_that_of_one_stroke(string agent)
    {
        AgentPlan plan = ToyRuns.Plan(agent, evaluationPeriod: 1100);
        RunRecord whole = ToyRuns.Play(plan, _temporary.New("whole"));
        foreach (int episodes in (int[])[1, 3, 4, 2])
        {
            ToyRuns.Stop(plan, _temporary.New("parts"), episodes);
            Assert.Equal(RunStatus.Stopped, RunFolder.ReadRecord(_temporary.New("parts"))!.Status);
        }

        RunRecord parts = ToyRuns.Play(plan, _temporary.New("parts"));
        Assert.Equal(ToyRuns.Outcome(_temporary.New("whole")), ToyRuns.Outcome(_temporary.New("parts")));
        Assert.Equal(RunStatus.Finished, parts.Status);
        Assert.Equal(whole.GreedyReturns!.Value, parts.GreedyReturns!.Value);
        Assert.Equal(whole.Last100, parts.Last100);
        Assert.Equal(whole.StepsTaken, parts.StepsTaken);
        Assert.Contains(
            ToyRuns.Outcome(_temporary.New("parts")),
            line =>
                line.StartsWith("1104 eval/mean_reward ", StringComparison.Ordinal)
                || line.StartsWith("1100 eval/mean_reward ", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("attempt", 150)]
    [InlineData("trial", 10)]
    public void A_transfer_goes_on_where_it_stopped(string episode, int episodes)
    {
        var plan = AgentPlan.Of(
            ExperimentFile
                .Of(
                    "ppo-ep",
                    "OpenLock-CC3-CE4-v0",
                    [
                        ("budget.steps", 4096),
                        ("evaluation.episodes", 2),
                        ("environment.options.episode", episode),
                        ("environment.options.attemptLimit", 12),
                        ("environment.options.trainingTrials", 4),
                        ("environment.options.observesAction", true),
                        ("environment.options.observesFound", true),
                    ]
                )
                .AgentConfiguration
        );
        ToyRuns.Play(plan, _temporary.New("whole"));
        foreach (int more in (int[])[episodes, 1, 3 * episodes])
        {
            ToyRuns.Stop(plan, _temporary.New("parts"), more);
        }

        ToyRuns.Play(plan, _temporary.New("parts"));
        Assert.Equal(ToyRuns.Outcome(_temporary.New("whole")), ToyRuns.Outcome(_temporary.New("parts")));
    }

    [Fact]
    public void What_was_appended_after_the_checkpoint_is_played_anew()
    {
        AgentPlan plan = ToyRuns.Plan();
        ToyRuns.Play(plan, _temporary.New("whole"));
        string folder = _temporary.New("killed");
        ToyRuns.Stop(plan, folder, episodes: 20);

        // As a process leaves it that is killed later: whole rows and half of one, events, a checkpoint half written.
        File.AppendAllText(Path.Combine(folder, "episodes.csv"), "17,17,0.5,4000,,\n12,");
        File.AppendAllText(Path.Combine(folder, "events.out.tfevents.0.hebb"), "half an event");
        File.WriteAllText(Path.Combine(folder, "checkpoint.safetensors.partial"), "half a checkpoint");
        ToyRuns.Play(plan, folder);
        Assert.Equal(ToyRuns.Outcome(_temporary.New("whole")), ToyRuns.Outcome(folder));
        Assert.False(File.Exists(Path.Combine(folder, "checkpoint.safetensors.partial")));
    }

    [Fact]
    public void How_often_checkpoints_are_taken_changes_nothing()
    {
        ToyRuns.Play(ToyRuns.Plan(), _temporary.New("never"));
        ToyRuns.Play(ToyRuns.Plan(), _temporary.New("always"), interval: 0);
        Assert.Equal(ToyRuns.Outcome(_temporary.New("never")), ToyRuns.Outcome(_temporary.New("always")));
    }

    [Fact]
    public void A_second_player_of_the_same_run_is_refused()
    {
        string folder = _temporary.New();
        ToyRuns.Stop(ToyRuns.Plan(), folder, episodes: 5);
        using (new FileStream(Path.Combine(folder, ".lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            RecordException refused = Assert.Throws<RecordException>(() => ToyRuns.Play(ToyRuns.Plan(), folder));
            Assert.Contains("is in use by another process", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(RunStatus.Finished, ToyRuns.Play(ToyRuns.Plan(), folder).Status);
    }

    [Fact]
    public void Another_run_is_refused_and_named()
    {
        string folder = _temporary.New();
        ToyRuns.Stop(ToyRuns.Plan(), folder, episodes: 5);
        foreach (
            AgentPlan other in (AgentPlan[])
                [ToyRuns.Plan(steps: 6001), ToyRuns.Plan("dqn-ep"), ToyRuns.Plan() with { Hash = "other" }]
        )
        {
            AssertRefused(folder, () => ToyRuns.Play(other, folder), "is of ppo-ep in CartPole-v1, 6000 steps, seed 3");
        }

        AssertRefused(
            folder,
            () => ToyRuns.Play(ToyRuns.Plan(), folder, seed: 4),
            "is of ppo-ep in CartPole-v1, 6000 steps, seed 3"
        );
    }

    [Theory]
    [InlineData(CheckpointFile.Name)]
    [InlineData("episodes.csv")]
    [InlineData("events.out.tfevents.0.hebb")]
    public void Truncated_or_flipped_files_are_refused_in_a_line_and_left_as_they_are(string name)
    {
        string folder = _temporary.New();
        ToyRuns.Stop(ToyRuns.Plan(steps: 3000), folder, episodes: 12);
        string path = Path.Combine(folder, name);
        byte[] content = File.ReadAllBytes(path);
        var random = new Numerics.Pcg64(5);
        for (var trial = 0; trial < 120; trial++)
        {
            byte[] damaged = Damage(content, random, trial);
            File.WriteAllBytes(path, damaged);
            AssertRefused(folder, () => ToyRuns.Play(ToyRuns.Plan(steps: 3000), folder), name);
            Assert.Equal(damaged, File.ReadAllBytes(path));
        }

        File.WriteAllBytes(path, content);
        Assert.Equal(RunStatus.Finished, ToyRuns.Play(ToyRuns.Plan(steps: 3000), folder).Status);
    }

    [Theory]
    [InlineData("episodes.csv")]
    [InlineData("events.out.tfevents.0.hebb")]
    public void A_finished_run_whose_files_were_changed_is_not_summed_up(string name)
    {
        string folder = _temporary.New();
        ToyRuns.Play(ToyRuns.Plan(steps: 1000), folder);
        string path = Path.Combine(folder, name);
        byte[] content = File.ReadAllBytes(path);
        content[^3] ^= 1;
        File.WriteAllBytes(path, content);
        AssertRefused(folder, () => ToyRuns.Play(ToyRuns.Plan(steps: 1000), folder), "its SHA-256 differs");
        File.Delete(path);
        AssertRefused(folder, () => ToyRuns.Play(ToyRuns.Plan(steps: 1000), folder), "cannot be read");
    }

    [Fact]
    public void What_a_finished_run_has_lost_is_noticed_by_who_looks_at_it()
    {
        string folder = _temporary.New();
        ToyRuns.Play(ToyRuns.Plan(steps: 1000), folder);
        CataloguedRun run = RunCatalogue.Read([folder], folder).Runs.Single();
        Assert.Equal(run.Record.Episodes, run.ReadTable()!.Count);
        Assert.NotEmpty(run.ReadEvents());

        // Whole lines and whole records less: nothing in the files themselves tells of it.
        string episodes = Path.Combine(folder, "episodes.csv");
        File.WriteAllText(episodes, string.Concat(File.ReadLines(episodes).SkipLast(1).Select(line => line + "\n")));
        AssertRefused(folder, () => run.ReadTable(), "episodes.csv");
        File.WriteAllBytes(Path.Combine(folder, "events.out.tfevents.0.hebb"), []);
        AssertRefused(folder, () => run.ReadEvents(), "events.out.tfevents.0.hebb");
    }

    [Theory]
    [InlineData("", "is not the record of a run")]
    [InlineData("{", "is not the record of a run")]
    [InlineData("null", "it is empty")]
    [InlineData("{\"formatVersion\":3}", "is not the record of a run")]
    [InlineData("[1,2]", "is not the record of a run")]
    public void A_broken_record_is_named(string content, string expected)
    {
        string folder = _temporary.New();
        ToyRuns.Play(ToyRuns.Plan(steps: 500), folder);
        File.WriteAllText(Path.Combine(folder, "run.json"), content);
        AssertRefused(folder, () => ToyRuns.Play(ToyRuns.Plan(steps: 500), folder), expected);
    }

    [Theory]
    [InlineData("experiment")]
    [InlineData("hash")]
    [InlineData("program")]
    [InlineData("machine")]
    [InlineData("files")]
    [InlineData("agent")]
    [InlineData("seed")]
    public void A_record_that_leaves_something_out_is_named(string property)
    {
        string folder = _temporary.New();
        ToyRuns.Play(ToyRuns.Plan(steps: 500), folder);
        string path = Path.Combine(folder, "run.json");
        var record = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        Assert.True(record.Remove(property));
        File.WriteAllText(path, record.ToJsonString());
        AssertRefused(folder, () => ToyRuns.Play(ToyRuns.Plan(steps: 500), folder), "is not the record of a run");
    }

    [Fact]
    public void A_run_that_fails_says_why_and_lets_others_go_on()
    {
        AgentPlan broken = ToyRuns.Plan() with
        {
            CreateAgent = task => throw new InvalidOperationException("never\nmade"),
        };
        Assert.Throws<InvalidOperationException>(() => ToyRuns.Play(broken, _temporary.New("broken")));

        AgentPlan failing = ToyRuns.Plan() with { CreateAgent = task => new FailingAgent() };
        var experiment = new TrainingExperiment(
            [failing, ToyRuns.Plan("random", steps: 300)],
            [1],
            (plan, _) => _temporary.New(plan.Group.Steps == 300 ? "good" : "bad")
        );
        var runs = experiment.Play(new RunOptions(), TestContext.Current.CancellationToken);
        Assert.Empty(runs[0]);
        Assert.Single(runs[1]);

        RunRecord record = RunFolder.ReadRecord(_temporary.New("bad"))!;
        Assert.Equal(RunStatus.Failed, record.Status);
        Assert.Equal("it is broken for good", record.Failure);
    }

    private static byte[] Damage(byte[] content, Numerics.Pcg64 random, int trial)
    {
        if (trial % 2 == 0)
        {
            return content[..(int)random.NextInteger(content.Length)];
        }

        byte[] damaged = [.. content];
        damaged[(int)random.NextInteger(content.Length)] ^= (byte)(1 << (int)random.NextInteger(8));
        return damaged;
    }

    private static void AssertRefused(string folder, Action action, string expected)
    {
        string message = Assert.Throws<RecordException>(action).Message;
        Assert.StartsWith(folder, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
