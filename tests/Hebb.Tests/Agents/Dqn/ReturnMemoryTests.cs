using CsCheck;
using Hebb.Agents.Dqn;
using Hebb.Numerics;

namespace Hebb.Tests.Agents.Dqn;

public sealed class ReturnMemoryTests
{
    [Fact]
    public void It_holds_the_last_transitions_whole() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 40])
            .Sample(
                (capacity, added) =>
                {
                    ReturnMemory memory = Filled(capacity, added);
                    Assert.Equal(added, memory.Added);
                    Assert.Equal(Math.Min(added, capacity), memory.Count);
                    var held = Enumerable.Range(0, memory.Count).Select(slot => memory.Action(slot)).Order();
                    Assert.Equal(Enumerable.Range(added - memory.Count, memory.Count), held);
                    for (var slot = 0; slot < memory.Count; slot++)
                    {
                        var index = memory.Action(slot);
                        Assert.Equal([index, -index], memory.Observation(slot).ToArray());
                        Assert.Equal([index + 0.5f, 1], memory.NextObservation(slot).ToArray());
                        Assert.Equal(index * 2, memory.Return(slot));
                        Assert.Equal(index * 3, memory.Factor(slot));
                    }
                }
            );

    [Fact]
    public void Every_transition_is_drawn_as_often()
    {
        const int capacity = 10;
        const int draws = 20_000;
        ReturnMemory memory = Filled(capacity, 37);
        var random = new Pcg64(1);
        var counts = new int[capacity];
        for (var draw = 0; draw < draws; draw++)
        {
            counts[memory.Draw(random)]++;
        }

        // Five standard deviations of a binomial count.
        Assert.All(counts, count => Assert.InRange(count, 2000 - 213, 2000 + 213));
    }

    [Fact]
    public void What_is_not_there_is_not_drawn()
    {
        ReturnMemory memory = Filled(10, 3);
        var random = new Pcg64(1);
        Assert.All(Enumerable.Range(0, 200), _ => Assert.InRange(memory.Draw(random), 0, 2));
    }

    private static ReturnMemory Filled(int capacity, int added)
    {
        var memory = new ReturnMemory(2, capacity);
        for (var index = 0; index < added; index++)
        {
            memory.Add([index, -index], index, index * 2, index * 3, [index + 0.5f, 1]);
        }

        return memory;
    }
}
