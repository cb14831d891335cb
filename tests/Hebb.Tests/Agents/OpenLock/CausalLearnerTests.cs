using Hebb.Agents.OpenLock;
using Hebb.Agents.OpenLock.Chains;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Numerics;

namespace Hebb.Tests.Agents.OpenLock;

public sealed class CausalLearnerTests
{
    private const int Agents = 60;

    private static readonly string[] CourseTrials = ["7", "8", "9"];

    // The learner is Thompson's: it draws what it believes. The means are of trials in all rooms of a scenario.
    [Theory]
    [InlineData("CC3")]
    [InlineData("CE3")]
    [InlineData("CC4")]
    [InlineData("CE4")]
    public void Beliefs_and_schemas_are_better_than_pruning_alone(string scenario)
    {
        var causal = Mean(seed => CausalLearner.OfRooms(new Pcg64(seed)), scenario);
        var pruning = Mean(seed => new PrefixPruningLearner(new Pcg64(seed)), scenario);
        var withoutWhite = Mean(seed => new PrefixPruningLearner(new Pcg64(seed), heedsColours: true), scenario);
        Assert.True(causal < 0.65 * pruning, $"{causal} against {pruning}");
        Assert.True(causal < withoutWhite, $"{causal} against {withoutWhite}");
    }

    [Fact]
    public void Without_beliefs_and_schemas_it_is_the_pruning_learner()
    {
        var options = new CausalLearnerOptions { BottomUp = false, TopDown = false };
        var (causal, pruning) = (
            Mean(seed => CausalLearner.OfRooms(new Pcg64(seed), options), "CC3"),
            Mean(seed => new PrefixPruningLearner(new Pcg64(seed)), "CC3")
        );
        Assert.InRange(causal, 0.85 * pruning, 1.15 * pruning);
    }

    [Theory]
    [InlineData(nameof(CausalLearnerOptions.TopDown), 1.1)]
    [InlineData(nameof(CausalLearnerOptions.BottomUp), 1.5)]
    [InlineData(nameof(CausalLearnerOptions.HeedsVerbs), 1.3)]
    public void What_is_taken_away_is_missed(string part, double ratio)
    {
        var options = new CausalLearnerOptions
        {
            TopDown = part != nameof(CausalLearnerOptions.TopDown),
            BottomUp = part != nameof(CausalLearnerOptions.BottomUp),
            HeedsVerbs = part != nameof(CausalLearnerOptions.HeedsVerbs),
        };
        var (whole, without) = (
            Mean(seed => CausalLearner.OfRooms(new Pcg64(seed)), "CE4"),
            Mean(seed => CausalLearner.OfRooms(new Pcg64(seed), options), "CE4")
        );
        Assert.True(without > ratio * whole, $"{without} without, {whole} with");
    }

    [Fact]
    public void Without_pruning_little_is_found()
    {
        var room = new Room(Scenario.Find("CC3"), Trial.Find("1"));
        var options = new CausalLearnerOptions { Prunes = false };
        var (with, without) = (0, 0);
        for (ulong seed = 0; seed < 20; seed++)
        {
            with += CausalLearner.OfRooms(new Pcg64(seed)).Play(room, attemptLimit: 30).FoundCount;
            without += CausalLearner.OfRooms(new Pcg64(seed), options).Play(room, attemptLimit: 30).FoundCount;
        }

        Assert.Equal(40, with);
        Assert.InRange(without, 0, 20);
    }

