using Hebb.Settings;

namespace Hebb.Environments.Memory.Options;

/// <summary>The cards of a task; what can be other than usual in <c>RepeatFirst-v0</c> and <c>Autoencode-v0</c>.</summary>
public record DeckSettings : ISettings
{
    /// <summary>How many suits there are.</summary>
    internal const int Suits = 4;

    /// <summary>How many decks are shuffled together.</summary>
    [Range(1, 64)]
    public int Decks { get; init; } = 1;

    /// <summary>How many cards of each of the four suits a deck has; 13 in the original.</summary>
    [Range(1, 13)]
    public int CardsPerSuit { get; init; } = 13;

    /// <summary>How many cards there are.</summary>
    internal int Cards => Decks * CardsPerSuit * Suits;
}
