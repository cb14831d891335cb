using System.Collections.Immutable;
using CsCheck;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;
using Hebb.Lab.Records;

namespace Hebb.Lab.Tests.Logs;

public sealed class RunLogsTests : IDisposable
{
    private const string Environment = "CartPole-v1";
    private static readonly DateTimeOffset Begun = DateTimeOffset.FromUnixTimeSeconds(1000);
    private static readonly ImmutableArray<string> Names = ["actor_cost", "actor_free_sweeps"];

    private readonly TemporaryDirectory _temporary = new();

    private string Folder => _temporary.New("seed-0");

    private string Episodes => Path.Combine(Folder, "episodes.csv");

    private string Events => Path.Combine(Folder, "events.out.tfevents.0.hebb");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void An_episode_is_a_row_and_an_event()
    {
        using (RunLogs logs = RunLogs.Begin(Folder, Begun, Environment, Names))
        {
            logs.Episode(10.5, 10, 0, 10, [double.NaN, 3]);
            logs.Episode(20, 20, 0.5, 30, [0.25, double.NaN]);
            logs.Evaluation(15, 30, 0.5);
            logs.Evaluation(double.NaN, 30, 0.5);
        }

        Assert.Equal(
            "#{\"t_start\":1000,\"env_id\":\"CartPole-v1\"}\nr,l,t,env_steps,actor_cost,actor_free_sweeps\n10.5,10,0,10,,3\n20,20,0.5,30,0.25,\n",
            File.ReadAllText(Episodes)
        );
        ScalarEvent[] expected =
        [
            new(1000, 10, "charts/episodic_return", 10.5f),
            new(1000, 10, "charts/episodic_length", 10),
            new(1000, 10, "hebb/actor_free_sweeps", 3),
            new(1000.5, 30, "charts/episodic_return", 20),
            new(1000.5, 30, "charts/episodic_length", 20),
            new(1000.5, 30, "charts/SPS", 60),
            new(1000.5, 30, "losses/policy_loss", 0.25f),
            new(1000.5, 30, "eval/mean_reward", 15),
        ];
        Assert.Equal(expected, EventFile.Read(Events));
    }

    [Fact]
    public void A_killed_run_goes_on_to_the_same_files()
    {
        Gen.Select(Gen.Int[0, 900], Gen.Int[0, 900], Gen.Double[0, 1], Gen.Double[0, 1])
            .Sample(
                (before, after, cutEpisodes, cutEvents) =>
                {
                    using (RunLogs logs = RunLogs.Begin(Folder, Begun, Environment, Names))
                    {
                        Play(logs, 0, before + after);
                    }

                    (byte[] episodes, byte[] events) = (File.ReadAllBytes(Episodes), File.ReadAllBytes(Events));
                    ImmutableArray<RunFile> marks;
                    using (RunLogs logs = RunLogs.Begin(Folder, Begun, Environment, Names))
                    {
                        Play(logs, 0, before);
                        marks = logs.Mark();
                        Play(logs, before, before + after);
                    }

                    Assert.Equal(
                        "episodes.csv events.out.tfevents.0.hebb",
                        string.Join(' ', marks.Select(mark => mark.Name))
                    );
                    Cut(Episodes, marks[0].Bytes, cutEpisodes);
                    Cut(Events, marks[1].Bytes, cutEvents);
                    using (RunLogs logs = RunLogs.Continue(Folder, marks, Begun, Environment, Names))
                    {
                        Play(logs, before, before + after);
                    }

                    Assert.Equal(episodes, File.ReadAllBytes(Episodes));
                    Assert.Equal(events, File.ReadAllBytes(Events));
                },
                iter: 30,
                threads: 1
            );
    }

    [Fact]
    public void Neither_file_is_cut_where_the_other_cannot_go_on()
    {
        ImmutableArray<RunFile> marks;
        using (RunLogs logs = RunLogs.Begin(Folder, Begun, Environment, Names))
        {
            Play(logs, 0, 10);
            marks = logs.Mark();
            Play(logs, 10, 20);
        }

        foreach ((string damaged, string other) in new[] { (Episodes, Events), (Events, Episodes) })
        {
            byte[] bytes = File.ReadAllBytes(damaged);
            byte[] whole = File.ReadAllBytes(other);
            File.WriteAllBytes(damaged, [(byte)(bytes[0] ^ 1), .. bytes[1..]]);
            Refusal.Expect(damaged, "differs in its first", () => Continue(marks));
            Assert.Equal(whole, File.ReadAllBytes(other));
            File.WriteAllBytes(damaged, bytes);
        }

        Refusal.Expect(
            Folder,
            "its checkpoint does not list events.out.tfevents.0.hebb; delete the folder",
            () => Continue(marks[..1])
        );
        Continue(marks);
        Assert.Equal(marks[0].Bytes, new FileInfo(Episodes).Length);
    }

    [Fact]
    public void An_episode_allocates_nothing()
    {
        using RunLogs logs = RunLogs.Begin(Folder, Begun, Environment, Names);
        Play(logs, 0, 10);
        logs.Mark();
        double[] diagnostics = [double.NaN, 2.5];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int index = 10; index < 5000; index++)
        {
            logs.Episode(index / 3.0, index, index * 0.01, 100L * index, diagnostics);
        }

        logs.Evaluation(3, 500_000, 50);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Play(RunLogs logs, int first, int end)
    {
        for (int episode = first; episode < end; episode++)
        {
            logs.Episode(
                episode / 3.0,
                episode,
                episode / 7.0,
                100L * episode,
                [episode % 5 == 0 ? 1.0 / (episode + 1) : double.NaN, episode]
            );
            if (episode % 100 == 0)
            {
                logs.Evaluation(episode, 100L * episode, episode / 7.0);
            }
        }
    }

    private static void Cut(string path, long mark, double part)
    {
        using var stream = new FileStream(path, FileMode.Open);
        stream.SetLength(mark + (long)(part * (stream.Length - mark)));
    }

    private void Continue(ImmutableArray<RunFile> marks) =>
        RunLogs.Continue(Folder, marks, Begun, Environment, Names).Dispose();
}
