namespace Hebb.Agents.OpenLock.Chains;

/// <summary>
/// Every chain in a list, as the known causal learner holds them: memory grows with the power of the steps, and so does the time
/// of a choice, which looks at all of them. The readable reference of <see cref="FactoredChains"/>.
/// </summary>
public sealed class ListedChains : IChainSet
{
    private readonly byte[] _relations;
    private readonly bool[] _isPossible;

    /// <summary>Lists all chains.</summary>
    /// <exception cref="ArgumentException">There are more than a list can hold.</exception>
    public ListedChains(ChainSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        if (!CanHold(space))
        {
            throw new ArgumentException(
                $"{space.Counts.Valid} chains of {space.Steps} steps are more than a list can hold.",
                nameof(space)
            );
        }

        Space = space;
        _isPossible = new bool[(int)space.Counts.Valid];
        _relations = new byte[_isPossible.Length * space.Steps];
        for (var chain = 0; chain < _isPossible.Length; chain++)
        {
            var rest = chain;
            for (var step = space.Steps - 1; step >= 0; step--)
            {
                _relations[(chain * space.Steps) + step] = (byte)(rest % space.Relations);
                rest /= space.Relations;
            }
        }

        Array.Fill(_isPossible, true);
    }

    /// <inheritdoc/>
    public ChainSpace Space { get; }

    /// <inheritdoc/>
    public BigInteger Count => _isPossible.LongCount(isPossible => isPossible);

    /// <inheritdoc/>
    public long Bytes => BytesOf(Space);

    /// <summary>Whether a list can hold all chains.</summary>
    public static bool CanHold(ChainSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.Counts.Valid * space.Steps <= Array.MaxLength;
    }

    /// <summary>The bytes that a list of all chains needs, whether or not one can hold them.</summary>
    /// <returns>A byte for each relation, one for whether the chain is possible; at most the largest number of 64 bits.</returns>
    public static long BytesOf(ChainSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return (long)BigInteger.Min(long.MaxValue, space.Counts.Valid * (space.Steps + 1));
    }

    /// <inheritdoc/>
    public void Begin(ReadOnlySpan<int> colours)
    {
        ChainColours.Check(Space, colours);
        for (var chain = 0; chain < _isPossible.Length; chain++)
        {
            _isPossible[chain] = true;
            foreach (var relation in Relations(chain))
            {
                _isPossible[chain] &= Space.ColourOf(relation) == colours[Space.ObjectOf(relation)];
            }
        }
    }

    /// <inheritdoc/>
    public void Remove(ReadOnlySpan<byte> prefix)
    {
        for (var chain = 0; chain < _isPossible.Length; chain++)
        {
            _isPossible[chain] &= !Relations(chain).StartsWith(prefix);
        }
    }

    /// <inheritdoc/>
    public void Sum(ReadOnlySpan<byte> prefix, ReadOnlySpan<ChainTerm> terms, Span<double> sums)
    {
        sums.Clear();
        for (var chain = 0; chain < _isPossible.Length; chain++)
        {
            ReadOnlySpan<byte> relations = Relations(chain);
            if (_isPossible[chain] && relations.StartsWith(prefix))
            {
                sums[relations[prefix.Length]] += Weight(relations, terms);
            }
        }
    }

    private static double Weight(ReadOnlySpan<byte> relations, ReadOnlySpan<ChainTerm> terms)
    {
        var weight = 0.0;
        foreach (var term in terms)
        {
            var product = 1.0;
            for (var step = 0; step < relations.Length; step++)
            {
                product *= term.At(step)[relations[step]];
            }

            weight += product;
        }

        return weight;
    }

    private ReadOnlySpan<byte> Relations(int chain) => _relations.AsSpan(chain * Space.Steps, Space.Steps);
}
