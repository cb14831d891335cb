using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Tests.Runs;

public sealed class ProgressTests
{
    [Fact]
    public void Progress_follows_the_runs()
    {
        var progress = new GroupProgress("learner", runs: 3, amount: 40);
        Assert.Null(progress.RecentReturn);
        RunProgress run = progress.RunStarted();
        run.Resumed(10);
        run.Advanced(30);
        run.EpisodeEnded(5);
        run.EpisodeEnded(6);
        progress.RunFinished();
        Assert.Equal(40, progress.Done);
        Assert.Equal(30, progress.Played);
        Assert.Equal(120, progress.Amount);
        Assert.Equal(1, progress.RunsFinished);
        Assert.Equal(5.5, progress.RecentReturn!.Value, 9);
        progress.RunRestored(Enumerable.Repeat(7.0, 40).ToArray());
        Assert.False(progress.IsFinished);
        Assert.Equal(80, progress.Done);
        Assert.Equal((5.5 + 7) / 2, progress.RecentReturn!.Value, 9);
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
}
