using System.Collections.Immutable;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Lab.Configurations.Sweeps;
using Hebb.Lab.Runs;
using Hebb.Lab.Sweeps;
using Hebb.Lab.Tests.Runs;

namespace Hebb.Lab.Tests.Sweeps;

public sealed class SweepRunnerTests : IDisposable
{
    private static readonly double[] Slowness = [500, 30, 2000, 60, 120, 8000, 4000, 15, 1000];
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Every_trial_is_played_from_every_seed_and_scored()
    {
        ImmutableArray<TrialRecord> trials = Run("store", halving: null);
        Assert.All(trials, trial => Assert.Equal(TrialStatus.Finished, trial.Status));
        Assert.Equal(Enumerable.Range(0, Slowness.Length), trials.Select(trial => trial.Number));
        Assert.All(
            trials,
            trial => Assert.Equal(Seeds(trial.Run).Average(record => record.Last100!.Value), trial.Score!.Value, 9)
        );
        Assert.Equal(7, trials.MaxBy(trial => trial.Score)!.Number);
        Assert.All(
            Slowness,
            slowness => Assert.True(Directory.Exists(Path.Combine(_temporary.New("store"), $"toy-{slowness}")))
        );
    }

    [Fact]
    public void Nothing_is_played_twice_and_more_jobs_change_nothing()
    {
        ImmutableArray<TrialRecord> first = Run("store", halving: null);
        string checkpoint = Path.Combine(_temporary.New("store"), "toy-30", "seed-1", "checkpoint.safetensors");
        DateTime written = File.GetLastWriteTimeUtc(checkpoint);
        Assert.Equal(Text(first), Text(Run("store", halving: null)));
        Assert.Equal(written, File.GetLastWriteTimeUtc(checkpoint));
        Assert.Equal(Text(first), Text(Run("other", halving: null, jobs: 3)));
    }

    [Fact]
    public void Halving_gives_up_the_hopeless_and_finds_the_best()
    {
        ImmutableArray<TrialRecord> trials = Run("store", new SweepHalving { Factor = 3, First = 0.1 });

        // Nine begin, three continue to three tenths, one to nine tenths and to the end.
        Assert.Equal([8, 1], Counts(trials, TrialStatus.Stopped, TrialStatus.Finished));
        Assert.Equal(6, trials.Count(trial => trial.Rung == 0));
        Assert.Equal(2, trials.Count(trial => trial.Rung == 1));
        Assert.Equal(7, trials.Single(trial => trial.Status == TrialStatus.Finished).Number);
        Assert.All(
            trials.Where(trial => trial.Rung == 0),
            trial => Assert.All(Seeds(trial.Run), record => Assert.InRange(record.StepsTaken, 2000, 2001))
        );
        Assert.Equal(20_000, Seeds("toy-15")[0].StepsTaken);
    }

    [Fact]
    public void What_is_left_and_done_is_told_by_what_is_kept()
    {
        var halving = new SweepHalving { Factor = 3, First = 0.1 };
        SweepRunner fresh = Runner("store", halving);

        // Nine times a tenth, three times two more, one six more and the rest, of 20,000 steps from each of two seeds.
        Assert.Equal(2 * (18_000 + 12_000 + 14_000), fresh.Remaining);
        fresh.Run(new RunOptions(), Cancellation);
        Assert.Equal(0, fresh.Remaining);
        Assert.All(fresh.Trials(), trial => Assert.NotEqual(TrialStatus.Running, trial.Status));
        long[] done = [.. fresh.Progress.Select(group => group.Done)];
        Assert.Equal(2 * (6 * 2000 + 2 * 6000 + 20_000), done.Sum());

        SweepRunner again = Runner("store", halving);
        Assert.Equal(done, again.Progress.Select(group => group.Done).ToArray());
        Assert.InRange(again.Remaining, 0, 2 * (12_000 + 14_000));
        again.Run(new RunOptions(), Cancellation);
        Assert.Equal(0, again.Progress.Sum(group => group.Played));
    }

    [Fact]
    public void A_halving_that_was_stopped_again_and_again_gives_up_the_same_trials()
    {
        string whole = Text(Run("whole", new SweepHalving { Factor = 2, First = 0.1 }));
        for (var stops = 1; stops < 12; stops += 3)
        {
            Assert.ThrowsAny<OperationCanceledException>(() =>
                Run("store", new SweepHalving { Factor = 2, First = 0.1 }, stopAfter: stops)
            );
        }

        Assert.Equal(whole, Text(Run("store", new SweepHalving { Factor = 2, First = 0.1 })));

        // Not by later results of the trials, in another sweep.
        Run("full", halving: null);
        Assert.Equal(
            Run("whole", new SweepHalving { Factor = 2, First = 0.1 }).Select(trial => trial.Rung),
            Run("full", new SweepHalving { Factor = 2, First = 0.1 }).Select(trial => trial.Rung)
        );
    }

