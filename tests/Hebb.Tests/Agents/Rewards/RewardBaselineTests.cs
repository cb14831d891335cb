using CsCheck;
using Hebb.Agents.Reward;

namespace Hebb.Tests.Agents.Rewards;

public sealed class RewardBaselineTests
{
    [Fact]
    public void Three_steps_by_hand()
    {
        var baseline = new RewardBaseline(discount: 0.5, rate: 0.5);

        Assert.Equal(0, baseline.TemporalDifference(2, terminated: false));

        // r_hat 2, p_hat 0, so V = 4, and a reward is half of that: (4 + 2 - 4) / 2.
        Assert.Equal(1, baseline.TemporalDifference(4, terminated: false), 1e-15);

        // r_hat 3, V = 6: (1 - 6) / 2.
        Assert.Equal(-2.5, baseline.TemporalDifference(1, terminated: true), 1e-15);

        // r_hat 2 + 1 / 2 - 1 = 2 and p_hat 1/2: V = 2 / (1 - 0.25).
        Assert.Equal(2, baseline.MeanReward, 1e-15);
        Assert.Equal(0.5, baseline.MeanEnds, 1e-15);
        Assert.Equal(2 / 0.75, baseline.Return, 1e-15);
    }

    [Fact]
    public void Equal_rewards_have_an_error_only_where_the_task_ends()
    {
        foreach (var reward in new[] { 1.0, -1.0 })
        {
            var baseline = new RewardBaseline(discount: 0.9, rate: 0.01);
            for (var step = 0; step < 10; step++)
            {
                Assert.Equal(0, baseline.TemporalDifference(reward, terminated: false), 1e-12);
            }

            // Where steps are rewarded the end is a punishment, where they cost it is the reward.
            Assert.Equal(-0.9 * reward, baseline.TemporalDifference(reward, terminated: true), 1e-12);
            Assert.Equal(Math.Sign(reward), Math.Sign(baseline.TemporalDifference(reward, terminated: false)));
        }
    }

    [Fact]
    public void Where_every_step_ends_the_task_it_is_the_reward_less_its_running_average()
    {
        var baseline = new RewardBaseline(discount: 0.9, rate: 0.25);
        double[] rewards = [1, 0, 3, 1, 2, 0, 5];
        var average = 0.0;
        for (var step = 0; step < rewards.Length; step++)
        {
            var expected = step == 0 ? 0 : rewards[step] - average;
            Assert.Equal(expected, baseline.TemporalDifference(rewards[step], terminated: true), 1e-14);
            average += Math.Max(0.25, 1.0 / (step + 1)) * (rewards[step] - average);
        }
    }

    [Fact]
    public void Without_ends_it_is_the_reward_less_its_running_average_wherever_tasks_end()
    {
        var baseline = new RewardBaseline(discount: 0.9, rate: 0.25, countsEnds: false);
        double[] rewards = [1, 0, 3, 1, 2, 0, 5];
        var average = 0.0;
        for (var step = 0; step < rewards.Length; step++)
        {
            var expected = step == 0 ? 0 : rewards[step] - average;
            Assert.Equal(expected, baseline.TemporalDifference(rewards[step], terminated: step % 3 == 2), 1e-14);
            average += Math.Max(0.25, 1.0 / (step + 1)) * (rewards[step] - average);
        }
    }

    [Fact]
    public void Along_the_trace_signals_add_up_to_the_return_less_what_was_expected() =>
        Gen.Select(Gen.Double[-2, 2].Array[1, 12], Gen.Double[0, 0.99])
            .Sample(
                (rewards, discount) =>
                {
                    // A rate so small that what is expected hardly moves within the episode.
                    var baseline = new RewardBaseline(discount, rate: 1e-12);
                    for (var step = 0; step < 100_000; step++)
                    {
                        baseline.TemporalDifference(0.7, terminated: step % 50 == 49);
                    }

                    var expected = baseline.Return;
                    var unit = baseline.MeanReward / expected;
                    var sum = 0.0;
                    var discounted = 0.0;
                    for (var step = 0; step < rewards.Length; step++)
                    {
                        var weight = Math.Pow(discount, step);
                        sum += weight * baseline.TemporalDifference(rewards[step], step == rewards.Length - 1);
                        discounted += weight * rewards[step];
                    }

                    Assert.Equal(unit * (discounted - expected), sum, 0.01);
                },
                iter: 20
            );
}
