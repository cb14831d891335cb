using Hebb.Numerics;

namespace Hebb.Tests.Numerics;

public sealed class WorkerTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Each_of_the_team_does_its_part_every_time(int size)
    {
        using var team = new WorkerTeam(size);
        var done = new int[size];
        for (var time = 0; time < 100; time++)
        {
            team.Run(worker => done[worker]++);
        }

        Assert.All(done, count => Assert.Equal(100, count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void What_one_throws_is_thrown_and_the_team_goes_on(int culprit)
    {
        using var team = new WorkerTeam(2);
        var failure = Assert.Throws<InvalidOperationException>(() =>
            team.Run(worker =>
            {
                if (worker == culprit)
                {
                    throw new InvalidOperationException("the culprit's");
                }
            })
        );
        Assert.Equal("the culprit's", failure.Message);
        var done = 0;
        team.Run(_ => Interlocked.Increment(ref done));
        Assert.Equal(2, done);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    public void Work_that_hands_work_to_its_own_team_is_refused_and_the_team_goes_on(int size, int culprit)
    {
        using var team = new WorkerTeam(size);
        var failure = Assert.Throws<InvalidOperationException>(() =>
            team.Run(worker =>
            {
                if (worker == culprit)
                {
                    team.Run(_ => { });
                }
            })
        );
        Assert.Contains("at work", failure.Message, StringComparison.Ordinal);
        var done = 0;
        team.Run(_ => Interlocked.Increment(ref done));
        Assert.Equal(size, done);
    }

    [Fact]
    public void A_team_has_at_least_one() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerTeam(0).Dispose());

    [Theory]
    [InlineData(0, 3)]
    [InlineData(5, 3)]
    [InlineData(100, 3)]
    [InlineData(4096, 2)]
    [InlineData(33, 1)]
    public void Shares_cover_everything_once(int length, int parts)
    {
        var next = 0;
        for (var part = 0; part < parts; part++)
        {
            (var from, var count) = EvenShare.Of(length, part, parts);
            Assert.Equal(next, from);
            next += count;
        }

        Assert.Equal(length, next);
    }
}
