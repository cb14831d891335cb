using Hebb.Environments;
using Hebb.Environments.Control;
using Hebb.Tests.Environments.Memory;

namespace Hebb.Tests.Environments;

public sealed class SelectedObservationsTests
{
    [Theory]
    [InlineData("CartPolePositions-v1", 0, 2)]
    [InlineData("CartPoleVelocities-v1", 1, 3)]
    public void A_pole_is_observed_in_part_and_moves_as_ever(string name, int first, int second)
    {
        IEnvironment whole = MemoryPlay.Create("CartPole-v1");
        IEnvironment part = MemoryPlay.Create(name);
        Assert.Equal((500, 475), (part.Specification.StepLimit, part.Specification.SolvedAt));
        var seen = new float[4];
        var observation = new float[2];
        whole.Reset(8, seen);
        part.Reset(8, observation);
        for (var step = 0; step < 300; step++)
        {
            Assert.Equal([seen[first], seen[second]], observation);
            StepResult result = whole.Step(step % 2, seen);
            Assert.Equal(result, part.Step(step % 2, observation));
            Assert.Equal(whole.State.ToArray(), part.State.ToArray());
            if (result.EpisodeEnded)
            {
                whole.Reset(seen);
                part.Reset(observation);
            }
        }
    }

    [Fact]
    public void Places_that_are_not_observed_are_refused()
    {
        Assert.StartsWith(
            "places: [0, 4]; some from 0 to 3 are needed",
            Assert.Throws<ArgumentException>(() => new SelectedObservations<CartPole>(new CartPole(), 0, 4)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => new SelectedObservations<CartPole>(new CartPole()));
    }
}
