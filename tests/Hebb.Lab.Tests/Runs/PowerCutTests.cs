using System.Text.Json.Nodes;
using Hebb.Lab.Checkpoints;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;
using Hebb.Lab.Runs;
using Hebb.Numerics;

namespace Hebb.Lab.Tests.Runs;

/// <summary>
/// The files of a run as a power cut may leave them, each as it was at a moment of its own: a run continued from them has the same
/// bits, and what cannot be trusted is refused in a line.
/// </summary>
public sealed class PowerCutTests : IDisposable
{
    private const ulong Seed = 3;

    private static readonly string[] Appended = [EpisodeLog.FileName, EventLog.FileName];

    private static readonly AgentConfiguration Configuration = ExperimentFile
        .Of(
            "ppo-ep",
            "CartPole-v1",
            [
                ("budget.steps", 2400),
                ("evaluation.episodes", 2),
                ("evaluation.every", 500),
                ("agent.actor.hidden", new JsonArray(8)),
            ]
        )
        .AgentConfiguration;

    private readonly TemporaryDirectory _temporary = new();
    private readonly AgentPlan _plan = AgentPlan.Of(Configuration);

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Whatever_is_left_comes_to_the_same_bits()
    {
        string[] whole = Whole();
        string[] moments = Moments();
        Assert.True(moments.Length >= 5, $"{moments.Length} moments");
        var random = new Pcg64(11);
        for (var trial = 0; trial < 60; trial++)
        {
            // Logs are on the disk before the checkpoint that knows them; the record is written after it, or not at all.
            int logs = random.NextInteger(moments.Length);
            int checkpoint = random.NextInteger(logs + 1);
            int record = random.NextInteger(checkpoint + 1);
            string folder = _temporary.New($"trial-{trial}");
            Directory.CreateDirectory(folder);
            Copy(moments[logs], folder, Appended);
            if (trial % 5 != 1)
            {
                Copy(moments[checkpoint], folder, CheckpointFile.Name);
            }

            if (trial % 5 != 2)
            {
                Copy(moments[record], folder, RunFolder.RecordName);
            }

            if (trial % 5 == 3)
            {
                File.WriteAllText(Path.Combine(folder, $"{CheckpointFile.Name}.partial"), "half");
                File.WriteAllText(Path.Combine(folder, $"{RunFolder.RecordName}.partial"), "{\"form");
            }

            if (trial % 5 == 4)
            {
                File.AppendAllText(Path.Combine(folder, Appended[trial % 2]), "half a r");
            }

            ToyRuns.Play(_plan, folder, Seed);
            Assert.Equal(whole, ToyRuns.Outcome(folder));
            Assert.Empty(Directory.GetFiles(folder, "*.partial"));
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Logs_that_are_older_than_the_checkpoint_are_refused()
    {
        string[] moments = Moments();
        foreach (string name in Appended)
        {
            string folder = _temporary.New(name);
            Directory.CreateDirectory(folder);
            Copy(moments[^2], folder, [.. Appended, CheckpointFile.Name, RunFolder.RecordName]);
            Copy(moments[0], folder, name);
            AssertRefused(() => ToyRuns.Play(_plan, folder, Seed), Path.Combine(folder, name));
        }
    }

    [Fact]
    public void A_finished_run_without_its_last_checkpoint_has_no_agent()
    {
        Whole();
        string folder = _temporary.New("whole");
        Copy(Moments()[0], folder, CheckpointFile.Name);
        AssertRefused(() => KeptAgent.Open(folder), Path.Combine(folder, CheckpointFile.Name));
        File.Delete(RunFolder.CheckpointPath(folder));
        AssertRefused(() => KeptAgent.Open(folder), $"{Path.Combine(folder, CheckpointFile.Name)} is missing");

        // Its results are known nevertheless.
        Assert.Equal(RunStatus.Finished, ToyRuns.Play(_plan, folder, Seed).Status);
    }

    [Fact]
    public void A_damaged_checkpoint_gives_no_agent()
    {
        Whole();
        string folder = _temporary.New("whole");
        Damaged(
            RunFolder.CheckpointPath(folder),
            times: 100,
            () => AssertRefused(() => KeptAgent.Open(folder), RunFolder.CheckpointPath(folder))
        );
    }

    [Fact]
    public void A_damaged_record_is_refused_or_written_anew()
    {
        Whole();
        string folder = _temporary.New("whole");
        RunRecord whole = RunFolder.ReadRecord(folder)!;
        Damaged(
            Path.Combine(folder, RunFolder.RecordName),
            times: 300,
            () =>
            {
                // One that is read says the same: the line break at its end was lost, or the checkpoint has made another.
                try
                {
                    RunRecord record = ToyRuns.Play(_plan, folder, Seed);
                    Assert.Equal(whole.Last100, record.Last100);
                    Assert.Equal(whole.StepsTaken, record.StepsTaken);
                    Assert.Equal(whole.Seed, record.Seed);
                    Assert.Equal(whole.Seconds, record.Seconds, tolerance: 5);
                }
                catch (RecordException exception)
                {
                    Assert.DoesNotContain('\n', exception.Message);
                    Assert.Contains(folder, exception.Message, StringComparison.Ordinal);
                }
            }
        );
    }

    [Fact]
    public void Damaged_events_are_refused_or_read()
    {
        Whole();
        string path = Path.Combine(_temporary.New("whole"), EventLog.FileName);
        Damaged(
            path,
            times: 200,
            () =>
            {
                try
                {
                    EventFile.Read(path);
                }
                catch (RecordException exception)
                {
                    Assert.DoesNotContain('\n', exception.Message);
                    Assert.StartsWith(path, exception.Message, StringComparison.Ordinal);
                }
            }
        );
    }

    private static void Damaged(string path, int times, Action look)
    {
        byte[] content = File.ReadAllBytes(path);
        var random = new Pcg64(7);
        for (var trial = 0; trial < times; trial++)
        {
            byte[] damaged = trial % 2 == 0 ? content[..random.NextInteger(content.Length)] : [.. content];
            if (trial % 2 == 1)
            {
                damaged[random.NextInteger(content.Length)] ^= (byte)(1 << random.NextInteger(8));
            }

            File.WriteAllBytes(path, damaged);
            look();
        }

        File.WriteAllBytes(path, content);
    }

    private string[] Whole()
    {
        ToyRuns.Play(_plan, _temporary.New("whole"), Seed);
        return ToyRuns.Outcome(_temporary.New("whole"));
    }

    // Copies of the folder after every checkpoint of the run, stopped after ever more episodes.
    private string[] Moments()
    {
        string folder = _temporary.New("played");
        var copies = new List<string>();
        foreach (int episodes in (int[])[1, 5, 2, 12, 9, 3, 7])
        {
            ToyRuns.Stop(_plan, folder, episodes, Seed);
            copies.Add(_temporary.New($"moment-{copies.Count}"));
            Directory.CreateDirectory(copies[^1]);
            Copy(folder, copies[^1], [.. Appended, CheckpointFile.Name, RunFolder.RecordName]);
        }

        return [.. copies];
    }

    private static void Copy(string from, string to, params string[] names)
    {
        foreach (string name in names)
        {
            File.Copy(Path.Combine(from, name), Path.Combine(to, name), overwrite: true);
        }
    }

    private static void AssertRefused(Action action, string expected)
    {
        string message = Assert.Throws<RecordException>(action).Message;
        Assert.StartsWith(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
