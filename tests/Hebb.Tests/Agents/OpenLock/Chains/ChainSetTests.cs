using System.Numerics;
using CsCheck;
using Hebb.Agents.OpenLock.Chains;
using Hebb.Numerics;

namespace Hebb.Tests.Agents.OpenLock.Chains;

public sealed class ChainSetTests
{
    private static readonly Gen<ChainSpace> Spaces = Gen.Select(
        Gen.Int[1, 3],
        Gen.Int[1, 2],
        Gen.Int[1, 3],
        (positions, colours, steps) => new ChainSpace(positions, colours, steps)
    );

    [Fact]
    public void Factored_chains_are_the_listed_ones() =>
        Gen.Select(Spaces, Gen.ULong, Gen.Int[0, 12])
            .Sample(
                (space, seed, removals) =>
                {
                    var random = new Pcg64(seed);
                    IChainSet[] sets = [new ListedChains(space), new FactoredChains(space)];
                    Assert.Equal(space.Counts.Valid, sets[1].Count);
                    Assert.Equal(sets[0].Count, sets[1].Count);

                    // A second room, so that what was removed in the first has to come back.
                    for (var room = 0; room < 2; room++)
                    {
                        int[] colours = [.. Repeat(space.Objects, () => random.NextInteger(space.Colours))];
                        Each(sets, set => set.Begin(colours));
                        for (var removal = 0; removal < removals; removal++)
                        {
                            var prefix = Prefix(space, random, 1 + random.NextInteger(space.Steps));
                            Each(sets, set => set.Remove(prefix));
                            RequireEqual(sets, space, random);
                        }

                        RequireEqual(sets, space, random);
                    }
                },
                iter: 300
            );

    [Fact]
    public void What_is_removed_is_counted()
    {
        var chains = new FactoredChains(new ChainSpace(positions: 7, colours: 2, steps: 3));
        chains.Begin([1, 1, 1, 0, 0, 0, 0, 1]);
        Assert.Equal(27_000, chains.Count);
        chains.Remove([chains.Space.RelationOf(action: 0, colour: 1, value: 0)]);
        Assert.Equal(27_000 - 900, chains.Count);

        // Of chains that are gone none can be removed again.
        chains.Remove([chains.Space.RelationOf(0, 1, 0), chains.Space.RelationOf(1, 1, 0)]);
        Assert.Equal(27_000 - 900, chains.Count);
        chains.Remove([chains.Space.RelationOf(1, 1, 0), chains.Space.RelationOf(0, 1, 0)]);
        Assert.Equal(27_000 - 900 - 30, chains.Count);
        chains.Remove([
            chains.Space.RelationOf(2, 1, 0),
            chains.Space.RelationOf(0, 1, 0),
            chains.Space.RelationOf(14, 1, 1),
        ]);
        Assert.Equal(27_000 - 900 - 30 - 1, chains.Count);

        // The colour is not that of the room: there was none to remove.
        chains.Remove([chains.Space.RelationOf(5, 1, 0)]);
        Assert.Equal(27_000 - 900 - 30 - 1, chains.Count);
    }

    [Fact]
    public void Six_steps_are_held_in_next_to_nothing()
    {
        var space = new ChainSpace(positions: 7, colours: 2, steps: 6);
        Assert.False(ListedChains.CanHold(space));
        Assert.Throws<ArgumentException>(() => new ListedChains(space));
        Assert.Equal(46_656_000_000L * 7, ListedChains.BytesOf(space));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var chains = new FactoredChains(space);
        var random = new Pcg64(3);
        for (var removal = 0; removal < 1_000; removal++)
        {
            chains.Remove(Prefix(space, random, length: 6));
        }

        Assert.Equal(BigInteger.Pow(60, 6) - 1_000, chains.Count);
        Assert.InRange(chains.Bytes, 1_000 * 12, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.InRange(chains.Bytes, 1, 200_000);
    }

    [Fact]
    public void A_list_holds_what_it_says()
    {
        var space = new ChainSpace(positions: 7, colours: 2, steps: 3);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var chains = new ListedChains(space);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(216_000 * 4, chains.Bytes);
        Assert.InRange(allocated, chains.Bytes, chains.Bytes + 10_000);
    }

    [Fact]
    public void Relations_have_the_parts_they_are_made_of()
    {
        var space = new ChainSpace(positions: 7, colours: 2, steps: 3);
        HashSet<byte> all = [];
        for (var action = 0; action < space.Actions; action++)
        {
            for (var part = 0; part < 4; part++)
            {
                var (colour, value) = (part / 2, part % 2);
                var relation = space.RelationOf(action, colour, value);
                Assert.True(all.Add(relation));
                Assert.Equal(action, space.ActionOf(relation));
                Assert.Equal(colour, space.ColourOf(relation));
                Assert.Equal(action == 14 ? 7 : action % 7, space.ObjectOf(relation));
                Assert.Equal(action is >= 7 and < 14 ? 1 : 0, space.VerbOf(relation));
                Assert.Equal((space.ObjectOf(relation) * 2) + value, space.FluentOf(relation));
                Assert.Equal(action == 14 && value == 1, space.OpensDoor(relation));
            }
        }

        Assert.Equal(space.Relations, all.Count);
    }

    [Fact]
    public void Impossible_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChainSpace(0, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChainSpace(7, 0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChainSpace(7, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChainSpace(7, 2, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChainSpace(32, 2, 3));
        var space = new ChainSpace(2, 2, 2);
        Assert.Throws<ArgumentException>(() => new FactoredChains(space).Begin([0, 1]));
        Assert.Throws<ArgumentException>(() => new ListedChains(space).Begin([0, 1, 1, 1]));
    }

    private static void RequireEqual(IChainSet[] sets, ChainSpace space, Pcg64 random)
    {
        Assert.Equal(sets[0].Count, sets[1].Count);
        ChainTerm[] terms = [.. Repeat(1 + random.NextInteger(2), () => Term(space, random))];
        var prefix = Prefix(space, random, random.NextInteger(space.Steps));
        double[][] sums = [new double[space.Relations], new double[space.Relations]];
        sets[0].Sum(prefix, terms, sums[0]);
        sets[1].Sum(prefix, terms, sums[1]);
        for (var relation = 0; relation < space.Relations; relation++)
        {
            Assert.Equal(sums[0][relation], sums[1][relation], 1e-12 * Math.Max(1, sums[0][relation]));
            Assert.Equal(sums[0][relation] == 0, sums[1][relation] == 0);
        }
    }

    private static ChainTerm Term(ChainSpace space, Pcg64 random)
    {
        var term = new ChainTerm(space);
        for (var step = 0; step < space.Steps; step++)
        {
            foreach (ref var weight in term.At(step))
            {
                weight = random.NextInteger(3) == 0 ? 0 : random.NextDouble();
            }
        }

        return term;
    }

    private static byte[] Prefix(ChainSpace space, Pcg64 random, int length) =>
        [.. Repeat(length, () => (byte)random.NextInteger(space.Relations))];

    private static IEnumerable<T> Repeat<T>(int count, Func<T> make) => Enumerable.Range(0, count).Select(_ => make());

    private static void Each(IChainSet[] sets, Action<IChainSet> action) => Array.ForEach(sets, action);
}
