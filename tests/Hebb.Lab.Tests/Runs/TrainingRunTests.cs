using Hebb.Environments;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Tests.Runs;

public sealed class TrainingRunTests
{
    [Fact]
    public void The_same_seed_gives_the_same_run_and_another_seed_another()
    {
        Assert.Equal(Play(3).Returns, Play(3).Returns);
        Assert.NotEqual(Play(3).Returns, Play(4).Returns);
    }

    [Fact]
    public void Returns_and_lengths_are_those_of_the_episodes()
    {
        RunRecord record = Play(3);
        Assert.Equal(40, record.Returns.Length);
        Assert.Equal(record.Returns, record.Lengths.Select(length => (double)length));
        Assert.All(record.Lengths, length => Assert.InRange(length, 1, 200));
    }

    [Fact]
    public void A_run_that_diverges_is_played_to_its_end()
    {
        RunRecord record = Play(3, divergeAfter: 7);
        Assert.Equal(7, record.DivergedAtEpisode);
        Assert.Equal(Play(3).Returns, record.Returns);
    }

    [Fact]
    public void Nothing_is_allocated_by_a_step()
    {
        Play(1);
        var few = Allocated(() => Play(3, episodes: 1));
        var many = Allocated(() => Play(3, episodes: 200));

        // 199 more episodes are 199 more returns and lengths.
        Assert.InRange(many - few, 0, (199 * 12) + 64);
    }

    [Fact]
    public void Progress_follows_the_episodes()
    {
        var progress = new GroupProgress("learner", runs: 2, amount: 40);
        Assert.Null(progress.RecentReturn);
        RunRecord record = Play(3, progress: progress.RunStarted());
        progress.RunFinished();
        Assert.Equal(40, progress.Done);
        Assert.Equal(80, progress.Amount);
        Assert.Equal(1, progress.RunsFinished);
        Assert.Equal(record.Returns.Average(), progress.RecentReturn!.Value, 9);
        progress.RunRestored(Enumerable.Repeat(7.0, 40).ToArray());
        Assert.True(progress.IsFinished);
        Assert.Equal(80, progress.Done);
        Assert.Equal((record.Returns.Average() + 7) / 2, progress.RecentReturn!.Value, 9);
    }

    [Fact]
    public void Recent_return_is_the_mean_over_seeds_of_their_last_hundred_episodes()
    {
        var progress = new GroupProgress("learner", runs: 2, amount: 150);
        RunProgress first = progress.RunStarted();
        RunProgress second = progress.RunStarted();
        for (var episode = 0; episode < 150; episode++)
        {
            first.EpisodeEnded(episode < 50 ? 1000 : 10);
        }

        second.EpisodeEnded(30);

        // Not weighted by how many episodes a seed has played, and without those before the last hundred.
        Assert.Equal(20, progress.RecentReturn!.Value, 9);
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static RunRecord Play(
        ulong seed,
        int divergeAfter = int.MaxValue,
        int episodes = 40,
        RunProgress? progress = null
    )
    {
        Agents.ReportMethod method = Toy.Method("learner", agentSeed => new ToyAgent(agentSeed, divergeAfter));
        return TrainingRun.Play(
            method,
            seed,
            episodes,
            EnvironmentCatalogue.Create("CartPole-v0"),
            progress ?? new GroupProgress(method.Name, 1, episodes).RunStarted()
        );
    }
}
