using Hebb.Agents.OpenLock.Chains;

namespace Hebb.Lab.Studies.Chains;

/// <summary>A way of holding causal chains.</summary>
/// <param name="Create">Makes all chains of a space possible.</param>
/// <param name="CanHold">Whether it can hold the chains of a space.</param>
/// <param name="NeededBytes">The bytes that it needs for the chains of a space, whatever is removed; null where they depend on that.</param>
/// <param name="IsListed">Whether its time and memory grow with the number of chains.</param>
internal sealed record ChainForm(
    string Name,
    Func<ChainSpace, IChainSet> Create,
    Func<ChainSpace, bool> CanHold,
    Func<ChainSpace, long?> NeededBytes,
    bool IsListed
)
{
    /// <summary>Every chain in a list, as the known causal learner has them.</summary>
    public static ChainForm Listed { get; } =
        new(
            "listed",
            space => new ListedChains(space),
            ListedChains.CanHold,
            space => ListedChains.BytesOf(space),
            IsListed: true
        );

    /// <summary>Chains made of their steps.</summary>
    public static ChainForm Factored { get; } =
        new("factored", space => new FactoredChains(space), _ => true, _ => null, IsListed: false);

    /// <summary>Both, in the order of the tables.</summary>
    public static ImmutableArray<ChainForm> All { get; } = [Listed, Factored];

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
