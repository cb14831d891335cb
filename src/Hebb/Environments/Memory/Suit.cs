using Hebb.Environments.Memory.Options;

namespace Hebb.Environments.Memory;

/// <summary>The suits of playing cards, by their numbers from 0: spades, diamonds, clubs, hearts.</summary>
internal static class Suit
{
    /// <summary>How many there are.</summary>
    public const int Count = DeckSettings.Suits;

    private static readonly string[] Names = ["spades", "diamonds", "clubs", "hearts"];
    private static readonly string[] Letters = ["S", "D", "C", "H"];

    /// <summary>Its name.</summary>
    public static string Name(int suit) => Names[suit];

    /// <summary>Its first letter.</summary>
    public static string Letter(int suit) => Letters[suit];
}
