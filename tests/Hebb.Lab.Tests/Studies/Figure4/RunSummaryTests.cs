using Hebb.Lab.Studies.Figure4;

namespace Hebb.Lab.Tests.Studies.Figure4;

public sealed class RunSummaryTests
{
    [Fact]
    public void Best_and_last_are_means_over_a_hundred_episodes()
    {
        RunSummary summary = Of([.. Toy.Repeat(10, 100), .. Toy.Repeat(60, 100), .. Toy.Repeat(35, 50)]);
        Assert.Equal(60, summary.Best);
        Assert.Equal(47.5, summary.Last);
        Assert.Null(summary.EpisodeSolved);
        Assert.False(summary.HasEverCollapsed);
    }

    [Fact]
    public void Few_episodes_are_one_window_that_solves_nothing()
    {
        RunSummary summary = Of([.. Toy.Repeat(200, 99)]);
        Assert.Equal(new RunSummary(200, 200, null, false), summary);
    }

    [Fact]
    public void Solved_when_a_full_window_first_reaches_the_threshold()
    {
        Assert.Equal(100, Of([.. Toy.Repeat(195, 100)]).EpisodeSolved);
        Assert.Null(Of([.. Toy.Repeat(195, 99), 194]).EpisodeSolved);

        // After 150 bad episodes of 0, the mean of 100 is 195 when 97.5 of them are 200.
        Assert.Equal(248, Of([.. Toy.Repeat(0, 150), .. Toy.Repeat(200, 100)]).EpisodeSolved);
    }

    [Theory]
    [InlineData(150, 74, true)]
    [InlineData(150, 75, false)]
    [InlineData(101, 50, true)]
    [InlineData(100, 10, false)]
    [InlineData(200, 99, true)]
    public void Collapsed_when_less_than_half_is_left_of_more_than_a_hundred(double high, double low, bool expected) =>
        Assert.Equal(expected, Of([.. Toy.Repeat(high, 100), .. Toy.Repeat(low, 100)]).HasEverCollapsed);

    [Fact]
    public void Collapse_is_measured_against_the_best_before_it()
    {
        // 110, down to 60 (more than half of 110), then up to 200: never a collapse, though 60 is less than half of 200.
        Assert.False(Of([.. Toy.Repeat(110, 100), .. Toy.Repeat(60, 100), .. Toy.Repeat(200, 100)]).HasEverCollapsed);

        // 110, down to 40, then up to 200: it had collapsed and recovered.
        Assert.True(Of([.. Toy.Repeat(110, 100), .. Toy.Repeat(40, 100), .. Toy.Repeat(200, 100)]).HasEverCollapsed);

        // A bad start is no collapse.
        Assert.False(Of([.. Toy.Repeat(10, 100), .. Toy.Repeat(200, 100)]).HasEverCollapsed);
    }

    private static RunSummary Of(double[] returns) => RunSummary.Of(Toy.Record(returns));
}
