using CsCheck;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Environments.Memory;
using Hebb.Environments.Memory.Options;
using Hebb.Numerics;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Tests.Environments.Memory;

/// <summary>What every memory task promises, with its usual options and with others.</summary>
public sealed class MemoryEnvironmentsTests
{
    private static readonly (string Name, ISettings Options)[] Others =
    [
        (
            "TMaze-v0",
            new TMazeSettings
            {
                Length = 4,
                IsNoisy = true,
                ShowsCueOnce = false,
            }
        ),
        ("MemorySize-v0", new MemoryChainSettings { Length = 6, Bits = 30 }),
        (
            "RepeatPrevious-v0",
            new RepeatPreviousSettings
            {
                Decks = 3,
                CardsPerSuit = 2,
                K = 9,
            }
        ),
        ("RepeatFirst-v0", new DeckSettings { CardsPerSuit = 1 }),
        ("Autoencode-v0", new DeckSettings { Decks = 2, CardsPerSuit = 3 }),
        ("FlaggedRecall-v0", new FlaggedRecallSettings { Length = 25 }),
        (
            "AssociativeRecall-v0",
            new AssociativeRecallSettings
            {
                Pairs = 20,
                KeySize = 5,
                Values = 3,
            }
        ),
        ("DelayedMatch-v0", new DelayedMatchSettings { Delay = 0, Symbols = 100 }),
        (
            "DeepSea-v0",
            new DeepSeaSettings
            {
                Size = 5,
                MappingSeed = 1,
                IsStochastic = true,
            }
        ),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, All.Length)];

    private static (EnvironmentEntry Entry, ISettings Options)[] All { get; } =
    [
        .. MemoryEnvironments.All.Select(entry => (entry, entry.Options!.Standard)),
        .. Others.Select(other => (CatalogueSet.Standard.Environments.Find(other.Name), other.Options)),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_episode_that_was_interrupted_goes_on_to_the_bit(int index) =>
        Gen.Select(Gen.ULong, Gen.Int[0, 200])
            .Sample(
                (seed, before) =>
                {
                    IEnvironment whole = Create(index);
                    Play(whole, seed, before);
                    var snapshot = StateSnapshot.Of(whole);
                    IEnvironment resumed = Create(index);
                    resumed.Reset(seed + 1, new float[resumed.Specification.Observations.Size]);
                    snapshot.RestoreTo(resumed);
                    Assert.Equal(whole.Draw().Shapes, resumed.Draw().Shapes);
                    AssertSame(whole, resumed, steps: 150);
                },
                iter: 15
            );

    [Theory]
    [MemberData(nameof(Cases))]
    public void Equal_seeds_give_equal_episodes_and_others_do_not(int index)
    {
        var (one, same, other) = (Create(index), Create(index), Create(index));
        var size = one.Specification.Observations.Size;
        one.Reset(11, new float[size]);
        same.Reset(3, new float[size]);
        same.Step(0, new float[size]);
        same.Reset(11, new float[size]);
        AssertSame(one, same, steps: 300);

        if (All[index].Options is not DeepSeaSettings { IsStochastic: false })
        {
            one.Reset(11, new float[size]);
            other.Reset(12, new float[size]);
            Assert.ThrowsAny<Exception>(() => AssertSame(one, other, steps: 300));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Returns_observations_and_lengths_are_within_what_is_said_of_them(int index)
    {
        var (entry, options) = All[index];
        IEnvironment environment = Create(index);
        BoxSpace space = environment.Specification.Observations;
        var limit = environment.Specification.StepLimit!.Value;
        ReturnRange? range = entry.Returns(limit, options);
        var random = new Pcg64(5);
        for (var seed = 0UL; seed < 40; seed++)
        {
            MemoryPlay.Episode played = MemoryPlay.Play(
                environment,
                seed,
                (observation, _) =>
                {
                    Assert.All(
                        observation,
                        (number, place) => Assert.InRange(number, space.Low[place], space.High[place])
                    );
                    return random.NextInteger(environment.Specification.Actions.Count);
                }
            );
            Assert.InRange(played.Steps, 1, limit);
            Assert.InRange(
                played.Return,
                (range?.Lowest ?? double.MinValue) - 1e-9,
                (range?.Highest ?? double.MaxValue) + 1e-9
            );
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Steps_and_resets_allocate_nothing(int index)
    {
        IEnvironment environment = Create(index);
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(1, observation);
        Run(200);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                if (environment.Step(step & 1, observation).EpisodeEnded)
                {
                    environment.Reset(observation);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_state_of_no_such_task_is_refused(int index)
    {
        IEnvironment environment = Create(index);
        environment.Reset(1, new float[environment.Specification.Observations.Size]);
        var snapshot = StateSnapshot.Of(environment);
        foreach (var wrong in (double[])[-7, 0.5, 1e9, double.NaN])
        {
            var changed = new StateSnapshot([
                .. snapshot.Entries.Select(entry =>
                    entry.Name == "limited.state"
                        ? entry with
                        {
                            Bytes = [.. BitConverter.GetBytes(wrong), .. entry.Bytes.Skip(sizeof(double))],
                        }
                        : entry
                ),
            ]);
            StateException refused = Assert.Throws<StateException>(() => changed.RestoreTo(environment));
            Assert.Contains(environment.Specification.Name, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Options_that_are_not_possible_are_refused_in_a_line()
    {
        Refused("TMaze-v0", new TMazeSettings { Length = 0 }, "Length: 0; a whole number from 1 to 1000 is needed");
        Refused(
            "RepeatPrevious-v0",
            new RepeatPreviousSettings { K = 52 },
            "K: 52; at most 51 is possible with 52 cards"
        );
        Refused(
            "RepeatFirst-v0",
            new DeckSettings { CardsPerSuit = 14 },
            "CardsPerSuit: 14; a whole number from 1 to 13 is needed"
        );
        Refused(
            "AssociativeRecall-v0",
            new AssociativeRecallSettings { Pairs = 5, KeySize = 2 },
            "KeySize: 2; at least 3 is needed for 5 keys that differ"
        );
        Refused("DeepSea-v0", new DeepSeaSettings { Size = 1 }, "Size: 1; a whole number from 2 to 100 is needed");

        static void Refused(string name, ISettings options, string line) =>
            Assert.StartsWith(
                line,
                Assert.Throws<ArgumentException>(() => MemoryPlay.Create(name, options)).Message,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void As_many_keys_as_there_are_can_be_drawn() =>
        MemoryPlay.Play(
            MemoryPlay.Create("AssociativeRecall-v0", new AssociativeRecallSettings { Pairs = 64, KeySize = 6 }),
            1,
            (_, _) => 0
        );

    private static IEnvironment Create(int index) => All[index].Entry.Create(options: All[index].Options);

    private static void Play(IEnvironment environment, ulong seed, int steps)
    {
        var observation = new float[environment.Specification.Observations.Size];
        var random = new Pcg64(seed);
        environment.Reset(seed, observation);
        for (var step = 0; step < steps; step++)
        {
            if (environment.Step(random.NextInteger(environment.Specification.Actions.Count), observation).EpisodeEnded)
            {
                environment.Reset(observation);
            }
        }
    }

    private static void AssertSame(IEnvironment one, IEnvironment other, int steps)
    {
        var random = new Pcg64(9);
        var observation = new float[one.Specification.Observations.Size];
        var same = new float[observation.Length];
        for (var step = 0; step < steps; step++)
        {
            var action = random.NextInteger(one.Specification.Actions.Count);
            StepResult result = one.Step(action, observation);
            Assert.Equal(result, other.Step(action, same));
            Assert.Equal(observation, same);
            Assert.Equal(one.State.ToArray(), other.State.ToArray());
            if (result.EpisodeEnded)
            {
                one.Reset(observation);
                other.Reset(same);
                Assert.Equal(observation, same);
            }
        }
    }
}
