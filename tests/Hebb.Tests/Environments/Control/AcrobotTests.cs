using Hebb.Environments;
using Hebb.Environments.Control;

namespace Hebb.Tests.Environments.Control;

/// <summary>What no golden trajectory reaches: the end of the task, which is rewarded 0.</summary>
public sealed class AcrobotTests
{
    [Fact]
    public void Reaching_the_height_ends_the_episode_with_reward_zero()
    {
        var environment = new Acrobot();
        var observation = new float[6];
        environment.Reset(0, observation);
        StepResult result;
        var steps = 0;
        do
        {
            // Pushing along with the second joint's own motion pumps energy into the swing.
            var height = -observation[0] - Math.Cos(environment.State[0] + environment.State[1]);
            Assert.True(height <= 1 + 1e-6, $"height {height} was not noticed");
            result = environment.Step(observation[5] > 0 ? 2 : 0, observation);
            Assert.Equal(result.Terminated ? 0 : -1, result.Reward);
            steps++;
        } while (!result.EpisodeEnded && steps < 5000);

        Assert.True(result.Terminated);
        Assert.True(-observation[0] - Math.Cos(environment.State[0] + environment.State[1]) > 1 - 1e-6);
        Assert.Throws<InvalidOperationException>(() => environment.Step(0, observation));
    }
}
