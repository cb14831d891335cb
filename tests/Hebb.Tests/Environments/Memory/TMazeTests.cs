using Hebb.Environments;
using Hebb.Environments.Memory.Options;

namespace Hebb.Tests.Environments.Memory;

/// <summary>The rules of the T-maze: which observations and rewards follow from which actions.</summary>
public sealed class TMazeTests
{
    private const int North = 0;
    private const int East = 1;
    private const int South = 2;
    private const int West = 3;

    private static readonly TMazeSettings Short = new() { Length = 2 };

    [Fact]
    public void The_way_to_the_rewarded_arm_is_rewarded_at_its_end_alone()
    {
        IEnvironment environment = AtCue("0 1 1", Short);
        Assert.Equal([(0, "1 0 1"), (0, "0 1 0"), (4, "0 0 0")], MemoryPlay.Trace(environment, East, East, North));
        Assert.Throws<InvalidOperationException>(() => environment.Step(East, new float[3]));
        Assert.Equal((4.0, "0 0 0"), MemoryPlay.Trace(AtCue("1 1 0", Short), East, East, South)[^1]);
    }

    [Theory]
    [InlineData("0 1 1", South)]
    [InlineData("1 1 0", North)]
    public void The_other_arm_costs_as_much_as_a_step_that_leads_nowhere(string cue, int wrong)
    {
        IEnvironment environment = AtCue(cue, Short);
        MemoryPlay.Trace(environment, East, East);
        Assert.Equal(new StepResult(-0.1, Terminated: true, Truncated: false), environment.Step(wrong, new float[3]));
    }

    [Fact]
    public void Steps_that_lead_nowhere_cost_and_the_cue_is_gone_after_any_step()
    {
        Assert.Equal([(-0.1, "1 0 1")], MemoryPlay.Trace(AtCue("0 1 1", Short), North));
        Assert.Equal(
            [
                (-0.1, "1 0 1"),
                (-0.1, "1 0 1"),
                (0, "1 0 1"),
                (0, "1 0 1"),
                (0, "1 0 1"),
                (0, "0 1 0"),
                (-0.1, "0 1 0"),
                (0, "1 0 1"),
            ],
            MemoryPlay.Trace(AtCue("0 1 1", Short), West, South, East, West, East, East, East, West)
        );
    }

    [Fact]
    public void The_cue_can_be_shown_again_at_the_start() =>
        Assert.Equal(
            [(-0.1, "1 1 0"), (0, "1 0 1"), (0, "1 1 0")],
            MemoryPlay.Trace(AtCue("1 1 0", Short with { ShowsCueOnce = false }), North, East, West)
        );

    [Fact]
    public void A_noisy_corridor_shows_uniform_numbers()
    {
        IEnvironment environment = AtCue("0 1 1", new TMazeSettings { Length = 1000, IsNoisy = true });
        var observation = new float[3];
        var seen = new List<float>();
        for (var step = 0; step < 990; step++)
        {
            environment.Step(East, observation);
            Assert.Equal(0, observation[1]);
            seen.AddRange([observation[0], observation[2]]);
        }

        Assert.InRange(seen.Distinct().Count(), 1900, 1980);
        Assert.InRange(seen.Average(), 0.47, 0.53);
        Assert.InRange(seen.Min(), 0, 0.01);
        Assert.InRange(seen.Max(), 0.99, 1);
    }

    [Theory]
    [InlineData(1, 25)]
    [InlineData(10, 70)]
    [InlineData(1000, 5020)]
    public void An_episode_that_leads_nowhere_is_truncated(int length, int limit)
    {
        IEnvironment environment = MemoryPlay.Create("TMaze-v0", new TMazeSettings { Length = length });
        Assert.Equal(limit, environment.Specification.StepLimit);
        MemoryPlay.Episode waited = MemoryPlay.Play(environment, 1, (_, _) => West);
        Assert.Equal((limit, false, true), (waited.Steps, waited.Last.Terminated, waited.Last.Truncated));
        Assert.Equal(-0.1 * limit, waited.Return, 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(70)]
    public void Who_remembers_the_cue_takes_one_step_more_than_the_corridor_is_long(int length)
    {
        IEnvironment environment = MemoryPlay.Create("TMaze-v0", new TMazeSettings { Length = length });
        for (var seed = 0UL; seed < 20; seed++)
        {
            var arm = North;
            MemoryPlay.Episode played = MemoryPlay.Play(
                environment,
                seed,
                (observation, step) =>
                {
                    arm =
                        step > 0 ? arm
                        : observation[2] > 0 ? North
                        : South;
                    return step < length ? East : arm;
                }
            );
            Assert.Equal((4, length + 1), (played.Return, played.Steps));
        }
    }

    // Half of the arms are right: (4 - 0.1) / 2.
    [Fact]
    public void Chance_at_the_junction_is_rewarded_half_of_the_time()
    {
        IEnvironment environment = MemoryPlay.Create("TMaze-v0", Short);
        Assert.InRange(
            Enumerable
                .Range(0, 2000)
                .Average(seed =>
                    MemoryPlay.Play(environment, (ulong)seed, (_, step) => step < 2 ? East : North).Return
                ),
            1.75,
            2.15
        );
    }

    private static IEnvironment AtCue(string cue, TMazeSettings settings)
    {
        IEnvironment environment = MemoryPlay.Create("TMaze-v0", settings);
        MemoryPlay.ResetUntil(environment, observation => MemoryPlay.Text(observation) == cue);
        return environment;
    }
}
