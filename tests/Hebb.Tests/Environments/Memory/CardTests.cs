using CsCheck;
using Hebb.Environments;
using Hebb.Environments.Memory.Options;

namespace Hebb.Tests.Environments.Memory;

/// <summary>The rules of the tasks with cards.</summary>
public sealed class CardTests
{
    [Fact]
    public void The_second_last_of_two_cards_is_the_first_one()
    {
        IEnvironment environment = MemoryPlay.Create("RepeatPrevious-v0", new RepeatPreviousSettings { K = 2 });
        int[] cards = [2, 0, 1, 3, 3];
        ResetToCards(environment, cards);
        const double Worth = 1.0 / 50;
        Assert.Equal(
            [(0, "1 0 0 0"), (Worth, "0 1 0 0"), (Worth, "0 0 0 1"), (-Worth, "0 0 0 1")],
            MemoryPlay.Trace(environment, 2, 2, 0, 3)
        );
    }

    [Fact]
    public void Who_remembers_the_cards_has_the_whole_reward() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 3], Gen.Int[1, 13], Gen.Double[0, 1])
            .Sample(
                (seed, decks, perSuit, part) =>
                {
                    var cards = 4 * decks * perSuit;
                    var k = 1 + (int)(part * (cards - 2));
                    var previous = new RepeatPreviousSettings
                    {
                        Decks = decks,
                        CardsPerSuit = perSuit,
                        K = k,
                    };
                    var deck = new DeckSettings { Decks = decks, CardsPerSuit = perSuit };
                    AssertWhole(
                        "RepeatPrevious-v0",
                        previous,
                        cards - 1,
                        seed,
                        seen => seen[Math.Max(seen.Count - k, 0)]
                    );
                    AssertWhole("RepeatFirst-v0", deck, cards - 1, seed, seen => seen[0]);
                    AssertWhole(
                        "Autoencode-v0",
                        deck,
                        (2 * cards) - 1,
                        seed,
                        seen => seen[Math.Min(seen.Count - 1, (2 * (cards - 1)) - (seen.Count - 1))]
                    );
                },
                iter: 60
            );

    [Fact]
    public void Every_suit_is_dealt_as_often_as_the_deck_has_it()
    {
        IEnvironment environment = MemoryPlay.Create(
            "RepeatFirst-v0",
            new DeckSettings { Decks = 2, CardsPerSuit = 5 }
        );
        var counts = new int[4];
        MemoryPlay.Play(environment, 3, (observation, _) => Counted(observation));
        var last = environment.State[^1];
        counts[(int)last]++;
        Assert.Equal([10, 10, 10, 10], counts);

        int Counted(float[] observation)
        {
            counts[SuitOf(observation)]++;
            return 0;
        }
    }

    [Fact]
    public void The_flag_is_1_until_the_last_card_and_then_spades_are_observed()
    {
        const int Cards = 8;
        IEnvironment environment = MemoryPlay.Create("Autoencode-v0", new DeckSettings { CardsPerSuit = 2 });
        var observed = new List<string>();
        MemoryPlay.Episode played = MemoryPlay.Play(
            environment,
            5,
            (observation, _) =>
            {
                observed.Add(MemoryPlay.Text(observation));
                return 0;
            }
        );
        Assert.Equal((2 * Cards) - 1, observed.Count);
        Assert.All(observed[..(Cards - 1)], text => Assert.EndsWith(" 1", text, StringComparison.Ordinal));
        Assert.EndsWith(" 0", observed[Cards - 1], StringComparison.Ordinal);
        Assert.All(observed[Cards..], text => Assert.Equal("1 0 0 0 0", text));

        // Two of the eight are spades.
        Assert.Equal((2.0 - 6) / Cards, played.Return, 1e-12);
    }

    [Theory]
    [InlineData("RepeatPrevious-v0")]
    [InlineData("RepeatFirst-v0")]
    [InlineData("Autoencode-v0")]
    public void Chance_is_right_one_time_in_four(string name) =>
        Assert.InRange(MemoryPlay.RandomMean(MemoryPlay.Create(name), 300), -0.53, -0.47);

    private static void AssertWhole(
        string name,
        DeckSettings settings,
        int steps,
        ulong seed,
        Func<List<int>, int> answer
    )
    {
        var seen = new List<int>();
        MemoryPlay.Episode played = MemoryPlay.Play(
            MemoryPlay.Create(name, settings),
            seed,
            (observation, _) =>
            {
                seen.Add(SuitOf(observation));
                return answer(seen);
            }
        );
        Assert.Equal(1, played.Return, 1e-9);
        Assert.Equal((steps, true), (played.Steps, played.Last.Terminated));
    }

    private static int SuitOf(float[] observation) => Array.IndexOf(observation, 1f);

    private static void ResetToCards(IEnvironment environment, int[] cards)
    {
        var observation = new float[environment.Specification.Observations.Size];
        for (var seed = 0UL; seed < 20_000; seed++)
        {
            environment.Reset(seed, observation);
            if (environment.State[1..(1 + cards.Length)].SequenceEqual([.. cards.Select(card => (double)card)]))
            {
                return;
            }
        }

        throw new InvalidOperationException("No seed deals such cards.");
    }
}
