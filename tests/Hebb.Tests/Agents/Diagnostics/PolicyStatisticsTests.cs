using CsCheck;
using Hebb.Agents.Diagnostics;

namespace Hebb.Tests.Agents.Diagnostics;

public sealed class PolicyStatisticsTests
{
    [Fact]
    public void A_policy_that_looks_at_the_state_is_told_from_one_that_does_not()
    {
        var sure = new PolicyStatistics(2);
        sure.Observe([1, 0]);
        sure.Observe([0, 1]);
        Assert.Equal([0, Math.Log(2), Math.Log(2), 0, 0.5, 0.5], Take(sure));

        var random = new PolicyStatistics(2);
        random.Observe([0.5f, 0.5f]);
        random.Observe([0.5f, 0.5f]);
        Assert.Equal([Math.Log(2), Math.Log(2), 0, 0, 0.5, 0.5], Take(random));
    }

    [Fact]
    public void One_action_whatever_the_state_is_a_collapse()
    {
        var statistics = new PolicyStatistics(3);
        statistics.Observe([0.001f, 0.998f, 0.001f]);
        statistics.Observe([0, 1, 0]);
        var taken = Take(statistics);
        Assert.Equal(1, taken[3]);
        Assert.InRange(taken[0], 1e-4, 0.02);
        Assert.Equal(0.999, taken[5], 1e-6);

        statistics.Observe([0, 1, 0]);
        statistics.Observe([1, 0, 0]);
        Assert.Equal(0, Take(statistics)[3]);
    }

    [Fact]
    public void Taking_begins_anew()
    {
        var statistics = new PolicyStatistics(2);
        Assert.All(Take(statistics), value => Assert.True(double.IsNaN(value)));
        statistics.Observe([1, 0]);
        Take(statistics);
        statistics.Observe([0.25f, 0.75f]);
        Assert.Equal([0.25, 0.75], Take(statistics)[4..]);
    }

    [Fact]
    public void Forgetting_the_state_never_makes_surer() =>
        Gen.Float[0, 1]
            .Array[1, 20]
            .Sample(first =>
            {
                var statistics = new PolicyStatistics(2);
                foreach (var probability in first)
                {
                    statistics.Observe([probability, 1 - probability]);
                }

                var taken = Take(statistics);
                Assert.InRange(taken[1], taken[0] - 1e-6, Math.Log(2) + 1e-6);
                Assert.Equal(taken[1] - taken[0], taken[2], 1e-6);
                Assert.Equal(1, taken[4] + taken[5], 1e-6);
            });

    [Fact]
    public void Other_than_a_number_for_each_action_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new PolicyStatistics(2).Observe([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolicyStatistics(1));
    }

    [Fact]
    public void Parts_are_joined_under_their_names()
    {
        var policy = new PolicyStatistics(2);
        var other = new PolicyStatistics(3);
        var joined = new JoinedDiagnostics(("", policy), ("other", other));
        Assert.Equal(
            [
                "entropy",
                "action_entropy",
                "state_dependence",
                "collapsed",
                "action_0",
                "action_1",
                "other_entropy",
                "other_action_entropy",
                "other_state_dependence",
                "other_collapsed",
                "other_action_0",
                "other_action_1",
                "other_action_2",
            ],
            joined.DiagnosticNames
        );
        policy.Observe([0.25f, 0.75f]);
        other.Observe([0, 0, 1]);
        var taken = Take(joined);
        Assert.Equal([0.25, 0.75], taken[4..6]);
        Assert.Equal([0, 0, 1], taken[10..]);
        Assert.Throws<ArgumentException>(() => new JoinedDiagnostics(("one", policy), ("one", policy)));
    }

    private static double[] Take(IDiagnosed diagnosed)
    {
        var values = new double[diagnosed.DiagnosticNames.Length];
        diagnosed.TakeDiagnostics(values);
        return values;
    }
}
