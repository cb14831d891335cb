using Hebb.Environments.Memory.Options;
using Hebb.Environments.Scenes;
using Hebb.Numerics;

namespace Hebb.Environments.Memory;

/// <summary>All cards of a deck are shown one by one; then their suits are to be named, the last card first.</summary>
/// <remarks>
/// Observation: the suit as in <see cref="CardEnvironment"/>, then a flag that is 1 while cards are shown. What is done while it
/// is 1 is rewarded 0. When the last card is shown it is 0: from then on every action names a suit, and is rewarded by 1 over the
/// number of cards if it is right, or minus that. Meanwhile spades are observed, as in the original. With n cards an episode has
/// 2 n - 1 actions. State: see <see cref="CardEnvironment"/>.
/// Autoencode of Morad et al., "POPGym: benchmarking partially observable reinforcement learning" (2023), whose levels are 1, 2 and 3 decks.
/// </remarks>
internal sealed class Autoencode(DeckSettings settings)
    : CardEnvironment("Autoencode-v0", settings, further: 1, (2 * settings.Cards) - 1)
{
    /// <inheritdoc/>
    protected override void Begin(Pcg64 random, Span<float> observation)
    {
        base.Begin(random, observation);
        observation[Suit.Count] = 1;
    }

    /// <inheritdoc/>
    protected override double Act(int action, Pcg64 random, Span<float> observation, out bool terminated)
    {
        var time = Time + 1;
        Numbers[0] = time;
        terminated = time == (2 * Cards) - 1;
        if (time < Cards)
        {
            observation[SuitOf(time)] = 1;
            observation[Suit.Count] = time < Cards - 1 ? 1 : 0;
            return 0;
        }

        observation[0] = 1;
        return action == SuitOf(Named(time - 1)) ? 1.0 / Cards : -1.0 / Cards;
    }

    // The card that is to be named after some actions: the last one after all others were dealt by an action each.
    private int Named(int time) => (2 * (Cards - 1)) - time;

    /// <inheritdoc/>
    protected override Scene Drawn(string words)
    {
        var named = Time < Cards - 1 ? -1 : Named(Time);
        return Drawn(
            Time < Cards ? Time + 1 : Math.Max(named + 1, 1),
            named,
            Time < Cards - 1 ? FormattableString.Invariant($"card {Time + 1} of {Cards} is shown")
                : named < 0 ? "all cards were named"
                : FormattableString.Invariant($"card {named + 1} of {Cards} is to be named"),
            words
        );
    }
}