    [Fact]
    public void A_trial_that_fails_is_a_result()
    {
        ImmutableArray<SweepTrial> trials =
        [
            Trial(0, 15),
            Trial(1, 30) with
            {
                Plan = (AgentPlan)Trial(1, 30).Plan with { CreateAgent = _ => new FailingAgent() },
            },
            Trial(2, 60) with
            {
                Plan = (AgentPlan)Trial(2, 60).Plan with
                {
                    CreateAgent = task => new ToyParallelAgent(task, divergeAfter: 5),
                },
            },
        ];
        var runner = new SweepRunner(trials, [1, 2], FolderOf, new SweepHalving { Factor = 2, First = 0.3 });
        ImmutableArray<TrialRecord> records = runner.Run(new RunOptions { Jobs = 2 }, Cancellation);
        Assert.Equal(TrialStatus.Failed, records[1].Status);
        Assert.Contains("it is broken for good", records[1].Failure, StringComparison.Ordinal);
        Assert.Equal(2, records[2].Diverged);
        Assert.Equal(TrialStatus.Finished, records[0].Status);
    }

    [Fact]
    public void The_record_of_a_sweep_is_read_as_it_was_written()
    {
        ImmutableArray<TrialRecord> trials = Run("store", halving: null);
        var record = new SweepRecord(1, "toy", "abc", "0..1", ["slowness"], trials);
        SweepFile.Write(_temporary.New("store"), record);
        SweepRecord read = SweepFile.Read(_temporary.New("store"));
        Assert.Equal(Text(trials), Text(read.Trials));
        Assert.Equal(record with { Trials = default, Axes = default }, read with { Trials = default, Axes = default });
        Assert.Equal(record.Axes, read.Axes);
        foreach (string content in (string[])["", "{", "null", "{\"formatVersion\":1}", "[]"])
        {
            File.WriteAllText(Path.Combine(_temporary.New("store"), "sweep.json"), content);
            string message = Assert.Throws<RecordException>(() => SweepFile.Read(_temporary.New("store"))).Message;
            Assert.Contains("sweep.json is not the record of a sweep", message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', message);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string _store = "";

    private ImmutableArray<TrialRecord> Run(
        string store,
        SweepHalving? halving,
        int jobs = 1,
        int stopAfter = int.MaxValue
    )
    {
        using var stop = new CancellationTokenSource();
        var changes = 0;
        SweepRunner runner = Runner(
            store,
            halving,
            _ =>
            {
                if (++changes == stopAfter)
                {
                    stop.Cancel();
                }
            }
        );
        return runner.Run(new RunOptions { Jobs = jobs }, stop.Token);
    }

    private SweepRunner Runner(string store, SweepHalving? halving, Action<ImmutableArray<TrialRecord>>? changed = null)
    {
        _store = _temporary.New(store);
        return new SweepRunner(
            [.. Slowness.Select((slowness, number) => Trial(number, slowness))],
            [0, 1],
            FolderOf,
            halving
        )
        {
            Changed = changed,
        };
    }

    private string FolderOf(RunPlan plan) => Path.Combine(_store.Length > 0 ? _store : _temporary.New(), plan.Hash);

    private static SweepTrial Trial(int number, double slowness) =>
        new(
            number,
            new() { ["slowness"] = slowness },
            new AgentPlan(
                new AgentEntry("toy", "Toy", "It learns.", task => new ToyParallelAgent(task, slowness: slowness)),
                CatalogueSet.Standard.Environments.Find("CartPole-v0"),
                RunBudget.OfSteps(20_000)
            )
            {
                Hash = FormattableString.Invariant($"toy-{slowness}"),
            }
        );

    private RunRecord[] Seeds(string run) =>
        [
            .. new ulong[] { 0, 1 }.Select(seed =>
                RunFolder.ReadRecord(Path.Combine(_store, run, RunFolder.NameOf(seed)))!
            ),
        ];

    private static int[] Counts(ImmutableArray<TrialRecord> trials, params TrialStatus[] statuses) =>
        [.. statuses.Select(status => trials.Count(trial => trial.Status == status))];

    private static string Text(ImmutableArray<TrialRecord> trials) =>
        string.Join(
            '\n',
            trials.Select(trial =>
                FormattableString.Invariant(
                    $"{trial.Number} {trial.Values} {trial.Run} {trial.Hash} {trial.Status} {trial.Rung} {trial.Score}"
                )
            )
        );
}
