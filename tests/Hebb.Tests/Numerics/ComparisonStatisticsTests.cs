using CsCheck;
using Hebb.Numerics;
using Hebb.Numerics.Statistics;

namespace Hebb.Tests.Numerics;

public sealed class ComparisonStatisticsTests
{
    // Few distinct values: ties must be common.
    private static readonly Gen<double[]> Values = Gen.Int[-6, 6].Select(value => (double)value).Array[1, 12];

    private static readonly Gen<double[][]> Strata = Values.Array[1, 4];

    [Theory]
    [InlineData(new[] { 1.0 }, new[] { 0.0 }, 1)]
    [InlineData(new[] { 0.0 }, new[] { 1.0 }, 0)]
    [InlineData(new[] { 2.0 }, new[] { 2.0 }, 0.5)]
    [InlineData(new[] { 3.0, 1.0 }, new[] { 2.0 }, 0.5)]
    [InlineData(new[] { 1.0, 2.0, 3.0 }, new[] { 2.0, 2.0 }, 0.5)]
    [InlineData(new[] { 1.0, 2.0, 5.0 }, new[] { 1.0, 3.0 }, 7.0 / 12)]
    public void Probability_of_improvement_counts_pairs(double[] values, double[] others, double expected) =>
        Assert.Equal(expected, ProbabilityOfImprovement.Of(values, others), 15);

    [Fact]
    public void Probability_of_improvement_is_that_of_its_definition() =>
        Gen.Select(Values, Values)
            .Sample(
                (values, others) =>
                {
                    var pairs =
                        from value in values
                        from other in others
                        select value > other ? 1
                        : value == other ? 0.5
                        : 0;
                    Assert.Equal(pairs.Average(), ProbabilityOfImprovement.Of(values, others), 12);
                }
            );

    [Fact]
    public void One_of_two_is_better_or_the_other() =>
        Gen.Select(Values, Values)
            .Sample(
                (values, others) =>
                    Assert.Equal(
                        1,
                        ProbabilityOfImprovement.Of(values, others) + ProbabilityOfImprovement.Of(others, values),
                        12
                    )
            );

    [Fact]
    public void Rising_functions_change_nothing() =>
        Gen.Select(Values, Values)
            .Sample(
                (values, others) =>
                    Assert.Equal(
                        ProbabilityOfImprovement.Of(values, others),
                        ProbabilityOfImprovement.Of(
                            Array.ConvertAll(values, Math.Exp),
                            Array.ConvertAll(others, Math.Exp)
                        )
                    )
            );

    [Fact]
    public void Of_several_tasks_it_is_their_mean()
    {
        Assert.Equal(
            0.75,
            ProbabilityOfImprovement.Of(
                [
                    [1.0],
                    [3.0],
                ],
                [
                    [1.0],
                    [2.0],
                ]
            )
        );
        BootstrapInterval interval = ProbabilityOfImprovement.Interval(
            [
                [1.0],
                [3.0],
            ],
            [
                [1.0],
                [2.0],
            ],
            50,
            seed: 1
        );
        Assert.Equal(new BootstrapInterval(0.75, 0.75), interval);
    }

    [Fact]
    public void Its_interval_covers_the_truth_about_as_often_as_it_says()
    {
        const int experiments = 400;
        var random = new Pcg64(3);
        var covered = 0;
        for (var experiment = 0; experiment < experiments; experiment++)
        {
            double[] values = [.. Enumerable.Range(0, 20).Select(_ => random.NextGaussian())];
            double[] others = [.. Enumerable.Range(0, 20).Select(_ => random.NextGaussian())];
            BootstrapInterval interval = ProbabilityOfImprovement.Interval([values], [others], 300, (ulong)experiment);
            covered += interval.Low <= 0.5 && 0.5 <= interval.High ? 1 : 0;
        }

        Assert.InRange(covered / (double)experiments, 0.90, 0.98);
    }

    [Fact]
    public void One_stratum_is_the_plain_bootstrap() =>
        Values.Sample(values =>
        {
            Assert.Equal(InterquartileMean.Of(values), StratifiedBootstrap.InterquartileMeanOf([values]));
            Assert.Equal(
                BootstrapInterval.OfInterquartileMean(values, 60, seed: 5),
                StratifiedBootstrap.OfInterquartileMean([values], 60, seed: 5)
            );
        });

    [Fact]
    public void Strata_of_one_value_each_have_no_width()
    {
        BootstrapInterval interval = StratifiedBootstrap.OfInterquartileMean(
            [
                [1.0],
                [2.0],
                [9.0],
            ],
            50,
            seed: 1
        );
        Assert.Equal(new BootstrapInterval(4, 4), interval);
    }

