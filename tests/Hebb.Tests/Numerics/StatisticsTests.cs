using CsCheck;
using Hebb.Numerics;
using Hebb.Numerics.Statistics;

namespace Hebb.Tests.Numerics;

public sealed class StatisticsTests
{
    private static readonly Gen<double[]> Values = Gen.Double[-1e6, 1e6].Array[1, 40];

    // scipy.stats.trim_mean(values, 0.25)
    [Theory]
    [InlineData(new[] { 7.0 }, 7.0)]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 2.0)]
    [InlineData(new[] { 100.0, 1.0, 2.0, 3.0 }, 2.5)]
    [InlineData(new[] { 5.0, 4.0, 3.0, 2.0, 100.0 }, 4.0)]
    [InlineData(new[] { 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0 }, 4.5)]
    public void Interquartile_mean_drops_whole_values_at_both_ends(double[] values, double expected) =>
        Assert.Equal(expected, InterquartileMean.Of(values));

    [Fact]
    public void Interquartile_mean_lies_between_the_extremes() =>
        Values.Sample(values =>
            InterquartileMean.Of(values) is var mean && mean >= values.Min() && mean <= values.Max()
        );

    [Fact]
    public void Interquartile_mean_does_not_depend_on_the_order() =>
        Values
            .SelectMany(values => Gen.Shuffle(values).Select(shuffled => (values, shuffled)))
            .Sample((values, shuffled) => InterquartileMean.Of(values) == InterquartileMean.Of(shuffled));

    [Fact]
    public void Interquartile_mean_leaves_its_input_alone()
    {
        double[] values = [3, 1, 2, 0];
        InterquartileMean.Of(values);
        Assert.Equal([3, 1, 2, 0], values);
    }

    [Theory]
    [InlineData(new[] { 4.0 }, 4.0)]
    [InlineData(new[] { 9.0, 1.0 }, 5.0)]
    [InlineData(new[] { 462.0, 370.0, 833.0, 409.0, 485.0, 486.0 }, 473.5)]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 2.0)]
    public void Median_is_the_middle(double[] values, double expected) => Assert.Equal(expected, Median.Of(values));

    // numpy.percentile([1, 2, 4, 8], ...)
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 3)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.975, 7.7)]
    [InlineData(1, 8)]
    public void Percentiles_are_interpolated(double fraction, double expected) =>
        Assert.Equal(expected, Percentile.OfSorted([1, 2, 4, 8], fraction), 12);

    [Fact]
    public void Sliding_mean_averages_what_there_is_until_the_window_is_full()
    {
        var means = new double[5];
        SlidingMean.Compute([2, 4, 6, 8, 100], 3, means);
        Assert.Equal([2, 3, 4, 6, 38], means);
    }

    [Fact]
    public void Sliding_mean_equals_the_mean_of_each_window() =>
        Gen.Select(Gen.Int[0, 500].Array[1, 60], Gen.Int[1, 70])
            .Sample(
                (whole, window) =>
                {
                    var values = Array.ConvertAll(whole, value => (double)value);
                    var means = new double[values.Length];
                    SlidingMean.Compute(values, window, means);
                    for (var end = 1; end <= values.Length; end++)
                    {
                        Assert.Equal(
                            values[Math.Max(0, end - window)..end].Sum() / Math.Min(window, end),
                            means[end - 1]
                        );
                    }
                }
            );

    [Fact]
    public void Interval_of_equal_values_has_no_width() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Int[1, 30])
            .Sample(
                (value, count) =>
                {
                    double[] values = [.. Enumerable.Repeat(value, count)];
                    Assert.Equal(
                        new BootstrapInterval(value, value),
                        BootstrapInterval.OfInterquartileMean(values, 50, seed: 1)
                    );
                }
            );

    [Fact]
    public void Interval_lies_between_the_extremes_and_does_not_depend_on_the_order() =>
        Values
            .SelectMany(values => Gen.Shuffle(values).Select(shuffled => (values, shuffled)))
            .Sample(
                (values, shuffled) =>
                {
                    BootstrapInterval interval = BootstrapInterval.OfInterquartileMean(values, 50, seed: 1);
                    Assert.InRange(interval.Low, values.Min(), interval.High);
                    Assert.InRange(interval.High, interval.Low, values.Max());
                    Assert.Equal(interval, BootstrapInterval.OfInterquartileMean(shuffled, 50, seed: 1));
                }
            );

    // Twenty seeds a time; the percentile bootstrap is known to cover a little less than it says on few values.
    [Fact]
    public void Interval_covers_the_true_mean_about_as_often_as_it_says()
    {
        const int experiments = 1000;
        var random = new Pcg64(7);
        var values = new double[20];
        var covered = 0;
        for (var experiment = 0; experiment < experiments; experiment++)
        {
            foreach (ref var value in values.AsSpan())
            {
                value = 50 + (10 * random.NextGaussian());
            }

            BootstrapInterval interval = BootstrapInterval.OfInterquartileMean(values, 400, (ulong)experiment);
            covered += interval.Low <= 50 && 50 <= interval.High ? 1 : 0;
        }

        Assert.InRange(covered, 880, 985);
    }

    [Fact]
    public void Nothing_and_not_a_number_are_refused()
    {
        Assert.Throws<ArgumentException>(() => InterquartileMean.Of([]));
        Assert.Throws<ArgumentException>(() => Median.Of([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => BootstrapInterval.OfInterquartileMean([double.NaN], 10, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BootstrapInterval.OfInterquartileMean([1], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BootstrapInterval.OfInterquartileMean([1], 10, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SlidingMean.Compute([1], 0, new double[1]));
        Assert.Throws<ArgumentException>(() => SlidingMean.Compute([1], 1, new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentile.OfSorted([1], 1.5));
    }
}
