using Hebb.Environments.Memory.Options;
using Hebb.Environments.Scenes;
using Hebb.Numerics;

namespace Hebb.Environments.Memory;

/// <summary>A task with a shuffled deck of cards that are dealt one by one. Only their suits are observed, and actions name suits.</summary>
/// <remarks>
/// State: the actions taken, the suits of the cards in the order in which they are dealt. The suit is observed as four
/// numbers, 1 for that which it is and 0 for the others: POPGym observes its number, which is usually encoded like this.
/// </remarks>
internal abstract class CardEnvironment : MemoryEnvironment
{
    private const int MostShown = 8;

    private readonly int _most;

    /// <summary>Makes it, still to be reset.</summary>
    /// <param name="name">Its registered name.</param>
    /// <param name="further">How many numbers, each 0 or 1, are observed after the suit.</param>
    /// <param name="steps">The actions of every episode.</param>
    protected CardEnvironment(string name, DeckSettings settings, int further, int steps)
        : base(
            new EnvironmentSpecification(
                name,
                new BoxSpace(new float[Suit.Count + further], [.. Enumerable.Repeat(1f, Suit.Count + further)]),
                new DiscreteSpace(Suit.Count),
                steps,
                SolvedAt: null
            )
            {
                StepsPerSecond = 2,
            },
            1 + settings.Cards
        )
    {
        Cards = settings.Cards;
        _most = steps;
    }

    /// <summary>How many cards there are.</summary>
    protected int Cards { get; }

    /// <summary>How many actions were taken.</summary>
    protected int Time => (int)Numbers[0];

    /// <inheritdoc/>
    protected override bool HasPossibleState =>
        IsWhole(Numbers[0], 0, IsRunning ? _most - 1 : _most)
        && Array.TrueForAll(Numbers[1..], suit => IsWhole(suit, 0, Suit.Count - 1));

    /// <summary>The suit of a card.</summary>
    /// <param name="card">How many were dealt before it.</param>
    protected int SuitOf(int card) => (int)Numbers[1 + card];

    /// <inheritdoc/>
    protected override void Begin(Pcg64 random, Span<float> observation)
    {
        Numbers[0] = 0;
        Span<double> suits = Numbers.AsSpan(1);
        for (var card = 0; card < suits.Length; card++)
        {
            suits[card] = card % Suit.Count;
        }

        for (var last = suits.Length - 1; last > 0; last--)
        {
            var chosen = random.NextInteger(last + 1);
            (suits[last], suits[chosen]) = (suits[chosen], suits[last]);
        }

        observation[SuitOf(0)] = 1;
    }

    /// <inheritdoc/>
    protected override string ActionName(int action) => Suit.Name(action);

    /// <summary>The cards that were dealt last, and the one that is to be named.</summary>
    /// <param name="dealt">How many were dealt; at least 1.</param>
    /// <param name="named">The card that is to be named; -1 for none.</param>
    /// <param name="words">The lines of writing below them.</param>
    protected Scene Drawn(int dealt, int named, params ReadOnlySpan<string> words)
    {
        var first = Math.Max(dealt - MostShown, 0);
        List<SymbolCell> cells = [];
        if (named >= 0 && named < first)
        {
            cells.Add(Cell(named, dealt, named));
        }

        for (var card = first; card < dealt; card++)
        {
            cells.Add(Cell(card, dealt, named));
        }

        return SymbolScene.Draw(cells, words);
    }

    private SymbolCell Cell(int card, int dealt, int named) =>
        new(
            Suit.Letter(SuitOf(card)),
            FormattableString.Invariant($"{card + 1}"),
            card == named ? SceneColor.Goal
                : card == dealt - 1 ? SceneColor.Accent
                : SceneColor.Faint
        );
}
