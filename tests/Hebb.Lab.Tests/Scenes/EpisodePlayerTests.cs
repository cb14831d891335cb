using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Lab.Scenes;

namespace Hebb.Lab.Tests.Scenes;

public sealed class EpisodePlayerTests
{
    [Theory]
    [InlineData("ppo-ep")]
    [InlineData("dqn")]
    [InlineData("reward-ep")]
    public void A_greedy_agent_plays_the_first_episode_of_its_evaluation(string name)
    {
        (IParallelAgent agent, Func<IEnvironment> create) = Make(name);
        EpisodeFrame[] frames = [.. new EpisodePlayer(agent, create()).Play(seed: 3)];
        var expected = GreedyEvaluation.Run((IGreedyAgent)agent, create(), episodes: 1, seed: 3);
        Assert.Equal(expected[0], frames[^1].Return);
        Assert.Equal(Enumerable.Range(0, frames.Length), frames.Select(frame => frame.Step));
        Assert.True(frames[^1].Ended);
        Assert.All(frames[..^1], frame => Assert.False(frame.Ended));
    }

    [Theory]
    [InlineData("ppo-ep", true)]
    [InlineData("a2c", true)]
    [InlineData("random", false)]
    [InlineData("report-actor-critic-backprop", false)]
    [InlineData("report-dqn-ep-mended", false)]
    public void Agents_that_draw_their_actions_play_for_all_their_environments(string name, bool samples)
    {
        double[] returns =
        [
            .. Enumerable
                .Range(0, 2)
                .Select(_ =>
                {
                    (IParallelAgent agent, Func<IEnvironment> create) = Make(name);
                    return new EpisodePlayer(agent, create()) { Samples = samples }
                        .Play(seed: 3)
                        .Last()
                        .Return;
                }),
        ];
        Assert.InRange(returns[0], 8, 500);
        Assert.Equal(returns[0], returns[1]);
    }

    [Fact]
    public void Words_tell_step_limit_and_return()
    {
        EpisodeFrame frame = Watched.Frame(132) with { Return = -0.5 };
        Assert.Equal("step 132 of 500, return -0.5", frame.Words(Watched.CartPole));
        Assert.Equal("step 132, return -0.5", frame.Words(Watched.CartPole with { StepLimit = null }));
    }

    private static (IParallelAgent Agent, Func<IEnvironment> Create) Make(string name)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(name);
        var environment = entry.IsFor("CartPole-v1") ? "CartPole-v1" : CatalogueSet.Standard.EnvironmentsOf(entry)[0];
        IEnvironment Create() => CatalogueSet.Standard.CreateEnvironment(entry, environment);
        return (entry.Create(new AgentTask(Create().Specification, 1000, Seed: 1)), Create);
    }
}