    [Fact]
    public void Resamples_keep_to_their_stratum()
    {
        // Drawn from all values together, the mean would vary between 0 and 10; within strata it cannot.
        double[] low = [0, 0, 0, 0];
        double[] high = [10, 10, 10, 10];
        Assert.Equal(new BootstrapInterval(5, 5), StratifiedBootstrap.OfInterquartileMean([low, high], 200, seed: 1));
    }

    [Fact]
    public void Stratified_intervals_lie_between_the_extremes_and_do_not_depend_on_the_order_within_strata() =>
        Strata.Sample(strata =>
        {
            BootstrapInterval interval = StratifiedBootstrap.OfInterquartileMean(strata, 40, seed: 2);
            Assert.InRange(interval.Low, strata.Min(values => values.Min()), interval.High);
            Assert.InRange(interval.High, interval.Low, strata.Max(values => values.Max()));
            double[][] turned = Array.ConvertAll(strata, values => Enumerable.Reverse(values).ToArray());
            Assert.Equal(interval, StratifiedBootstrap.OfInterquartileMean(turned, 40, seed: 2));
        });

    [Theory]
    [InlineData(new[] { 1.0, 1, 3, 3 }, new[] { 0, 0, 1, 1 }, 1, 1)]
    [InlineData(new[] { 1.0, 3, 1, 3 }, new[] { 0, 0, 1, 1 }, 0, -0.5)]
    [InlineData(new[] { 0.0, 2, 2, 4 }, new[] { 0, 0, 1, 1 }, 0.5, 0.25)]
    public void Variance_share_is_exact_where_it_can_be_counted(
        double[] values,
        int[] groups,
        double between,
        double adjusted
    )
    {
        VarianceShare share = VarianceShare.Of(values, groups, 100, seed: 1)!.Value;
        Assert.Equal(between, share.Between, 12);
        Assert.Equal(adjusted, share.Adjusted, 12);
    }

    [Fact]
    public void Chance_is_small_where_groups_matter_and_even_where_they_do_not()
    {
        var random = new Pcg64(11);
        int[] groups = [.. Enumerable.Range(0, 60).Select(place => place % 3)];
        double[] values = [.. groups.Select(group => group + (0.3 * random.NextGaussian()))];
        Assert.InRange(VarianceShare.Of(values, groups, 999, seed: 1)!.Value.Chance, 0.0009, 0.0011);
        var below = 0;
        for (var experiment = 0; experiment < 200; experiment++)
        {
            double[] noise = [.. groups.Select(_ => random.NextGaussian())];
            below += VarianceShare.Of(noise, groups, 199, (ulong)experiment)!.Value.Chance <= 0.1 ? 1 : 0;
        }

        Assert.InRange(below, 8, 34);
    }

    [Fact]
    public void No_variance_or_no_groups_have_no_share()
    {
        Assert.Null(VarianceShare.Of([1, 1, 1], [0, 1, 1], 10, 0));
        Assert.Null(VarianceShare.Of([1, 2, 3], [0, 0, 0], 10, 0));
        Assert.Null(VarianceShare.Of([1, 2, 3], [0, 1, 2], 10, 0));
        Assert.Null(VarianceShare.Of([], [], 10, 0));
    }

    [Fact]
    public void Nothing_and_not_a_number_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ProbabilityOfImprovement.Of([], [1.0]));
        Assert.Throws<ArgumentException>(() => ProbabilityOfImprovement.Of([double.NaN], [1.0]));
        Assert.Throws<ArgumentException>(() =>
            ProbabilityOfImprovement.Of(
                [
                    [1.0],
                ],
                [
                    [1.0],
                    [2.0],
                ]
            )
        );
        Assert.Throws<ArgumentException>(() => StratifiedBootstrap.OfInterquartileMean([], 10, 0));
        Assert.Throws<ArgumentException>(() =>
            StratifiedBootstrap.OfInterquartileMean(
                [
                    [1.0],
                    [],
                ],
                10,
                0
            )
        );
        Assert.Throws<ArgumentException>(() =>
            StratifiedBootstrap.OfInterquartileMean(
                [
                    [double.NaN],
                ],
                10,
                0
            )
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            StratifiedBootstrap.OfInterquartileMean(
                [
                    [1.0],
                ],
                0,
                0
            )
        );
        Assert.Throws<ArgumentException>(() => VarianceShare.Of([1], [0, 1], 10, 0));
    }
}
