using Hebb.Environments.Memory.Options;
using Hebb.Environments.Scenes;
using Hebb.Numerics;

namespace Hebb.Environments.Memory;

/// <summary>Cards are dealt one by one, and at every step the suit of an earlier one is to be named: of the k-th last, or of the first.</summary>
/// <remarks>
/// The card that is shown counts as the first last one. Before k cards were dealt nothing is rewarded; then every answer is,
/// by 1 over the number of answers if it is right, or minus that. An episode ends when the last card is dealt. Observation and state:
/// see <see cref="CardEnvironment"/>.
/// RepeatPrevious and RepeatFirst of Morad et al., "POPGym: benchmarking partially observable reinforcement learning" (2023), whose levels
/// are 1, 2 and 3 decks with k = 4, 32 and 64, and 1, 8 and 16 decks.
/// </remarks>
internal sealed class RepeatedCards : CardEnvironment
{
    private const int First = 0;

    private readonly int _k;
    private readonly double _worth;

    private RepeatedCards(string name, DeckSettings settings, int k)
        : base(name, settings, further: 0, settings.Cards - 1)
    {
        _k = k;
        _worth = 1.0 / (settings.Cards - Math.Max(k, 1));
    }

    /// <summary>Makes the task in which the k-th last card is to be named, still to be reset.</summary>
    public static RepeatedCards OfPrevious(RepeatPreviousSettings settings) =>
        new("RepeatPrevious-v0", settings, settings.K);

    /// <summary>Makes the task in which the first card is to be named, still to be reset.</summary>
    public static RepeatedCards OfFirst(DeckSettings settings) => new("RepeatFirst-v0", settings, First);

    /// <inheritdoc/>
    protected override double Act(int action, Pcg64 random, Span<float> observation, out bool terminated)
    {
        var dealt = Time + 1;
        var named = Named(dealt);
        Numbers[0] = dealt;
        observation[SuitOf(dealt)] = 1;
        terminated = dealt == Cards - 1;
        return named < 0 ? 0
            : action == SuitOf(named) ? _worth
            : -_worth;
    }

    // Negative before there is such a card.
    private int Named(int dealt) => _k == First ? 0 : dealt - _k;

    /// <inheritdoc/>
    protected override Scene Drawn(string words)
    {
        var dealt = Time + 1;
        var named = dealt < Cards ? Named(dealt) : -1;
        return Drawn(
            dealt,
            named,
            FormattableString.Invariant($"{dealt} of {Cards} cards; ")
                + (
                    dealt == Cards ? "all are dealt"
                    : named < 0 ? "nothing is to be named yet"
                    : FormattableString.Invariant($"card {named + 1} is to be named")
                ),
            words
        );
    }
}
