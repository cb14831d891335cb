using System.Collections.Immutable;
using Hebb.Agents.OpenLock.Schemas;
using Hebb.Numerics;

namespace Hebb.Tests.Agents.OpenLock.Schemas;

public sealed class SchemaTests
{
    // Fluents, in three steps: what the first lever becomes, the second, the door.
    private static readonly ImmutableArray<int> First = [0, 2, 15];

    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(2, 3, 6)]
    [InlineData(3, 3, 21)]
    [InlineData(1, 6, 1)]
    public void There_are_as_many_schemas_as_known(int solutions, int steps, int count) =>
        Assert.Equal(count, AbstractSchema.All(solutions, steps).Length);

    [Fact]
    public void Every_pattern_belongs_to_one_schema()
    {
        var patterns = AbstractSchema.All(3, 3).SelectMany(schema => schema.Patterns).ToArray();
        Assert.Equal(PathPattern.All(3, 3).Count(), patterns.Length);
    }

    [Fact]
    public void Distances_between_graphs_are_the_fewest_edits()
    {
        var cause = AtomicSchema.GraphOf(0);
        var effect = AtomicSchema.GraphOf(1);
        Assert.Equal(0, cause.DistanceTo(cause));
        Assert.Equal(0, effect.DistanceTo(effect));

        // A node laid elsewhere: one edge of the two can be kept.
        Assert.Equal(2, cause.DistanceTo(effect));
        Assert.Equal(2, effect.DistanceTo(cause));

        // One more effect: a node and an edge.
        Assert.Equal(2, cause.DistanceTo(AtomicSchema.GraphOf(0, 3)));
        Assert.Equal(4, effect.DistanceTo(AtomicSchema.GraphOf(0, 3)));
        Assert.Equal(3, new CausalGraph(0).DistanceTo(new CausalGraph(3)));
        var loop = new CausalGraph(1);
        loop.Connect(0, 0);
        Assert.Equal(1, loop.DistanceTo(new CausalGraph(1)));
    }

    [Fact]
    public void Rooms_that_were_wired_alike_are_expected_to_be_so_again()
    {
        var cause = Experienced([First, [0, 4, 15]]);
        var effect = Experienced([First, [4, 2, 15]]);
        Assert.Equal([21, 1], cause.Counts.ToArray());
        Assert.Equal([1, 21], effect.Counts.ToArray());

        // The first lever again and another second one; another first lever and the second again.
        Assert.True(Belief(cause, [0, Expectation.New, 15]) > 3 * Belief(cause, [Expectation.New, 2, 15]));
        Assert.True(Belief(effect, [Expectation.New, 2, 15]) > 3 * Belief(effect, [0, Expectation.New, 15]));
    }

    [Fact]
    public void Two_solutions_leave_what_fits_both()
    {
        var beliefs = new SchemaBeliefs(steps: 3, new Pcg64(1));
        beliefs.BeginTrial(solutions: 3);
        beliefs.BeginAttempt();
        var expected = beliefs.Expect([First, [0, 4, 15]]).ToArray();
        Assert.NotEmpty(expected);
        Assert.Equal(
            expected.Length,
            expected.Select(one => string.Join(' ', one.Fluents)).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.All(expected, one => Assert.InRange(one.Probability, double.Epsilon, 1));

        // Their first levers are the same, so that nothing is expected in which both are of a third, or all three differ in them.
        Assert.Contains(expected, one => one.Fluents.SequenceEqual([0, Expectation.New, 15]));
        Assert.DoesNotContain(expected, one => one.Fluents.SequenceEqual([0, 2, 15]));
        Assert.DoesNotContain(expected, one => one.Fluents.SequenceEqual([0, 4, 15]));
        Assert.InRange(expected.Sum(one => one.Probability), 0, 1);
        Assert.Empty(beliefs.Expect([First, [0, 4, 15], [0, 6, 15]]));
    }

    [Fact]
    public void One_solution_alone_counts_half_for_either()
    {
        var beliefs = new SchemaBeliefs(steps: 3, new Pcg64(1));
        beliefs.EndTrial([First]);
        Assert.Equal([1.5, 1.5], beliefs.Counts.ToArray());
        beliefs.EndTrial([]);
        Assert.Equal([1.5, 1.5], beliefs.Counts.ToArray());
    }

    private static SchemaBeliefs Experienced(IReadOnlyList<ImmutableArray<int>> solutions)
    {
        var beliefs = new SchemaBeliefs(steps: 3, new Pcg64(1));
        for (var trial = 0; trial < 20; trial++)
        {
            beliefs.EndTrial(solutions);
        }

        beliefs.BeginTrial(solutions: 3);
        beliefs.BeginAttempt();
        return beliefs;
    }

    private static double Belief(SchemaBeliefs beliefs, int[] fluents) =>
        beliefs.Expect([First]).Single(one => one.Fluents.SequenceEqual(fluents)).Probability;
}
