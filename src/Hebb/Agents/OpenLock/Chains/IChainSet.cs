namespace Hebb.Agents.OpenLock.Chains;

/// <summary>The causal chains that are still thought possible in a room.</summary>
public interface IChainSet
{
    /// <summary>The chains that there are at all.</summary>
    ChainSpace Space { get; }

    /// <summary>How many are possible.</summary>
    BigInteger Count { get; }

    /// <summary>The bytes in which it is held which those are.</summary>
    long Bytes { get; }

    /// <summary>Makes all chains possible but those whose colours are not the room's.</summary>
    /// <param name="colours">The colour of each object, the door last.</param>
    /// <exception cref="ArgumentException">There are not as many as objects.</exception>
    void Begin(ReadOnlySpan<int> colours);

    /// <summary>Removes all chains that begin with some relations.</summary>
    /// <param name="prefix">The relations, from the first step on; one at least, and as many as steps at most.</param>
    void Remove(ReadOnlySpan<byte> prefix);

    /// <summary>Adds up the weights of the possible chains that begin with some relations, by the relation that comes next.</summary>
    /// <param name="prefix">The relations, from the first step on; fewer than steps.</param>
    /// <param name="terms">The belief: a chain's weight is the sum of its products.</param>
    /// <param name="sums">Receives the sum for each next relation.</param>
    void Sum(ReadOnlySpan<byte> prefix, ReadOnlySpan<ChainTerm> terms, Span<double> sums);
}
