using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;

namespace Hebb.Lab.Tests.Training;

public sealed class TrainingExperimentTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void The_same_seeds_give_the_same_episodes_however_many_runs_go_at_a_time()
    {
        TrainingSummary one = Train("one", jobs: 1);
        TrainingSummary three = Train("three", jobs: 3);
        Assert.Equal(Numbers(one), Numbers(three));
        Assert.Equal(3, one.Runs.Select(Numbers).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(one.Last, three.Last);
        Assert.Equal(one.Greedy, three.Greedy);
    }

    [Fact]
    public void What_a_run_came_to_is_what_its_episodes_say()
    {
        TrainedRun run = Train("out", steps: 40_001).Runs[1];
        Assert.Equal(40_002, run.Record.StepsTaken);
        Assert.Equal(run.Episodes.Length, run.Record.Episodes);
        double[] returns = [.. run.Episodes.Select(episode => episode.Return)];
        Assert.Equal(returns[^100..].Average(), run.Record.Last100!.Value, 9);
        int solved = Enumerable
            .Range(100, returns.Length - 99)
            .First(end => returns[(end - 100)..end].Average() >= 195);
        Assert.Equal(run.Episodes[solved - 1].EnvironmentSteps, run.Record.SolvedAt);
        Assert.InRange(run.Record.SolvedAt!.Value, 19_500, 40_002);

        Assert.Equal(run.Episodes.Select(episode => (double)episode.Length), returns);
        Assert.Equal(3, run.Record.GreedyReturns!.Value.Length);
        Assert.InRange(run.Record.GreedyMean!.Value, 150, 200);
        Assert.Equal(1e6 * run.Record.Seconds / run.Record.StepsTaken, run.Record.MicrosecondsPerStep, 6);
        Assert.Null(run.Record.DivergedAt);
        Assert.Equal(
            [.. run.Episodes.Select(episode => episode.Seconds).Order()],
            run.Episodes.Select(episode => episode.Seconds)
        );
    }

    [Fact]
    public void Diagnostics_are_those_since_the_episode_before()
    {
        TrainedRun run = Train("out").Runs[0];
        Assert.Equal(["steps", "nothing"], run.DiagnosticNames);
        long before = 0;
        foreach (TrainedEpisode episode in run.Episodes)
        {
            // Two environments: two episodes may end in one step, and the second then has nothing to tell.
            var passed = (episode.EnvironmentSteps - before) / 2.0;
            Assert.Equal(passed > 0 ? passed : double.NaN, episode.Diagnostics[0]);
            Assert.Equal(double.NaN, episode.Diagnostics[1]);
            before = episode.EnvironmentSteps;
        }
    }

    [Fact]
    public void A_run_that_diverges_says_when_and_is_played_to_its_end()
    {
        TrainedRun run = Train("out", agent: "diverging").Runs[0];
        Assert.Equal(run.Episodes[4].EnvironmentSteps, run.Record.DivergedAt);
        Assert.Equal(Numbers(Train("same").Runs[0]), Numbers(run));
        Assert.Equal(3, Train("again", agent: "diverging").Diverged);
    }

    [Fact]
    public void An_agent_without_a_greedy_mode_is_not_evaluated()
    {
        TrainingSummary summary = Train("out", agent: "alone");
        Assert.Null(summary.Greedy);
        Assert.All(summary.Runs, run => Assert.Null(run.Record.GreedyReturns));
        Assert.Empty(summary.Runs[0].DiagnosticNames);
        Assert.Equal(2001, summary.Runs[0].Record.StepsTaken);
    }

    [Fact]
    public void Too_few_steps_for_an_episode_are_a_run_all_the_same()
    {
        TrainingSummary summary = Train("out", steps: 4);
        Assert.Null(summary.Last);
        Assert.Null(summary.LastLowest);
        Assert.Equal(0, summary.Solved);
        Assert.Null(Train("out", steps: 4).Last);
    }

    [Fact]
    public void Finished_runs_are_kept_and_the_others_played_anew()
    {
        TrainingSummary whole = Train("out");
        string runs = Path.Combine(_temporary.New("out"), "runs", "CartPole-v0", "toy");
        string kept = Path.Combine(runs, "seed-0", "episodes.csv");
        string lost = Path.Combine(runs, "seed-1");
        byte[] keptBytes = File.ReadAllBytes(kept);
        string[] lostLines = File.ReadAllLines(Path.Combine(lost, "episodes.csv"));

        // As if it had never been played.
        Directory.Delete(lost, recursive: true);
        using (ConfiguredDirectory<TrainingConfiguration> directory = Open("out", ToyTraining.Configuration()))
        {
            var experiment = new TrainingExperiment(directory, ToyTraining.Catalogue);
            Assert.Equal(2, experiment.FinishedCount);
            Assert.Equal(3, experiment.RunCount);
            Assert.Equal(2 * 2001, experiment.Progress[0].Done);
            TrainingSummary summary = experiment.Run(new RunOptions(), TestContext.Current.CancellationToken)[0];
            Assert.Equal(Numbers(whole), Numbers(summary));
            Assert.Equal(3 * 2001, experiment.Progress[0].Done);
            Assert.Equal(2001, experiment.Progress[0].Played);
        }

        Assert.Equal(keptBytes, File.ReadAllBytes(kept));
        string[] playedAnew = File.ReadAllLines(Path.Combine(lost, "episodes.csv"));
        Assert.Equal(WithoutTimes(lostLines), WithoutTimes(playedAnew));
    }

    [Fact]
    public void A_cancelled_training_keeps_what_is_finished()
    {
        using ConfiguredDirectory<TrainingConfiguration> directory = Open(
            "out",
            ToyTraining.Configuration(seeds: "0..999")
        );
        var experiment = new TrainingExperiment(directory, ToyTraining.Catalogue);
        using var stop = new CancellationTokenSource();
        var run = Task.Run(() => experiment.Run(new RunOptions(), stop.Token), CancellationToken.None);
        SpinWait.SpinUntil(() => experiment.FinishedCount > 0 || run.IsCompleted);
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => run.GetAwaiter().GetResult());
        int finished = experiment.FinishedCount;
        Assert.InRange(finished, 1, 999);
        Assert.Equal(finished, new TrainingExperiment(directory, ToyTraining.Catalogue).FinishedCount);
    }

    private static string[] WithoutTimes(string[] lines) =>
        [.. lines.Skip(1).Select(line => string.Join(',', line.Split(',').Where((_, column) => column != 2)))];

    private static string[] Numbers(TrainingSummary summary) => [.. summary.Runs.Select(Numbers)];

    private static string Numbers(TrainedRun run) =>
        string.Join(
            '\n',
            run.Episodes.Select(episode =>
                FormattableString.Invariant(
                    $"{episode.Return} {episode.Length} {episode.EnvironmentSteps} {string.Join(' ', episode.Diagnostics)}"
                )
            )
        );

    private ConfiguredDirectory<TrainingConfiguration> Open(string name, TrainingConfiguration configuration) =>
        ConfiguredDirectory.Open(_temporary.New(name), configuration);

    private TrainingSummary Train(string name, string agent = "toy", long steps = 2001, int jobs = 1)
    {
        using ConfiguredDirectory<TrainingConfiguration> directory = Open(
            name,
            ToyTraining.Configuration(agent, steps)
        );
        return ToyTraining.Summary(directory, jobs);
    }
}
