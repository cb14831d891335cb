using Hebb.Environments;
using Hebb.Environments.Memory.Options;

namespace Hebb.Tests.Environments.Memory;

/// <summary>The timing of the memory chain, which is that of the original.</summary>
public sealed class MemoryChainTests
{
    [Fact]
    public void The_bit_is_observed_twice_and_asked_for_at_the_end()
    {
        IEnvironment environment = MemoryPlay.Create("MemoryLength-v0", new MemoryChainSettings { Length = 3 });
        Assert.Equal(4, environment.Specification.StepLimit);
        float[] first = MemoryPlay.ResetUntil(environment, observation => observation[2] > 0);
        Assert.Equal("1 0 1", MemoryPlay.Text(first));
        Assert.Equal(
            [(0, "1 0 1"), (0, "0.666667 0 0"), (0, "0.333333 0 0"), (1, "0 0 0")],
            MemoryPlay.Trace(environment, 0, 0, 0, 1)
        );
        Assert.Throws<InvalidOperationException>(() => environment.Step(0, new float[3]));

        MemoryPlay.ResetUntil(environment, observation => observation[2] > 0);
        Assert.Equal((-1.0, "0 0 0"), MemoryPlay.Trace(environment, 1, 1, 1, 0)[^1]);
    }

    [Theory]
    [InlineData("MemoryLength-v0", 1, 1)]
    [InlineData("MemoryLength-v0", 30, 1)]
    [InlineData("MemorySize-v0", 1, 7)]
    [InlineData("MemorySize-v0", 2, 40)]
    [InlineData("MemorySize-v0", 5, 3)]
    public void Who_remembers_the_bits_is_always_right(string name, int length, int bits)
    {
        IEnvironment environment = MemoryPlay.Create(name, new MemoryChainSettings { Length = length, Bits = bits });
        var asked = new HashSet<int>();
        for (var seed = 0UL; seed < 60; seed++)
        {
            var shown = new float[bits];
            var place = 0;
            MemoryPlay.Episode played = MemoryPlay.Play(
                environment,
                seed,
                (observation, step) =>
                {
                    if (step == 0)
                    {
                        observation.AsSpan(2).CopyTo(shown);
                    }

                    // The place is observed at time L - 1, that is after L steps.
                    place = step == length ? (int)observation[1] : place;
                    return shown[place] > 0 ? 1 : 0;
                }
            );
            asked.Add(place);
            Assert.Equal((1, length + 1), (played.Return, played.Steps));
        }

        Assert.InRange(asked.Count, Math.Min(bits, 20), bits);
    }

    [Fact]
    public void The_usual_options_are_those_of_the_two_tasks()
    {
        Assert.Equal((11, 3), Sizes("MemoryLength-v0"));
        Assert.Equal((3, 7), Sizes("MemorySize-v0"));

        static (int? Steps, int Observed) Sizes(string name)
        {
            EnvironmentSpecification specification = MemoryPlay.Create(name).Specification;
            return (specification.StepLimit, specification.Observations.Size);
        }
    }
}
