using Hebb.Numerics;
using Hebb.Numerics.Statistics;

namespace Hebb.Tests.Numerics;

public sealed class InterquartileDifferenceTests
{
    [Fact]
    public void It_is_the_difference_of_the_means()
    {
        double[] values = [1, 5, 7, 100];
        double[] others = [0, 2, 4, 9];
        Assert.Equal(6 - 3, InterquartileDifference.Of(values, others), 12);
        Assert.Equal(-3, InterquartileDifference.Of(others, values), 12);
        BootstrapInterval none = InterquartileDifference.Interval([4, 4, 4], [1, 1], resamples: 100, seed: 1);
        Assert.Equal((3, 3), (none.Low, none.High));
    }

    // Of normal samples of the same distribution: the interval is to hold 0 as often as it says, about.
    [Fact]
    public void Its_interval_holds_what_it_says()
    {
        const int Repeats = 400;
        var random = new Pcg64(8);
        var held = 0;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            double[] values = [.. Enumerable.Range(0, 30).Select(_ => random.NextGaussian())];
            double[] others = [.. Enumerable.Range(0, 20).Select(_ => 2 * random.NextGaussian())];
            BootstrapInterval interval = InterquartileDifference.Interval(values, others, 400, (ulong)repeat);
            held += interval.Low <= 0 && interval.High >= 0 ? 1 : 0;
        }

        Assert.InRange((double)held / Repeats, 0.90, 0.985);
    }

    [Fact]
    public void What_is_no_sample_is_refused()
    {
        Assert.Throws<ArgumentException>(() => InterquartileDifference.Interval([], [1], 10, 0));
        Assert.Throws<ArgumentException>(() => InterquartileDifference.Of([1], [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => InterquartileDifference.Interval([1], [1], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => InterquartileDifference.Interval([1], [1], 10, 0, 1));
    }
}