    [Fact]
    public void What_it_makes_use_of_changes_what_it_does()
    {
        CausalLearnerOptions[] all =
        [
            new(),
            new() { TopDownInFirstTrial = false },
            new() { IndexesAttributes = false },
            new() { HeedsVerbs = false },
            new() { TopDown = false },
            new() { BottomUp = false },
            new() { Prunes = false },
        ];
        Assert.Equal(all.Length, all.Select(options => Courses(options)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Courses(new()), Courses(new()));
    }

    // Common effect first and then common effect: the schema that was learned is the one that holds.
    [Fact]
    public void Training_in_rooms_of_the_same_schema_helps_with_common_effect()
    {
        var (congruent, incongruent) = (Transfer("CE3", "CE4"), Transfer("CC3", "CE4"));
        Assert.True(congruent < 0.85 * incongruent, $"{congruent} after CE3, {incongruent} after CC3");
    }

    [Fact]
    public void Listed_and_factored_chains_lead_to_the_same_choices()
    {
        var space = CausalLearner.SpaceOfRooms();
        var listed = new CausalLearner(new Pcg64(5), new ListedChains(space));
        var factored = new CausalLearner(new Pcg64(5), new FactoredChains(space));
        foreach (var trial in new[] { "1", "4" })
        {
            var room = new Room(Scenario.Find("CE3"), Trial.Find(trial));
            Assert.Equal(listed.Play(room, attemptLimit: 12).Attempts, factored.Play(room, attemptLimit: 12).Attempts);
            Assert.Equal(listed.Chains.Count, factored.Chains.Count);
            Assert.Equal(listed.Schemas, factored.Schemas);
        }
    }

    [Fact]
    public void Small_rooms_are_solved_and_others_refused()
    {
        var small = new Room(Scenario.Find("TwoStep"), Trial.Find("two-step-1"));
        Assert.InRange(CausalLearner.OfRooms(new Pcg64(1), steps: 2).Play(small, 100).Attempts, 1, 15);
        Assert.Throws<ArgumentException>(() => CausalLearner.OfRooms(new Pcg64(1)).Play(small, 100));
        var delayed = new Room(Scenario.Find("CC3D"), Trial.Find("1"));
        Assert.Throws<ArgumentException>(() => CausalLearner.OfRooms(new Pcg64(1), steps: 4).Play(delayed, 100));
        Room large = RandomRooms.AllOf(Scenario.Larger.Single(scenario => scenario.Name == "CC7")).First();
        Assert.StartsWith(
            "Scenario CC7 has 6 solutions: ",
            Assert.Throws<ArgumentException>(() => CausalLearner.OfRooms(new Pcg64(1)).Play(large, 100)).Message,
            StringComparison.Ordinal
        );
    }

    private static double Mean(Func<ulong, IRoomLearner> create, string scenario)
    {
        var trials = Trial.DrawnFor(Scenario.Find(scenario));
        var sum = 0;
        for (ulong seed = 0; seed < Agents; seed++)
        {
            IRoomLearner learner = create(seed);
            for (var trial = 0; trial < trials.Length; trial++)
            {
                var room = new Room(Scenario.Find(scenario), trials[(trial + (int)seed) % trials.Length]);
                sum += learner.Play(room, attemptLimit: 300).Attempts;
            }
        }

        return (double)sum / (Agents * trials.Length);
    }

    private static double Transfer(string from, string to)
    {
        var sum = 0;
        for (ulong seed = 0; seed < Agents; seed++)
        {
            var learner = CausalLearner.OfRooms(new Pcg64(seed));
            foreach (var trial in Trial.DrawnFor(Scenario.Find(from)))
            {
                _ = learner.Play(new Room(Scenario.Find(from), trial), attemptLimit: 30);
            }

            sum += learner.Play(new Room(Scenario.Find(to), Trial.Find("7")), attemptLimit: 30).Attempts;
        }

        return (double)sum / Agents;
    }

    private static string Courses(CausalLearnerOptions options)
    {
        var courses = Enumerable
            .Range(0, 5)
            .SelectMany(seed =>
            {
                var learner = CausalLearner.OfRooms(new Pcg64((ulong)seed), options);
                return CourseTrials.Select(trial =>
                    learner.Play(new Room(Scenario.Find("CE4"), Trial.Find(trial)), attemptLimit: 40).Attempts
                );
            });
        return string.Join(' ', courses);
    }
}
